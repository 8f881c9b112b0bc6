import { busySeconds, type BackendMood, type FakeBackend, type TakenIssue } from '../../src/testing/transport-kit.ts'

/** A ticket system behind a `fetch`: `PUT` with the same key twice is one ticket. */
export function fakeTicketSystem(): FakeBackend & { fetch: typeof fetch } {
  const tickets = new Map<string, TakenIssue & { number: string }>()
  let mood: BackendMood = 'accept'
  return {
    mood: next => void (mood = next),
    taken: () => [...tickets.values()],
    async fetch(input, init) {
      init?.signal?.throwIfAborted()
      switch (mood) {
        case 'down': throw new TypeError('Failed to fetch')
        case 'busy': return new Response('', { status: 503, headers: { 'Retry-After': String(busySeconds) } })
        case 'refuse': return Response.json({ error: 'No' }, { status: 422 })
        case 'nonsense': return new Response('<h1>Log in</h1>')
        case 'hang': return new Promise((_, reject) => init!.signal!.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))))
      }
      const key = String(input).split('/').at(-1)!
      const { text } = JSON.parse(String(init?.body)) as { text: string }
      const ticket = tickets.get(key) ?? { id: key, story: text, files: [], number: `T-${tickets.size + 1}` }
      tickets.set(key, ticket)
      if (mood === 'lose-answer') throw new TypeError('Failed to fetch')
      return Response.json({ key, number: ticket.number })
    },
  }
}
