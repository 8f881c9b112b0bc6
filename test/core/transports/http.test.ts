import { expect } from '@open-wc/testing'
import { http } from '../../../src/core/transports/http.ts'
import { answerLimit } from '../../../src/core/transports/read-limited.ts'
import { TransportError } from '../../../src/core/transports/transport.ts'
import { fakeClock } from '../outbox/fixtures.ts'
import { endpoint, issue, json, receipt, refusalOf, send, wired } from './fixtures.ts'

describe('sending', () => {
  it('posts the issue as JSON under its own key and gives back the receipt', async () => {
    const { transport, seen } = wired(() => json(receipt, 201))
    expect(await send(transport)).to.deep.equal(receipt)
    const [{ url, init, headers }] = seen as [typeof seen[0] & object]
    expect([url, init.method, init.body]).to.deep.equal([endpoint, 'POST', JSON.stringify(issue)])
    expect(headers.get('Idempotency-Key')).to.equal(issue.id)
    expect(headers.get('Content-Type')).to.equal('application/json')
  })

  it('follows no redirect, stores nothing, and lets neither a cookie nor the page’s query out', async () => {
    const { transport, seen } = wired(() => json(receipt))
    await send(transport)
    expect(seen[0]!.init).to.include({ redirect: 'error', cache: 'no-store', credentials: 'omit', referrerPolicy: 'strict-origin' })
  })

  it('takes no setting from a polluted Object.prototype', async () => {
    const prototype = Object.prototype as unknown as Record<string, unknown>
    const { transport, seen } = wired(() => json(receipt))
    prototype.integrity = 'sha256-x'
    try {
      await send(transport)
      expect(seen[0]!.init.integrity).to.equal(undefined)
    } finally {
      delete prototype.integrity
    }
  })

  it('sends the host’s own headers, but not in place of ours', async () => {
    const { transport, seen } = wired(() => json(receipt), { headers: { 'X-Shop': 'blue', 'idempotency-key': 'mine', 'content-type': 'text/plain' } })
    await send(transport)
    const { headers } = seen[0]!
    expect([headers.get('X-Shop'), headers.get('Idempotency-Key'), headers.get('Content-Type')]).to.deep.equal(['blue', issue.id, 'application/json'])
  })

  it('keeps of a receipt what the contract names, and nothing else', async () => {
    const full = { ...receipt, token: 't', url: 'https://desk.example/1', owner: { name: 'Ada', avatar: 'a.png' }, expectBy: '2026-11-22', next: 'Call us' }
    const { transport } = wired(() => json({ ...full, owner: { ...full.owner, phone: '1' }, extra: 1, __proto__: { x: 1 } }))
    expect(await send(transport)).to.deep.equal(full)
  })

  it('goes to the address that was absolute when it was made, whatever <base> says later', async () => {
    const urls: string[] = []
    const transport = http('/issues?shop=1', { fetch: async url => (urls.push(String(url)), json(receipt)) })
    const base = document.createElement('base')
    base.href = 'https://elsewhere.example/'
    document.head.append(base)
    try {
      await send(transport)
      await send(http('/issues?shop=1', { fetch: async url => (urls.push(String(url)), json(receipt)) }))
    } finally {
      base.remove()
    }
    expect(urls).to.deep.equal([`${location.origin}/issues?shop=1`, `${location.origin}/issues?shop=1`])
  })

  for (const bad of ['javascript:alert(1)', 'ftp://desk.example', 'https://user:secret@desk.example/', 'https://'])
    it(`refuses ${bad} as an endpoint at once`, () => {
      expect(() => http(bad)).to.throw().with.property('code', 'transport/no-endpoint')
    })

  it('uses the fetch of the time it was loaded, not what the page put there later', async () => {
    const { fetch } = globalThis
    let patched = 0
    globalThis.fetch = async () => (patched++, json(receipt))
    try {
      await refusalOf(send(http('/not-there')))
    } finally {
      globalThis.fetch = fetch
    }
    expect(patched).to.equal(0)
  })
})

