import { expect } from '@open-wc/testing'

/** What was asked of a service: as much as its documentation speaks of. */
export interface Asked { method: string; url: string; headers: Record<string, string>; body?: unknown }

export interface Exchange { asks: Asked; answers: Response | (() => Response | Promise<Response>) }

const bodyOf = async (body: BodyInit | null | undefined, type: string): Promise<unknown> => {
  if (typeof body === 'string' && type.startsWith('application/json')) return JSON.parse(body)
  if (!type.startsWith('multipart/')) return body ?? undefined
  const parts = [...(await new Response(body, { headers: { 'Content-Type': type } }).formData()).entries()]
  return Promise.all(parts.map(async ([name, value]) => (typeof value === 'string' ? [name, value] : [name, value.name, value.type, [...new Uint8Array(await value.arrayBuffer())]])))
}

/** A `fetch` that plays recorded exchanges in their order, and holds each request to what was recorded. */
export function played(...exchanges: Exchange[]) {
  const left = [...exchanges]
  const fetch: typeof globalThis.fetch = async (url, init = {}) => {
    const next = left.shift()
    if (!next) throw new Error(`Nothing was recorded for ${String(url)}`)
    const headers = Object.fromEntries(new Headers(init.headers))
    const type = headers['content-type']?.split(';')[0]
    const body = await bodyOf(init.body, headers['content-type'] ?? '')
    const asked: Asked = { method: init.method!, url: String(url), headers: { ...headers, ...(type && { 'content-type': type }) }, ...(body !== undefined && { body }) }
    expect(asked).to.deep.equal(next.asks)
    return typeof next.answers === 'function' ? next.answers() : next.answers
  }
  return { fetch, left }
}

/** What a service may answer besides what it should, and what becomes of it. */
export const troubles: readonly { what: string; answer: () => Response; code: string; retry: string; afterMs?: number }[] = [
  { what: '429 with a time', answer: () => new Response('', { status: 429, headers: { 'Retry-After': '9' } }), code: 'transport/busy', retry: 'later', afterMs: 9_000 },
  { what: '503', answer: () => new Response('upstream', { status: 503 }), code: 'transport/busy', retry: 'later' },
  { what: '500 with a page', answer: () => new Response('<h1>Sorry</h1>', { status: 500, headers: { 'Content-Type': 'text/html' } }), code: 'transport/failed', retry: 'later' },
  { what: 'a portal’s page', answer: () => new Response('<h1>Log in</h1>', { headers: { 'Content-Type': 'text/html' } }), code: 'transport/not-a-receipt', retry: 'later' },
  { what: 'nothing', answer: () => new Response(null, { status: 204 }), code: 'transport/not-a-receipt', retry: 'later' },
  { what: 'other JSON', answer: () => Response.json({ ok: true }), code: 'transport/not-a-receipt', retry: 'later' },
]
