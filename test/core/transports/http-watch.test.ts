import { expect } from '@open-wc/testing'
import { eventReader } from '../../../src/core/transports/read-events.ts'
import { fakeClock } from '../outbox/fixtures.ts'
import { endpoint, issue, json, receipt, refusalOf, signal, wired } from './fixtures.ts'

const secret = { ...receipt, token: 'secret' }
const type = { 'Content-Type': 'text/event-stream; charset=utf-8' }

/** A stream that the test writes to. */
function line() {
  let controller!: ReadableStreamDefaultController<Uint8Array>
  let reads = 0
  let asked = () => {}
  // Without a buffer it is pulled whenever somebody reads and there is nothing, and only then.
  const pull = () => (reads++, asked())
  const body = new ReadableStream<Uint8Array>({ start: given => void (controller = given), pull }, { highWaterMark: 0 })
  const encoder = new TextEncoder()
  const read = (count: number) => new Promise<void>(resolve => {
    asked = () => void (reads >= count && resolve())
    asked()
  })
  return {
    answer: () => new Response(body, { headers: type }),
    /** Resolves when it was read, and somebody waits for more. */
    async say(text: string) {
      await read(1)
      const before = reads
      controller.enqueue(encoder.encode(text))
      await read(before + 1)
    },
    waits: () => read(1),
    end: () => controller.close(),
    fail: (error: unknown) => controller.error(error),
  }
}

describe('watching a thread', () => {
  it('calls back with each piece of news until the backend ends it, and shows its token in a header', async () => {
    const { answer, say, end } = line()
    const { transport, seen } = wired(answer)
    let count = 0
    const watching = transport.watch!(secret, () => void count++, { signal: signal() })
    await say(': hello\n\n')
    await say('event: news\ndata: {}\n\nevent: other\ndata: x\n\n')
    expect(count).to.equal(1)
    await say('event: ne')
    await say('ws\r')
    await say('\n\r\ndata: nothing named\n\n')
    end()
    await watching
    expect(count).to.equal(2)
    expect([seen[0]!.url, seen[0]!.headers.get('Authorization'), seen[0]!.headers.get('Accept')])
      .to.deep.equal([`${endpoint}/${issue.id}/events`, 'Bearer secret', 'text/event-stream'])
  })

  it('ends with its signal', async () => {
    const { answer, waits, fail } = line()
    const aborter = new AbortController()
    const { transport } = wired(({ init }) => {
      init.signal!.addEventListener('abort', () => fail(new DOMException('', 'AbortError')))
      return answer()
    })
    const refused = refusalOf(transport.watch!(secret, () => {}, { signal: aborter.signal }))
    await waits()
    aborter.abort()
    expect((await refused).retry).to.equal('later')
  })

  it('has no thirty seconds, but gives up after a minute of silence; a comment is no silence', async () => {
    const clock = fakeClock()
    const { answer, say } = line()
    const { transport } = wired(answer, { clock })
    let over = false
    const failed = refusalOf(transport.watch!(secret, () => {}, { signal: signal() })).finally(() => (over = true))
    for (let i = 0; i < 5; i++) {
      await say(':\n')
      await clock.advance(50_000)
    }
    expect(over).to.equal(false)
    await say(':\n')
    await clock.advance(60_000)
    const { code, retry, message } = await failed
    expect([code, retry]).to.deep.equal(['transport/timeout', 'later'])
    expect(message).to.contain('60000 ms')
  })

  it('has its thirty seconds to begin', async () => {
    const clock = fakeClock()
    let failed!: ReturnType<typeof refusalOf>
    await new Promise<void>(asked => {
      const { transport } = wired(() => (asked(), new Promise<Response>(() => {})), { clock })
      failed = refusalOf(transport.watch!(secret, () => {}, { signal: signal() }))
    })
    await clock.advance(30_000)
    expect((await failed).code).to.equal('transport/timeout')
  })

  for (const [what, answer] of [
    ['of another type', () => json({ ok: true })],
    ['without a body', () => new Response(null, { status: 204, headers: type })],
  ] as [string, () => Response][])
    it(`is refused an answer ${what}`, async () => {
      const { transport } = wired(answer)
      expect((await refusalOf(transport.watch!(secret, () => {}, { signal: signal() }))).code).to.equal('transport/not-a-receipt')
    })

  it('hears a refusal with its verdict', async () => {
    const { transport } = wired(() => new Response('', { status: 429, headers: { 'Retry-After': '60' } }))
    const { code, afterMs } = await refusalOf(transport.watch!(secret, () => {}, { signal: signal() }))
    expect([code, afterMs]).to.deep.equal(['transport/busy', 60_000])
  })

  it('leaves a line without an end', async () => {
    const { transport } = wired(() => new Response('x'.repeat(100_000), { headers: type }))
    expect((await refusalOf(transport.watch!(secret, () => {}, { signal: signal() }))).code).to.equal('transport/not-a-receipt')
  })
})

describe('events in a stream', () => {
  const namesOf = (...pieces: string[]) => {
    const names: string[] = []
    const take = eventReader(name => void names.push(name))
    for (const piece of pieces) take(piece)
    return names
  }
  const whole = 'event:a\ndata:1\n\r\nevent: b\r\n\r\n: heard\n\nid: 7\n\nevent\ndata\n\revent: c\r\rx'

  it('have the names that the standard gives them, however the lines end', () => {
    expect(namesOf(whole)).to.deep.equal(['a', 'b', 'message', 'message', 'c'])
  })

  it('are the same wherever the stream is cut', () => {
    for (let i = 0; i <= whole.length; i++) expect(namesOf(whole.slice(0, i), whole.slice(i)), String(i)).to.deep.equal(namesOf(whole))
    expect(namesOf(...whole)).to.deep.equal(namesOf(whole))
  })
})