describe('an answer', () => {
  const foreign: [string, () => Response][] = [
    ['empty', () => new Response('')],
    ['of 204', () => new Response(null, { status: 204 })],
    ['of a captive portal', () => new Response('<h1>Log in</h1>', { headers: { 'Content-Type': 'text/html' } })],
    ['that is a receipt, but not as JSON', () => new Response(JSON.stringify(receipt), { headers: { 'Content-Type': 'text/html' } })],
    ['cut off', () => new Response(JSON.stringify(receipt).slice(0, -3), { headers: { 'Content-Type': 'application/json' } })],
    ['that is a list', () => json([receipt])],
    ['of null', () => json(null)],
    ['for another issue', () => json({ ...receipt, id: 'other' })],
    ['that echoes the issue', () => json(issue)],
    ['with an empty reference', () => json({ ...receipt, reference: '' })],
    ['with a number for an id', () => json({ ...receipt, id: 1 })],
  ]
  for (const [what, answer] of foreign)
    it(`${what} is not a receipt: later`, async () => {
      const error = await refusalOf(send(wired(answer).transport))
      expect(error).to.be.instanceOf(TransportError)
      expect([error.code, error.retry]).to.deep.equal(['transport/not-a-receipt', 'later'])
    })

  it('of any 2xx will do where the owner has said so; the id is then the reference', async () => {
    for (const answer of [() => new Response(null, { status: 204 }), () => new Response('thanks'), () => json({ ok: true })]) {
      const { transport } = wired(answer, { accept: '2xx', clock: fakeClock(0) })
      expect(await send(transport)).to.deep.equal({ id: issue.id, reference: issue.id, acceptedAt: '1970-01-01T00:00:00.000Z' })
    }
    const { transport } = wired(() => json(receipt), { accept: '2xx' })
    expect(await send(transport)).to.deep.equal(receipt)
    expect((await refusalOf(send(wired(() => new Response('', { status: 500 }), { accept: '2xx' }).transport))).retry).to.equal('later')
  })

  it('longer than 256 kB is not read to its end', async () => {
    let pulled = 0
    let cancelled = false
    const endless = new ReadableStream<Uint8Array>({
      pull: controller => (pulled++, controller.enqueue(new Uint8Array(16_384).fill(32))),
      cancel: () => void (cancelled = true),
    })
    const { transport } = wired(() => new Response(endless, { headers: { 'Content-Type': 'application/json' } }))
    expect((await refusalOf(send(transport))).code).to.equal('transport/not-a-receipt')
    expect(pulled * 16_384).to.be.below(answerLimit * 1.2)
    expect(cancelled).to.equal(true)
  })

  it('with a problem says what is wrong and where', async () => {
    const problem = { title: 'Invalid', detail: 'The story is empty', errors: [{ pointer: '#/story', detail: 'expected text' }] }
    const { transport } = wired(() => json(problem, 422, { 'Content-Type': 'application/problem+json' }))
    const { retry, status, detail, pointer } = await refusalOf(send(transport))
    expect({ retry, status, detail, pointer }).to.deep.equal({ retry: 'never', status: 422, detail: 'The story is empty', pointer: '/story' })
  })

  it('with a problem of any other shape is still an answer', async () => {
    for (const said of [{ pointer: '/story' }, { errors: 'all' }, { errors: [null, 1] }, { detail: 7 }, 'text', null, []]) {
      const { status, detail } = await refusalOf(send(wired(() => json(said, 400)).transport))
      expect([status, detail]).to.deep.equal([400, undefined])
    }
  })

  it('with a problem that says whether to come again is believed, whatever its status leaves open', async () => {
    const said = [[409, 'never'], [503, 'never'], [422, 'later'], [409, 'perhaps'], [422, null]] as const
    const verdicts = said.map(async ([status, retry]) => {
      const error = await refusalOf(send(wired(() => json({ title: 'Key reused', retry }, status)).transport))
      return [error.code.replace('transport/', ''), error.retry]
    })
    expect(await Promise.all(verdicts)).to.deep.equal([['refused', 'never'], ['refused', 'never'], ['refused', 'later'], ['in-progress', 'later'], ['refused', 'never']])
  })

  it('with Retry-After says how long to wait', async () => {
    const answer = () => new Response('', { status: 429, headers: { 'Retry-After': '120' } })
    expect((await refusalOf(send(wired(answer).transport))).afterMs).to.equal(120_000)
  })
})

