import type { Transport } from '../../src/core/transports/transport.ts'
import type { Query } from '../../src/receiver/query.ts'
import { busySeconds, type BackendMood, type TransportSetup } from '../../src/testing/transport-kit.ts'
import { openReceiver } from './open-receiver.ts'

/** The receiver itself as the backend of the kit, in each of its moods. @param secret that the transport sends along and shows to nobody. */
export function receiverSetup(query: Query, transportOf: (fetch: typeof globalThis.fetch) => Transport, secret: string): TransportSetup {
  const { handle, rows } = openReceiver(query)
  let mood: BackendMood = 'accept'
  let fixed: (() => Response) | undefined
  const fetch: typeof globalThis.fetch = async (input, init) => {
    init!.signal!.throwIfAborted()
    if (fixed) return fixed()
    if (mood === 'down') throw new TypeError('fetch failed')
    if (mood === 'busy') return new Response('', { status: 503, headers: { 'Retry-After': String(busySeconds) } })
    if (mood === 'refuse') return Response.json({ detail: 'No' }, { status: 422 })
    if (mood === 'nonsense') return new Response('<h1>Log in</h1>', { headers: { 'Content-Type': 'text/html' } })
    if (mood === 'hang') return new Promise((_, reject) => init!.signal!.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))))
    const answer = await handle(new Request(input, init))
    if (mood === 'lose-answer') throw new TypeError('fetch failed')
    return answer
  }
  const taken = async () => {
    const files = await rows('issue, name, bytes', 'attachments')
    return (await rows('seq, id, body')).map(({ seq, id, body }) => ({
      id: id as string, story: (body as { story: string }).story, issue: body as Record<string, unknown>,
      files: files.filter(file => file['issue'] === seq).map(({ name, bytes }) => ({ name: name as string, bytes: Uint8Array.from(bytes as Uint8Array).buffer })),
    }))
  }
  const answer = (status: number, headers: Readonly<Record<string, string>>) => void (fixed = () => new Response('', { status, headers }))
  return { transport: transportOf(fetch), secret, backend: { mood: next => void (mood = next), taken, answer } }
}
