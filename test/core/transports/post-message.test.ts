import { expect } from '@open-wc/testing'
import type { Attachment, Issue } from '../../../src/core/issue/issue.ts'
import { postMessage, type MessageTarget, type PostMessageOptions } from '../../../src/core/transports/post-message.ts'
import { issue, refusalOf, signal } from './fixtures.ts'
import { runKit } from './kit-run.ts'
import { wordSetup } from './word-setup.ts'

const { id } = issue
const receipt = { type: 'receipt', id, reference: 'K-1' }
const text = JSON.stringify(receipt)
const file: Attachment = { id: 'a', name: 'a.png', type: 'image/png', size: 20_000, bytes: Uint8Array.from({ length: 20_000 }, (_, i) => i % 256).buffer }
const send = (target: MessageTarget, options: PostMessageOptions = {}, files: Attachment[] = [], abort = signal()) =>
  postMessage(target, options).send(issue, files, { signal: abort })
/** A clock whose time is up as soon as it is asked for, after what was said has been heard. */
const hasty = { now: () => 0, after: (_: number, run: () => void) => (setTimeout(run), () => {}) }
const said = (data: unknown, init: MessageEventInit = {}) => window.dispatchEvent(new MessageEvent('message', { data, ...init }))

describe('an issue handed to a native shell', () => {
  it('is one JSON text, with its files in it', async () => {
    const taken: string[] = []
    await send({ postMessage: message => (taken.push(message), text) }, {}, [file])
    const { files: [{ base64, ...info }], ...message } = JSON.parse(taken[0]!) as { files: [{ base64: string }] }
    expect(message).to.deep.equal({ type: 'issue', id, issue })
    expect(info).to.deep.equal({ id: 'a', name: 'a.png', type: 'image/png', size: 20_000 })
    expect(Uint8Array.from(atob(base64), character => character.charCodeAt(0)).every((byte, i) => byte === i % 256)).to.equal(true)
  })

  it('ends with the receipt that a handler of WKWebView promises', async () => {
    // Apple's handlers insist on their own `this`.
    const handler = { postMessage(message: string) { return this === handler && message ? Promise.resolve({ ...receipt, acceptedAt: '2026-11-21T10:00:01.000Z' }) : Promise.reject(new TypeError('Illegal invocation')) } }
    expect(await send(handler)).to.deep.equal({ id, reference: 'K-1', acceptedAt: '2026-11-21T10:00:01.000Z' })
  })

  it('ends with the text that an object of Android returns', async () => {
    expect((await send({ postMessage: () => text })).reference).to.equal('K-1')
  })

  it('ends with what is heard at the object of a WebMessageListener, which names no origin', async () => {
    const heard = new Set<(event: { data: unknown }) => void>()
    const shell = {
      postMessage: () => void [...heard].forEach(hear => hear({ data: text })),
      addEventListener: (_: 'message', hear: (event: { data?: unknown }) => void) => void heard.add(hear),
      removeEventListener: (_: 'message', hear: (event: { data?: unknown }) => void) => void heard.delete(hear),
    }
    expect((await send(shell)).reference).to.equal('K-1')
    expect(heard.size).to.equal(0)
  })

  it('ends with the event that the app dispatches into the page', async () => {
    const answer = await send({ postMessage: () => void said(text) }, { listen: window, origin: 'app' })
    expect(answer.reference).to.equal('K-1')
  })

  it('is not done with what a frame or a tab says in the app’s place', async () => {
    const shell = {
      postMessage: () => {
        said(text, { origin: 'https://evil.example' })
        said(text, { origin: location.origin, source: window })
        said(text, { source: window })
        said(text, { origin: 'null' })
      },
    }
    expect(await refusalOf(send(shell, { listen: window, origin: 'app', clock: hasty }))).to.include({ code: 'transport/timeout', retry: 'later' })
  })

  for (const [what, returned] of [['nothing', undefined], ['a page', '<h1>'], ['another issue’s receipt', JSON.stringify({ ...receipt, id: 'other' })], ['a promise of nothing', Promise.resolve(null)]] as const)
    it(`is not done with ${what} where nothing else can come`, async () => {
      expect(await refusalOf(send({ postMessage: () => returned }))).to.include({ code: 'transport/not-a-receipt', retry: 'later' })
    })

  it('may be tried again where the shell throws, or breaks its promise', async () => {
    const throwing = { postMessage: () => { throw new Error('No such handler') } }
    expect(await refusalOf(send(throwing))).to.include({ code: 'transport/unreachable', retry: 'later' })
    expect(await refusalOf(send({ postMessage: () => Promise.reject(new Error('Not now')) }))).to.include({ code: 'transport/unreachable', retry: 'later' })
  })

  it('is refused as the shell says', async () => {
    const word = { type: 'error', id, retry: 'never', detail: 'Signed out', pointer: '/contact' }
    expect(await refusalOf(send({ postMessage: () => Promise.resolve(word) }))).to.include({ code: 'transport/refused', retry: 'never', detail: 'Signed out', pointer: '/contact' })
  })

  it('is refused with more files than a message takes', async () => {
    expect(await refusalOf(send({ postMessage: () => text }, { mostBytes: 10 }, [file]))).to.include({ code: 'transport/too-large', retry: 'never' })
  })

  it('takes from an answer a receipt’s own fields and nothing else', async () => {
    const answer = await send({ postMessage: () => JSON.stringify({ ...receipt, token: 't', config: { endpoint: 'https://evil.example' }, html: '<b>', owner: { name: 'Ilse', phone: '1' }, acceptedAt: 'then' }) })
    expect(answer).to.deep.equal({ id, reference: 'K-1', token: 't', owner: { name: 'Ilse' }, acceptedAt: 'then' })
  })
})

