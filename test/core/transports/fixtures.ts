import type { Issue } from '../../../src/core/issue/issue.ts'
import { http, type HttpOptions } from '../../../src/core/transports/http.ts'
import type { Transport, TransportError } from '../../../src/core/transports/transport.ts'

export const endpoint = 'https://desk.example/issues'
export const issue: Issue = { version: 1, id: '01935b2e-7c00-7fff-bfff-000000000001', createdAt: '2026-11-21T10:00:00.000Z', kind: 'problem', story: 'It whistles' }
export const receipt = { id: issue.id, reference: 'K-1', acceptedAt: '2026-11-21T10:00:01.000Z' }

export const json = (value: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(value), { status, headers: { 'Content-Type': 'application/json', ...headers } })

export interface Seen { url: string; init: RequestInit; headers: Headers }

/** An http transport whose fetch answers with `answer` and remembers what it was asked. */
export function wired(answer: (seen: Seen, count: number) => Response | Promise<Response>, options: HttpOptions = {}) {
  const seen: Seen[] = []
  const fetch = async (url: RequestInfo | URL, init: RequestInit = {}) => {
    const entry = { url: String(url), init, headers: new Headers(init.headers) }
    seen.push(entry)
    return answer(entry, seen.length)
  }
  return { seen, transport: http(endpoint, { fetch, ...options }) }
}

export const signal = () => new AbortController().signal
export const send = (transport: Transport, attachments: Parameters<Transport['send']>[1] = []) => transport.send(issue, attachments, { signal: signal() })
export const refusalOf = (work: Promise<unknown>): Promise<TransportError> =>
  work.then(value => { throw new Error(`Expected a refusal, got ${JSON.stringify(value)}`) }, (error: TransportError) => error)
