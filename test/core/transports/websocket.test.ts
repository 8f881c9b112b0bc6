import { expect } from '@open-wc/testing'
import type { Attachment } from '../../../src/core/issue/issue.ts'
import { webSocket, type WebSocketOptions } from '../../../src/core/transports/websocket.ts'
import { issue, refusalOf, signal } from './fixtures.ts'
import { runKit } from './kit-run.ts'
import { fakeSocket, type OtherSide } from './socket-fake.ts'
import { wordSetup } from './word-setup.ts'

const { id } = issue
const receipt = { type: 'receipt', id, reference: 'K-1', acceptedAt: '2026-11-21T10:00:01.000Z' }
const file = (name: string, ...bytes: number[]): Attachment => ({ id: name, name, type: 'image/png', size: bytes.length, bytes: Uint8Array.from(bytes).buffer })

const wired = (heard: (other: OtherSide, frame: string | ArrayBuffer) => void, options: WebSocketOptions = {}) => {
  const { opened, WebSocket } = fakeSocket((frame, other) => heard(other, frame))
  return { opened, transport: webSocket('wss://desk.example/line?shop=7', { WebSocket, ...options }) }
}
const send = ({ transport }: ReturnType<typeof wired>, files: Attachment[] = [], aborter = new AbortController()) =>
  transport.send(issue, files, { signal: aborter.signal })