describe('an issue handed to another window', () => {
  const origin = 'https://shop.example'
  /** Has itself under `window`, as every window has, also for those of other origins. */
  const other = (take: (message: string, origin: string) => void) => {
    const target = { postMessage: take, window: undefined as unknown }
    target.window = target
    return target as unknown as MessageTarget
  }

  it('goes to its exact origin only', async () => {
    const seen: string[] = []
    const target = other((_, to) => void seen.push(to))
    await refusalOf(send(target, { origin, listen: window, clock: hasty }))
    expect(seen).to.deep.equal([origin])
  })

  it('ends with its own answer, not with what others say in its name', async () => {
    const frame = document.createElement('iframe')
    frame.srcdoc = '<script>addEventListener("message", ({ data, source }) => source.postMessage(JSON.stringify({ type: "receipt", id: JSON.parse(data).id, reference: "K-7" }), "*"))</script>'
    const loaded = new Promise(resolve => frame.addEventListener('load', resolve))
    document.body.append(frame)
    await loaded
    try {
      const sending = send(frame.contentWindow!, { origin: location.origin, listen: window })
      said(text, { origin: location.origin })
      said(text, { origin: 'https://evil.example', source: frame.contentWindow })
      said(text, { origin: location.origin, source: window })
      expect((await sending).reference).to.equal('K-7')
    } finally {
      frame.remove()
    }
  })

  const wrong: [string, () => unknown, string][] = [
    ['no target', () => postMessage(undefined as unknown as MessageTarget), 'target'],
    ['a target without postMessage', () => postMessage({} as MessageTarget), 'target'],
    ['a window and no origin', () => postMessage(window, { listen: window }), 'origin'],
    ['any origin', () => postMessage(window, { listen: window, origin: '*' }), 'origin'],
    ['an address for an origin', () => postMessage(window, { listen: window, origin: 'https://shop.example/page' }), 'origin'],
    ['an origin that is none', () => postMessage(window, { listen: window, origin: 'null' }), 'origin'],
    ['the app for a window’s origin', () => postMessage(window, { listen: window, origin: 'app' }), 'origin'],
    ['a window that nobody listens for', () => postMessage(window, { origin }), 'listen'],
    ['a shell that is listened for wherever a message comes from', () => postMessage({ postMessage: () => {} }, { listen: window }), 'origin'],
    ['a shell with an origin', () => postMessage({ postMessage: () => {} }, { listen: window, origin }), 'origin'],
  ]
  for (const [what, make, option] of wrong)
    it(`cannot be made with ${what}`, () => {
      expect(make).to.throw().with.deep.include({ code: 'transport/wrong-option', details: { option } })
    })
})

describe('the transport kit, run on a MessagePort', () => {
  const ports: MessagePort[] = []
  afterEach(() => ports.splice(0).forEach(port => port.close()))

  runKit(() => {
    const { backend, answer, is } = wordSetup()
    const { port1, port2 } = new MessageChannel()
    ports.push(port1, port2)
    port2.onmessage = ({ data }: MessageEvent<string>) => {
      const message = JSON.parse(data) as { id: string; issue: Issue; files: { name: string; base64: string }[] }
      const files = message.files.map(({ name, base64 }) => ({ name, bytes: Uint8Array.from(atob(base64), character => character.charCodeAt(0)).buffer }))
      const word = answer(message, files)
      if (word !== undefined) port2.postMessage(typeof word === 'string' ? word : JSON.stringify(word))
      // A port has no status: whoever cannot, says so, or time runs out.
      if (is('down', 'lose-answer', 'nonsense')) port2.postMessage({ type: 'error', id: message.id })
    }
    return { transport: postMessage(port1), backend }
  })
})
