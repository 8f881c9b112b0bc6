import { it } from 'node:test'
import { http } from '../../src/core/transports/http.ts'
import { busySeconds, transportPromises, type BackendMood, type TransportSetup } from '../../src/testing/transport-kit.ts'
import { onEachDatabase } from './databases.ts'
import { openReceiver } from './open-receiver.ts'
import { endpoint } from './requests.ts'

onEachDatabase('the transport kit, run on http and the receiver', query => {
  const make = (): TransportSetup => {
    const { handle, rows } = openReceiver(query)
    let mood: BackendMood = 'accept'
    const fetch: typeof globalThis.fetch = async (input, init) => {
      init!.signal!.throwIfAborted()
      if (mood === 'down') throw new TypeError('Failed to fetch')
      if (mood === 'busy') return new Response('', { status: 503, headers: { 'Retry-After': String(busySeconds) } })
      if (mood === 'refuse') return Response.json({ detail: 'No' }, { status: 422 })
      if (mood === 'nonsense') return new Response('<h1>Log in</h1>', { headers: { 'Content-Type': 'text/html' } })
      if (mood === 'hang') return new Promise((_, reject) => init!.signal!.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))))
      const answer = await handle(new Request(input, init))
      if (mood === 'lose-answer') throw new TypeError('Failed to fetch')
      return answer
    }
    const taken = async () => {
      const files = await rows('issue, name, bytes', 'attachments')
      const issues = await rows('seq, id, body')
      return issues.map(({ seq, id, body }) => ({
        id: id as string,
        story: (body as { story: string }).story,
        files: files.filter(file => file['issue'] === seq).map(({ name, bytes }) => ({ name: name as string, bytes: Uint8Array.from(bytes as Uint8Array).buffer })),
      }))
    }
    return { transport: http(endpoint, { fetch }), backend: { mood: next => void (mood = next), taken } }
  }
  for (const { title, run } of transportPromises(make)) it(title, run)
})
