import assert from 'node:assert/strict'
import type { Attachment, Issue } from '../../../src/core/issue/issue.ts'
import type { Message } from '../../../src/core/issue/thread.ts'
import type { TransportError } from '../../../src/core/transports/transport.ts'
import { busySeconds, type BackendMood, type FakeBackend } from '../../../src/testing/transport-kit.ts'

/** One request as the service got it; `json` is its body where it is JSON, `bytes` where it is neither that nor a form. */
export interface Asked { method: string; url: URL; path: string; headers: Headers; json: unknown; form?: FormData; bytes?: Uint8Array<ArrayBuffer> }

export type Answer = Response | Promise<Response>

export interface FakeService {
  fetch: typeof globalThis.fetch
  /** All that was asked, oldest first. */
  asked: Asked[]
  mood(next: BackendMood): void
  /** From now on the service answers so, whatever is asked. */
  instead(next: (asked: Asked) => Answer): void
  /** As the kit wants it. */
  backend(taken: FakeBackend['taken']): FakeBackend
}

/**
 * A service as its documentation has it, behind `fetch`.
 * @param answer what it does with a request; an assertion that fails in it fails the test, too.
 * @param refuse how this service refuses an issue as it is.
 */
export function fakeService(answer: (asked: Asked) => Answer, refuse: () => Response): FakeService {
  const asked: Asked[] = []
  let mood: BackendMood = 'accept'
  let instead: ((asked: Asked) => Answer) | undefined
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const { signal } = init!
    signal!.throwIfAborted()
    if (mood === 'down') throw new TypeError('fetch failed')
    if (mood === 'hang') return new Promise((_, reject) => signal!.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))))
    if (mood === 'busy') return new Response('', { status: 429, headers: { 'Retry-After': String(busySeconds) } })
    if (mood === 'nonsense') return new Response('<h1>Log in</h1>', { headers: { 'Content-Type': 'text/html' } })
    if (mood === 'refuse') return refuse()
    const request = new Request(input, init)
    const url = new URL(request.url)
    const type = request.headers.get('content-type') ?? ''
    const one: Asked = { method: request.method, url, path: decodeURI(url.pathname), headers: request.headers, json: undefined }
    if (type.startsWith('multipart/')) one.form = await request.formData()
    else if (type.startsWith('application/json')) one.json = await request.json()
    else one.bytes = new Uint8Array(await request.arrayBuffer())
    asked.push(one)
    const response = await (instead ?? answer)(one)
    if (mood === 'lose-answer') throw new TypeError('fetch failed')
    return response
  }
  const setMood = (next: BackendMood) => void (mood = next)
  const setAnswer = (next: (asked: Asked) => Answer) => void (instead = next)
  const respond = (status: number, headers: Readonly<Record<string, string>>) => {
    setMood('accept')
    setAnswer(() => new Response('', { status, headers }))
  }
  return { fetch, asked, mood: setMood, instead: setAnswer, backend: taken => ({ mood: setMood, taken, answer: respond }) }
}

export const signal = (): AbortSignal => new AbortController().signal

/** Words that are markup, a mention, a command or an address somewhere. */
export const hostile = [
  '@everyone and @octocat, see #1, GH-2, acme/shop#3 and !4',
  '![x](https://evil.example/x.png) <img src=https://evil.example/y.png> [here](https://evil.example)',
  '/close',
  '<!-- earshot:somebody-elses --> <!channel> <@U1> <https://evil.example|bank> &lt;b&gt;',
  '```',
  '# heading ~~gone~~ **bold** `code` ``` fence',
  '',
  '--- https://evil.example/plain {"type":"mention"} [~accountid:1] <at>Marit</at>',
].join('\n')

export const issueOf = (more: Partial<Issue> = {}): Issue => ({
  version: 1, id: '01935b2e-7c00-7fff-bfff-000000000001', createdAt: '2026-11-21T10:00:00.000Z', kind: 'problem', summary: 'It whistles', story: 'It whistles at night', ...more,
})

export const messageOf = (more: Partial<Message> = {}): Message => ({ id: '01935b2e-7c00-7fff-bfff-0000000000aa', at: '2026-11-22T09:00:00.000Z', from: 'customer', text: 'Still whistles', ...more })

export function fileOf(name = 'kettle.png', bytes = Uint8Array.of(1, 2, 3)): Attachment {
  return { id: 'file-1', name, type: 'image/png', size: bytes.length, bytes: bytes.slice().buffer }
}

/** What something was refused with. */
export async function refusal(work: Promise<unknown>): Promise<TransportError> {
  const outcome = await work.then(value => ({ value }), (error: unknown) => ({ error }))
  assert.ok('error' in outcome, `expected a refusal, got ${JSON.stringify(outcome)}`)
  assert.equal((outcome.error as Error).name, 'TransportError', String(outcome.error))
  return outcome.error as TransportError
}

/** Fails where a secret stands in an error. */
export function assertSilent(error: TransportError, ...secrets: string[]): void {
  const told = [error.message, String(error.stack), JSON.stringify(error), JSON.stringify(error.details)].join('\n')
  for (const secret of secrets) assert.ok(!told.includes(secret), `the error tells the secret: ${error.message}`)
}
