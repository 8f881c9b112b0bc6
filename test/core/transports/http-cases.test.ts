import { expect } from '@open-wc/testing'
import { endpoint, issue, json, receipt, refusalOf, signal, wired } from './fixtures.ts'

const secret = { ...receipt, token: 'secret' }
const thread = { id: issue.id, reference: 'K-1', status: 'open', messages: [] }
const identity = async () => 'ada'

describe('the requests of whoever is signed in', () => {
  it('are asked for with the site’s token, and come with receipts and threads', async () => {
    const { transport, seen } = wired(() => json({ requests: [{ issue, receipt: secret, thread }, { issue, receipt: secret }] }), { identity })
    expect(await transport.requests!({ signal: signal() })).to.deep.equal([{ issue, receipt: secret, thread }, { issue, receipt: secret }])
    expect([seen[0]!.url, seen[0]!.init.method, seen[0]!.headers.get('Earshot-Identity')]).to.deep.equal([endpoint, 'GET', 'ada'])
  })

  it('are none, and nobody is asked, where nobody is signed in', async () => {
    for (const options of [{}, { identity: async () => '' }]) {
      const { transport, seen } = wired(() => json({ requests: [] }), options)
      expect(await transport.requests!({ signal: signal() })).to.deep.equal([])
      expect(seen.length).to.equal(0)
    }
  })

  it('are asked for once more with a fresh token after a refusal', async () => {
    const tokens = ['old', 'new']
    const { transport, seen } = wired((_, count) => (count === 1 ? json({}, 401) : json({ requests: [] })), { identity: async () => tokens.shift()! })
    await transport.requests!({ signal: signal() })
    expect(seen.map(({ headers }) => headers.get('Earshot-Identity'))).to.deep.equal(['old', 'new'])
  })

  it('are only those that fit together', async () => {
    const odd = [null, {}, { issue }, { receipt: secret }, { issue: { ...issue, kind: 'x' }, receipt: secret }, { issue, receipt: { ...secret, id: 'other' } }]
    const { transport } = wired(() => json({ requests: [...odd, { issue, receipt: secret, thread: { ...thread, id: 'other' } }] }), { identity })
    expect(await transport.requests!({ signal: signal() })).to.deep.equal([{ issue, receipt: secret }])
  })

  it('may be longer than a single answer, and are no portal’s page', async () => {
    const long = { ...issue, story: 'x'.repeat(10_000) }
    const { transport } = wired(() => json({ requests: Array.from({ length: 50 }, () => ({ issue: long, receipt: secret })) }), { identity })
    expect((await transport.requests!({ signal: signal() })).length).to.equal(50)
    const portal = wired(() => new Response('<h1>', { headers: { 'Content-Type': 'text/html' } }), { identity })
    expect((await refusalOf(portal.transport.requests!({ signal: signal() }))).code).to.equal('transport/not-a-receipt')
  })
})

describe('what is known of the people', () => {
  it('comes by rung, without what is no amount', async () => {
    const { transport, seen } = wired(() => json({
      rungs: { mail: { medianHours: 3.5, sample: 12, onDuty: 0, waiting: 2, names: ['Mira'] }, desk: { medianHours: -1, onDuty: '2', waiting: null }, odd: 7 },
    }))
    expect(await transport.people!({ signal: signal() })).to.deep.equal({ mail: { medianHours: 3.5, sample: 12, onDuty: 0, waiting: 2 }, desk: {} })
    expect([seen[0]!.url, seen[0]!.headers.has('Earshot-Identity')]).to.deep.equal([`${endpoint}/people`, false])
  })

  it('takes no setting from a rung that is called __proto__', async () => {
    const { transport } = wired(() => new Response('{"rungs":{"__proto__":{"onDuty":9}}}', { headers: { 'Content-Type': 'application/json' } }))
    const news = await transport.people!({ signal: signal() })
    expect(Object.getPrototypeOf(news) === Object.prototype).to.equal(true)
    expect((news as { onDuty?: number }).onDuty).to.equal(undefined)
  })

  it('is not what a portal answers', async () => {
    expect((await refusalOf(wired(() => json([])).transport.people!({ signal: signal() }))).code).to.equal('transport/not-a-receipt')
  })
})

describe('a key for another device', () => {
  const share = { token: 't2', code: 'ABCD-EFGH', expiresAt: '2026-11-21T10:15:00.000Z' }

  it('is asked for with the receipt’s own token', async () => {
    const { transport, seen } = wired(() => json({ ...share, extra: 1 }, 201))
    expect(await transport.share!(secret, { signal: signal() })).to.deep.equal(share)
    const [{ url, init, headers }] = seen as [typeof seen[0] & object]
    expect([url, init.method, headers.get('Authorization')]).to.deep.equal([`${endpoint}/${issue.id}/shares`, 'POST', 'Bearer secret'])
  })

  it('is whole or none', async () => {
    for (const half of [{}, { ...share, code: 1 }, { token: 't2', code: 'x' }])
      expect((await refusalOf(wired(() => json(half)).transport.share!(secret, { signal: signal() }))).code).to.equal('transport/not-a-receipt')
  })

  it('is taken back', async () => {
    const { transport, seen } = wired(() => new Response(null, { status: 204 }))
    await transport.unshare!(secret, { signal: signal() })
    expect([seen[0]!.url, seen[0]!.init.method]).to.deep.equal([`${endpoint}/${issue.id}/shares`, 'DELETE'])
  })

  it('is had for its code, which travels in no address', async () => {
    const { transport, seen } = wired(() => json({ issue, receipt: { ...secret, token: 't2' } }))
    expect(await transport.open!('ABCD-EFGH', { signal: signal() })).to.deep.equal({ issue, receipt: { ...secret, token: 't2' } })
    expect([seen[0]!.url, seen[0]!.init.method, seen[0]!.init.body]).to.deep.equal([`${endpoint}/open`, 'POST', '{"code":"ABCD-EFGH"}'])
  })

  it('is not had for a wrong code or an old one, and asking again is no use', async () => {
    for (const status of [404, 410]) {
      const { code, retry, detail } = await refusalOf(wired(() => json({ detail: 'Not now' }, status)).transport.open!('x', { signal: signal() }))
      expect([code, retry, detail]).to.deep.equal(['transport/wrong-code', 'never', 'Not now'])
    }
    const busy = await refusalOf(wired(() => new Response('', { status: 429, headers: { 'Retry-After': '30' } })).transport.open!('x', { signal: signal() }))
    expect([busy.retry, busy.afterMs]).to.deep.equal(['later', 30_000])
  })

  it('is not had for somebody else’s receipt', async () => {
    const { transport } = wired(() => json({ issue, receipt: { ...secret, id: 'other' } }))
    expect((await refusalOf(transport.open!('x', { signal: signal() }))).code).to.equal('transport/not-a-receipt')
  })
})
