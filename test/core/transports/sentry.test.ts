import { expect } from '@open-wc/testing'
import type { Attachment, Issue } from '../../../src/core/issue/issue.ts'
import { asText } from '../../../src/core/transports/describe.ts'
import { sentry, type SentryOptions } from '../../../src/core/transports/sentry.ts'
import { transportPromises } from '../../../src/testing/transport-kit.ts'
import { fakeClock } from '../outbox/fixtures.ts'
import { issue as plain, json, refusalOf, signal } from './fixtures.ts'
import { readEnvelope } from './read-envelope.ts'
import { recorded, saidIn, serviceSetup } from './service-setup.ts'

const dsn = 'https://e12d836b15bb49d7bbf99e64295d995b@o1.ingest.sentry.io/42'
const eventId = plain.id.replaceAll('-', '')
const issue: Issue = { ...plain, topic: 'kitchen', contact: { name: 'Ada', email: 'ada@mail.example' }, subject: { url: 'https://shop.example/kettle' } }
const file = (name: string): Attachment => ({ id: name, name, type: 'image/png', size: 4, bytes: Uint8Array.of(1, 10, 13, 255).buffer })
const taken = (headers = {}) => () => json({ id: eventId }, 200, headers)

const wired = (options: SentryOptions = {}, ...answers: (() => Response)[]) =>
  recorded(fetch => sentry(dsn, { fetch, clock: fakeClock(0), ...options }), ...(answers.length > 0 ? answers : [taken()]))
const send = ({ transport }: ReturnType<typeof wired>, files: Attachment[] = [], what = issue) => transport.send(what, files, { signal: signal() })
const bytesOf = async (asked: { init: RequestInit }) => new Uint8Array(await new Response(asked.init.body as BodyInit).arrayBuffer())

interface Feedback { contexts: Record<string, Record<string, string>>; [field: string]: unknown }
const eventOf = async (line: ReturnType<typeof wired>) => {
  const { items: [first] } = readEnvelope(await bytesOf(line.seen[0]!))
  return JSON.parse(new TextDecoder().decode(first!.payload)) as Feedback
}

