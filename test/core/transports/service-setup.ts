import type { Transport } from '../../../src/core/transports/transport.ts'
import { busySeconds, type BackendMood, type TakenIssue, type TransportSetup } from '../../../src/testing/transport-kit.ts'

type Fetch = typeof globalThis.fetch

/** One request as a service sees it. */
export interface Asked { url: URL; method: string; headers: Headers; init: RequestInit; text(): Promise<string>; form(): Promise<FormData> }

export interface Service {
  /** What the service keeps of a request. The same `id` twice is kept once, as far as the service knows ids. */
  keep(asked: Asked): Promise<TakenIssue>
  taken(issue: TakenIssue, count: number): Response
  refused(): Response
}

const asked = (url: RequestInfo | URL, init: RequestInit = {}): Asked => {
  const headers = new Headers(init.headers)
  const whole = () => new Response(init.body as BodyInit, { headers: { 'Content-Type': headers.get('Content-Type') ?? '' } })
  return { url: new URL(String(url)), method: init.method ?? 'GET', headers, init, text: () => whole().text(), form: () => whole().formData() }
}

/** A fake of somebody else's service behind an injected fetch, in every mood of the kit's. */
export function serviceSetup(make: (fetch: Fetch) => Transport, { keep, taken, refused }: Service): TransportSetup {
  const all: TakenIssue[] = []
  let mood: BackendMood = 'accept'
  let fixed: (() => Response) | undefined
  const fetch: Fetch = async (url, init = {}) => {
    init.signal?.throwIfAborted()
    if (fixed) return fixed()
    if (mood === 'down') throw new TypeError('Failed to fetch')
    if (mood === 'busy') return new Response('', { status: 429, headers: { 'Retry-After': String(busySeconds) } })
    if (mood === 'refuse') return refused()
    if (mood === 'nonsense') return new Response('<h1>Log in</h1>', { headers: { 'Content-Type': 'text/html' } })
    if (mood === 'hang') return new Promise((_, reject) => init.signal!.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))))
    const issue = await keep(asked(url, init))
    const known = all.find(({ id }) => id !== undefined && id === issue.id)
    if (!known) all.push(issue)
    if (mood === 'lose-answer') throw new TypeError('Failed to fetch')
    return taken(issue, all.indexOf(known ?? issue) + 1)
  }
  return {
    transport: make(fetch),
    backend: {
      mood: next => void (mood = next),
      taken: () => [...all],
      answer: (status, headers) => void (fixed = () => new Response('', { status, headers })),
    },
  }
}

/** What the customer said, out of an issue in words. */
export const saidIn = (text: string): string => /(?:^|\n)What was said:[\n ]([^]*?)\n\n(?:Files|Kind)(?::| )/.exec(text)?.[1] ?? ''

/** A transport whose fetch answers with what was recorded, and remembers what it was asked. */
export function recorded(make: (fetch: Fetch) => Transport, ...answers: (() => Response)[]) {
  const seen: Asked[] = []
  const transport = make(async (url, init) => {
    seen.push(asked(url, init))
    return answers[Math.min(seen.length, answers.length) - 1]!()
  })
  return { seen, transport }
}
