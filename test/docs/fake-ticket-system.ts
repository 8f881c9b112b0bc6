import { busySeconds, type BackendMood, type FakeBackend, type TakenIssue } from '../../src/testing/transport-kit.ts'

/** A ticket system behind a `fetch`: `PUT` with the same key twice is one ticket. */
export function fakeTicketSystem(): FakeBackend & { fetch: typeof fetch } {
  const tickets = new Map<string, TakenIssue & { number: string }>()
  let mood: BackendMood = 'accept'
  let answer: (() => Response) | undefined
  return {
    mood: next => void ((mood = next), (answer = undefined)),
    taken: () => [...tickets.values()],
    answer: (status, headers) => void (answer = () => new Response(null, { status, headers })),
    async fetch(input, init) {
      init?.signal?.throwIfAborted()
      if (answer) return answer()
      switch (mood) {
        case 'down': throw new TypeError('Failed to fetch')
        case 'busy': return new Response('', { status: 503, headers: { 'Retry-After': String(busySeconds) } })
        case 'refuse': return Response.json({ error: 'No' }, { status: 422 })
        case 'nonsense': return new Response('<h1>Log in</h1>')
        case 'hang': return new Promise((_, reject) => init!.signal!.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))))
      }
      const key = String(input).split('/').at(-1)!
      const { text, data } = JSON.parse(String(init?.body)) as { text: string; data: Record<string, unknown> }
      const ticket = tickets.get(key) ?? { id: key, story: text, files: [], issue: data, number: `T-${tickets.size + 1}` }
      tickets.set(key, ticket)
      if (mood === 'lose-answer') throw new TypeError('Failed to fetch')
      return Response.json({ key, number: ticket.number })
    },
  }
}