describe('feedback for Sentry', () => {
  it('goes as an envelope to where the DSN says, with nothing that CORS would ask about first', async () => {
    const line = wired({ release: 'shop@7', environment: 'staging' })
    const receipt = await send(line)
    expect(receipt).to.deep.equal({ id: issue.id, reference: eventId, acceptedAt: '1970-01-01T00:00:00.000Z' })
    const [{ url, method, headers }] = line.seen as [(typeof line.seen)[0] & object]
    expect([url.origin + url.pathname, method]).to.deep.equal(['https://o1.ingest.sentry.io/api/42/envelope/', 'POST'])
    expect([url.searchParams.get('sentry_version'), url.searchParams.get('sentry_key')]).to.deep.equal(['7', 'e12d836b15bb49d7bbf99e64295d995b'])
    expect([...headers]).to.deep.equal([['accept', 'application/json'], ['content-type', 'text/plain;charset=UTF-8']])
    const { header, items } = readEnvelope(await bytesOf(line.seen[0]!))
    expect(header).to.deep.equal({ event_id: eventId })
    expect(items.map(({ header: { type } }) => type)).to.deep.equal(['feedback'])
    expect(await eventOf(line)).to.deep.equal({
      event_id: eventId,
      timestamp: Date.parse(issue.createdAt) / 1_000,
      platform: 'javascript',
      level: 'info',
      contexts: { feedback: { message: asText(issue), contact_email: 'ada@mail.example', name: 'Ada', url: 'https://shop.example/kettle' } },
      tags: { kind: 'problem', topic: 'kitchen' },
      user: { email: 'ada@mail.example' },
      request: { url: 'https://shop.example/kettle' },
      release: 'shop@7',
      environment: 'staging',
    })
  })

  it('carries files as attachments of the same envelope, byte for byte, and is the same each time', async () => {
    const line = wired()
    await send(line, [file('a.png'), file('b.bin')])
    await send(line, [file('a.png'), file('b.bin')])
    const [first, second] = [await bytesOf(line.seen[0]!), await bytesOf(line.seen[1]!)]
    expect([...first]).to.deep.equal([...second])
    const [, ...files] = readEnvelope(first).items
    expect(files.map(({ header }) => header)).to.deep.equal([
      { type: 'attachment', length: 4, filename: 'a.png', content_type: 'image/png' }, { type: 'attachment', length: 4, filename: 'b.bin', content_type: 'image/png' },
    ])
    expect([...files[0]!.payload]).to.deep.equal([1, 10, 13, 255])
  })

  it('too long for a message goes on in contexts, says so, and loses no character', async () => {
    for (const story of ['x'.repeat(10_000), '水'.repeat(10_000), '"\\\n\u0001🫖'.repeat(1_500)]) {
      const long = { ...issue, story }
      const line = wired()
      await send(line, [], long)
      const { contexts: { feedback, ...more } } = await eventOf(line)
      const note = '\n\n[Goes on in this event’s context earshot-1]'
      expect(feedback!.message!.length <= 4_096 && feedback!.message!.endsWith(note)).to.equal(true)
      expect(Object.keys(more)).to.deep.equal(Object.keys(more).map((_, index) => `earshot-${index + 1}`))
      expect(feedback!.message!.slice(0, -note.length) + Object.values(more).map(({ text }) => text).join('') === asText(long)).to.equal(true)
      for (const context of [feedback, ...Object.values(more)]) expect(new Blob([JSON.stringify(context)]).size).to.be.below(8_192)
    }
  })

  it('longer than an event may be is refused, not cut', async () => {
    const line = wired()
    const { code, retry } = await refusalOf(send(line, [], { ...issue, diagnostics: { errors: ['x'.repeat(1_100_000)] } }))
    expect([code, retry, line.seen.length]).to.deep.equal(['transport/too-large', 'never', 0])
  })

  it('has an id of its own for an id that is no UUID, the same each time', async () => {
    const ids = await Promise.all(['a:1', 'a:1', 'a:2'].map(async id => {
      const line = wired({}, () => json({}))
      await refusalOf(send(line, [], { ...issue, id }))
      return (await eventOf(line)).event_id as string
    }))
    expect(ids[0]).to.match(/^[\da-f]{32}$/)
    expect([ids[0] === ids[1], ids[0] === ids[2]]).to.deep.equal([true, false])
  })

  it('has no tag that Sentry would cut', async () => {
    const line = wired()
    await send(line, [], { ...issue, topic: 'x'.repeat(201), audience: 'two\nlines', form: '' })
    expect((await eventOf(line)).tags).to.deep.equal({ kind: 'problem' })
  })
})

describe('what Sentry answers', () => {
  for (const [what, answer] of Object.entries({
    'a page': () => new Response('<h1>Log in</h1>', { headers: { 'Content-Type': 'text/html' } }), 'nothing': () => new Response(''),
    'no id': () => json({}), 'the id of another event': () => json({ id: 'f'.repeat(32) }),
  }))
    it(`is no receipt where it is ${what}`, async () => {
      const { code, retry } = await refusalOf(send(wired({}, answer)))
      expect([code, retry]).to.deep.equal(['transport/not-a-receipt', 'later'])
    })

  it('over the limit says how long to wait, in either header, and a minute where in none', async () => {
    const cases: [Record<string, string>, number][] = [
      [{ 'Retry-After': '2700', 'X-Sentry-Rate-Limits': '2700::organization' }, 2_700_000],
      [{ 'X-Sentry-Rate-Limits': '60:transaction:key, 90.5:error;feedback:organization' }, 90_500],
      [{}, 60_000],
    ]
    for (const [headers, ms] of cases) {
      const { code, retry, afterMs } = await refusalOf(send(wired({}, () => json({ detail: 'rate limited' }, 429, headers))))
      expect([code, retry, afterMs]).to.deep.equal(['transport/busy', 'later', ms])
    }
  })

  it('of success may say that feedback is over a limit: then it may have been dropped', async () => {
    for (const limit of ['60:feedback:organization:quota', '60::key', '5:feedback:key, 60:feedback:organization']) {
      const { code, retry, afterMs } = await refusalOf(send(wired({}, taken({ 'X-Sentry-Rate-Limits': limit }))))
      expect([code, retry, afterMs]).to.deep.equal(['transport/busy', 'later', 60_000])
    }
  })

  it('of success may speak of limits that do not matter here, or of files only', async () => {
    for (const limit of ['60:error;transaction:organization', '60:attachment:project', '', 'soon:feedback:key', '-1::key'])
      expect((await send(wired({}, taken({ 'X-Sentry-Rate-Limits': limit })))).reference).to.equal(eventId)
    const { retry, afterMs } = await refusalOf(send(wired({}, taken({ 'X-Sentry-Rate-Limits': '1e9:x:y, 60:attachment:project' })), [file('a.png')]))
    expect([retry, afterMs]).to.deep.equal(['later', 60_000])
  })

  it('as it refuses: too large and not valid never, a wrong key later', async () => {
    for (const [status, ours] of [[413, 'never'], [400, 'never'], [403, 'later'], [401, 'later'], [503, 'later']] as const) {
      const { retry, detail } = await refusalOf(send(wired({}, () => json({ detail: 'invalid event envelope', causes: [] }, status))))
      expect([retry, detail]).to.deep.equal([ours, 'invalid event envelope'])
    }
  })
})