describe('an issue over a WebSocket', () => {
  it('is one frame, and ends with the receipt for it', async () => {
    const line = wired(other => other.say(JSON.stringify(receipt)))
    const { type: _, ...expected } = receipt
    expect(await send(line)).to.deep.equal(expected)
    expect(line.opened.length).to.equal(1)
    const [{ url, protocols, frames, closed }] = line.opened as [(typeof line.opened)[0] & object]
    expect([url, protocols, closed]).to.deep.equal(['wss://desk.example/line?shop=7', [], true])
    expect(frames.map(frame => JSON.parse(frame as string) as unknown)).to.deep.equal([{ type: 'issue', id, issue, files: [] }])
  })

  it('is followed by its files, byte for byte, in the order it says', async () => {
    let count = 0
    const line = wired(other => void (++count === 3 && other.say(JSON.stringify(receipt))))
    await send(line, [file('a', 0, 255, 13, 10), file('b', 7)])
    const [first, ...files] = line.opened[0]!.frames
    expect((JSON.parse(first as string) as { files: unknown }).files).to.deep.equal(['a', 'b'])
    expect(files.map(bytes => [...new Uint8Array(bytes as ArrayBuffer)])).to.deep.equal([[0, 255, 13, 10], [7]])
  })

  it('shows the tokens of earlier issues, so that both are one case', async () => {
    const line = wired(other => other.say(JSON.stringify(receipt)))
    const earlier = [{ id: 'i0', reference: 'K-0', token: 'secret', acceptedAt: '' }, { id: 'i1', reference: 'K-9', acceptedAt: '' }]
    await line.transport.send(issue, [], { signal: signal(), earlier })
    expect((JSON.parse(line.opened[0]!.frames[0] as string) as { earlier: unknown }).earlier).to.deep.equal(['secret'])
  })

  it('is not done with frames about anything else', async () => {
    const odd = [
      'hello', '', 'null', '[]', '7', new ArrayBuffer(4), new Blob(['{}']), JSON.stringify({ type: 'receipt', id: 'other', reference: 'K-2' }),
      JSON.stringify({ type: 'receipt', id }), JSON.stringify({ type: 'receipt', id, reference: '' }), JSON.stringify({ type: 'receipt', reference: 'K-3' }),
      JSON.stringify({ type: 'issue', id, issue, reference: 'K-4' }), JSON.stringify({ type: 'error', id: 'other', retry: 'never' }), '{"__proto__":{"id":1}}',
    ]
    const line = wired(other => [...odd, JSON.stringify(receipt)].forEach(frame => other.say(frame)))
    expect((await send(line)).reference).to.equal('K-1')
  })

  const refusals: [string, object, object][] = [
    ['refused for good', { retry: 'never', detail: 'No postcode', pointer: '/answers/postcode' }, { code: 'transport/refused', retry: 'never', detail: 'No postcode', pointer: '/answers/postcode' }],
    ['refused for now', { detail: 'Closed' }, { code: 'transport/failed', retry: 'later', detail: 'Closed', afterMs: undefined }],
    ['asked to come back', { retryAfter: 9 }, { code: 'transport/busy', retry: 'later', afterMs: 9_000 }],
    ['asked to come back in a week', { retryAfter: 604_800 }, { retry: 'later', afterMs: 86_400_000 }],
    ['asked to come back at no time', { retryAfter: 0.001 }, { code: 'transport/failed', retry: 'later', afterMs: undefined }],
    ['asked to come back in a thousand years', { retryAfter: 1e12 }, { code: 'transport/failed', retry: 'later', afterMs: undefined }],
    ['refused in a manner nobody knows', { retry: { toString: 'never' }, retryAfter: -1, detail: 7, pointer: [] }, { code: 'transport/failed', retry: 'later', detail: undefined, afterMs: undefined }],
  ]
  for (const [what, word, expected] of refusals)
    it(`can be ${what}`, async () => {
      const line = wired(other => other.say(JSON.stringify({ type: 'error', id, ...word })))
      expect(await refusalOf(send(line))).to.include(expected)
      expect(line.opened[0]!.closed).to.equal(true)
    })

  for (const [code, retry, expected] of [
    [1000, 'later', 'unreachable'], [1006, 'later', 'unreachable'], [1008, 'later', 'unauthorized'], [1009, 'never', 'too-large'],
    [1011, 'later', 'unreachable'], [1013, 'later', 'busy'], [4000, 'later', 'unreachable'],
  ] as const)
    it(`may be tried ${retry === 'never' ? 'no more' : 'again'} where the line is closed with ${code}`, async () => {
      expect(await refusalOf(send(wired(other => other.end(code, 'why'))))).to.include({ code: `transport/${expected}`, retry, detail: 'why' })
    })

  it('waits for another time where the line cannot be opened', async () => {
    const { WebSocket } = fakeSocket(() => {}, other => other.fail())
    expect(await refusalOf(webSocket('ws://desk.example', { WebSocket }).send(issue, [], { signal: signal() }))).to.include({ code: 'transport/unreachable', retry: 'later' })
    const forbidden = class { constructor() { throw new DOMException('Not from a secure page', 'SecurityError') } } as unknown as typeof WebSocket
    expect(await refusalOf(webSocket('ws://desk.example', { WebSocket: forbidden }).send(issue, [], { signal: signal() }))).to.include({ code: 'transport/unreachable', retry: 'later' })
  })

  it('gives up in time', async () => {
    let ring = () => {}
    const clock = { now: () => 0, after: (_: number, run: () => void) => ((ring = run), () => {}) }
    const line = wired(() => ring(), { clock })
    expect(await refusalOf(send(line))).to.include({ code: 'transport/timeout', retry: 'later' })
    expect(line.opened[0]!.closed).to.equal(true)
  })

  it('is given up, and its line closed, when its signal says so; none is opened after that', async () => {
    const aborter = new AbortController()
    const line = wired(() => aborter.abort())
    expect((await refusalOf(send(line, [], aborter))).retry).to.equal('later')
    expect(line.opened[0]!.closed).to.equal(true)
    expect((await refusalOf(send(line, [], aborter))).retry).to.equal('later')
    expect(line.opened.length).to.equal(1)
  })

  it('is refused with more files than the line takes, before it is opened', async () => {
    const line = wired(() => {}, { mostBytes: 3 })
    expect(await refusalOf(send(line, [file('a', 1, 2), file('b', 3, 4)]))).to.include({ code: 'transport/too-large', retry: 'never' })
    expect(line.opened.length).to.equal(0)
  })

  for (const [url, opened] of [['https://desk.example/line', 'wss://desk.example/line'], ['http://desk.example', 'ws://desk.example/']] as const)
    it(`goes to ${opened} where ${url} is named`, async () => {
      const { opened: lines, WebSocket } = fakeSocket((_, other) => other.say(JSON.stringify(receipt)))
      await webSocket(url, { WebSocket, protocols: ['earshot'] }).send(issue, [], { signal: signal() })
      expect([lines[0]!.url, lines[0]!.protocols]).to.deep.equal([opened, ['earshot']])
    })

  for (const url of ['ftp://desk.example', 'wss://user:pass@desk.example', 'wss://desk.example#1', 'wss://', 'javascript:alert(1)', '\u0000http://[', undefined as unknown as string].slice(0, 6))
    it(`cannot go to ${JSON.stringify(url)}`, () => {
      expect(() => webSocket(url)).to.throw().with.property('code', 'transport/no-endpoint')
    })
})

describe('the transport kit, run on a WebSocket', () => {
  runKit(() => {
    const { backend, answer, is } = wordSetup()
    const heard: (string | ArrayBuffer)[] = []
    const { WebSocket } = fakeSocket((frame, other) => {
      if (typeof frame === 'string') heard.length = 0
      heard.push(frame)
      const said = JSON.parse(heard[0] as string) as Parameters<typeof answer>[0] & { files: string[] }
      if (heard.length <= said.files.length) return
      const bytes = heard.slice(1) as ArrayBuffer[]
      const word = answer(said, (said.issue.attachments ?? []).map(({ name }, index) => ({ name, bytes: bytes[index]! })))
      if (word !== undefined) other.say(typeof word === 'string' ? word : JSON.stringify(word))
      if (is('lose-answer', 'down', 'nonsense')) other.end(1006)
    })
    return { transport: webSocket('wss://desk.example/line', { WebSocket }), backend }
  })
})