describe('no answer', () => {
  it('is later, and says what it may be', async () => {
    const error = await refusalOf(send(wired(() => Promise.reject(new TypeError('Failed to fetch'))).transport))
    expect([error.code, error.retry]).to.deep.equal(['transport/unreachable', 'later'])
    for (const cause of [endpoint, 'CORS', 'connect-src', 'extension']) expect(error.message).to.contain(cause)
  })

  it('within the time limit is later, even when fetch does not listen to its signal', async () => {
    const clock = fakeClock()
    const { transport, seen } = wired(() => new Promise(() => {}), { clock, timeout: 5_000 })
    const sending = refusalOf(send(transport))
    await clock.advance(5_000)
    expect([(await sending).code, (await sending).retry]).to.deep.equal(['transport/timeout', 'later'])
    expect(seen[0]!.init.signal!.aborted).to.equal(true)
  })

  it('is waited for as long as a large picture takes on a slow line, and no longer', async () => {
    const clock = fakeClock()
    const { transport, seen } = wired(() => new Promise(() => {}), { clock, timeout: 5_000 })
    const picture = { id: 'p', name: 'p.png', type: 'image/png', size: 5_000_000, bytes: new ArrayBuffer(5_000_000) }
    const sending = refusalOf(send(transport, [picture]))
    // 16 kB a second are waited for.
    await clock.advance(5_000 + 312_000 - 1)
    expect(seen[0]!.init.signal!.aborted).to.equal(false)
    await clock.advance(1)
    expect((await sending).code).to.equal('transport/timeout')
    expect(seen[0]!.init.signal!.aborted).to.equal(true)
  })

  it('is waited for no longer once the caller gives up', async () => {
    const aborter = new AbortController()
    let asked!: () => void
    const waiting = new Promise<void>(resolve => (asked = resolve))
    const { transport } = wired(({ init }) => {
      asked()
      return new Promise((_, reject) => init.signal!.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))))
    })
    const sending = refusalOf(transport.send(issue, [], { signal: aborter.signal }))
    await waiting
    aborter.abort()
    expect((await sending).retry).to.equal('later')
    const before = refusalOf(wired(({ init }) => (init.signal!.throwIfAborted(), json(receipt))).transport.send(issue, [], { signal: aborter.signal }))
    expect((await before).retry).to.equal('later')
  })

  it('comes out of a body that breaks off', async () => {
    const broken = new ReadableStream({ start: controller => controller.error(new TypeError('reset')) })
    const { transport } = wired(() => new Response(broken, { headers: { 'Content-Type': 'application/json' } }))
    expect((await refusalOf(send(transport))).retry).to.equal('later')
  })
})

describe('identity', () => {
  const unauthorized = () => json({ detail: 'expired' }, 401)

  it('travels in a header of its own, asked for afresh with each attempt', async () => {
    let count = 0
    const { transport, seen } = wired(() => json(receipt), { identity: async () => `token-${++count}` })
    await send(transport)
    await send(transport)
    expect(seen.map(({ headers }) => headers.get('Earshot-Identity'))).to.deep.equal(['token-1', 'token-2'])
    expect(seen.map(({ init }) => init.body)).to.deep.equal([JSON.stringify(issue), JSON.stringify(issue)])
  })

  it('refused is asked for once more at once, then it is later', async () => {
    for (const status of [401, 403]) {
      const { transport, seen } = wired(() => json({}, status), { identity: async () => 'old' })
      expect((await refusalOf(send(transport))).retry).to.equal('later')
      expect(seen.length).to.equal(2)
    }
    const { transport, seen } = wired((_, count) => (count === 1 ? unauthorized() : json(receipt)), { identity: async () => 'fresh' })
    expect(await send(transport)).to.deep.equal(receipt)
    expect(seen.length).to.equal(2)
  })

  it('nobody asks for is not tried twice', async () => {
    const { transport, seen } = wired(unauthorized)
    expect((await refusalOf(send(transport))).retry).to.equal('later')
    expect(seen.length).to.equal(1)
  })

  it('that the site cannot give is later, and nothing is sent without it', async () => {
    const { transport, seen } = wired(() => json(receipt), { identity: () => Promise.reject(new Error('logged out')) })
    expect([(await refusalOf(send(transport))).code, seen.length]).to.deep.equal(['transport/no-identity', 0])
  })

  it('of nobody sends no header', async () => {
    const { transport, seen } = wired(() => json(receipt), { identity: async () => '' })
    await send(transport)
    expect(seen[0]!.headers.has('Earshot-Identity')).to.equal(false)
  })
})