describe('a DSN', () => {
  it('may be of a Sentry of one’s own, below a path', async () => {
    const line = recorded(fetch => sentry('http://abc123@sentry.example:9000/below/7', { fetch }), taken())
    await send(line)
    expect(line.seen[0]!.url.href.split('?')[0]).to.equal('http://sentry.example:9000/below/api/7/envelope/')
  })

  it('may go through an address of one’s own, and stands in the envelope then', async () => {
    const line = wired({ tunnel: 'https://shop.example/tunnel' })
    await send(line)
    expect(line.seen[0]!.url.href).to.equal('https://shop.example/tunnel')
    expect(readEnvelope(await bytesOf(line.seen[0]!)).header).to.deep.equal({ event_id: eventId, dsn })
    expect(() => sentry(dsn, { tunnel: 'ftp://shop.example' })).to.throw().with.property('code', 'transport/no-endpoint')
    expect(() => sentry('none', { tunnel: '/tunnel' })).to.throw().with.property('code', 'transport/no-endpoint')
  })

  for (const wrong of ['', 'sentry.io', 'https://sentry.io/42', 'https://key@sentry.io/', 'https://key@sentry.io/project', 'javascript:key@x/1', 'https://a%20b@sentry.io/1'])
    it(`is none: "${wrong}"`, () => {
      expect(() => sentry(wrong)).to.throw().with.property('code', 'transport/no-endpoint')
    })

  it('with a secret is refused, and not repeated', () => {
    let message = ''
    try {
      sentry('https://public:hush@sentry.io/42')
    } catch (error) {
      message = (error as Error).message
    }
    expect([message.includes('secret key'), message.includes('hush')]).to.deep.equal([true, false])
  })

  it('has options that are texts', () => {
    for (const options of [{ release: 7 }, { environment: '' }])
      expect(() => sentry(dsn, options as SentryOptions)).to.throw().with.property('code', 'transport/wrong-option')
  })
})

describe('the transport kit, run on Sentry', () => {
  const setup = () =>
    serviceSetup(fetch => sentry(dsn, { fetch }), {
      keep: async asked => {
        const { header, items: [event, ...files] } = readEnvelope(await bytesOf(asked))
        const { contexts } = JSON.parse(new TextDecoder().decode(event!.payload)) as Feedback
        return {
          id: String(header.event_id), story: saidIn(contexts.feedback!.message!),
          files: files.map(({ header, payload }) => ({ name: String(header.filename), bytes: payload.slice().buffer })),
        }
      },
      taken: ({ id }) => json({ id }),
      refused: () => json({ detail: 'invalid event envelope' }, 400),
    })
  for (const { title, run } of transportPromises(setup)) it(title, run)
})
