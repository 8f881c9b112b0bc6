import type { Issue } from '../../../src/core/issue/issue.ts'
import type { Message } from '../../../src/core/issue/thread.ts'
import { http } from '../../../src/core/transports/http.ts'
import { busySeconds, type BackendMood, type TakenIssue, type TransportSetup } from '../../../src/testing/transport-kit.ts'
import { json } from './fixtures.ts'

interface Case extends TakenIssue { issue: Issue; reference: string; token: string; shared: string[]; messages: Map<string, Message> }

/** A backend in a few lines that keeps keys, threads and shares, behind an injected fetch. */
export function httpSetup(): TransportSetup {
  const all = new Map<string, Case>()
  const codes = new Map<string, { id: string; token: string }>()
  const secret = 'k-3f1b5c7a9e21'
  let mood: BackendMood = 'accept'
  let answer: (() => Response) | undefined
  let minted = 0

  const receiptOf = ({ issue: { id }, reference }: Case, token: string) => ({ id, reference, token, acceptedAt: '2026-11-21T10:00:01.000Z' })

  const takeIssue = async (init: RequestInit, headers: Headers) => {
    const request = new Response(init.body as BodyInit, { headers: { 'Content-Type': headers.get('Content-Type')! } })
    const files: { name: string; bytes: ArrayBuffer }[] = []
    let issue: Issue
    if (headers.get('Content-Type')!.startsWith('multipart/')) {
      const form = await request.formData()
      const part = form.get('issue')!
      issue = JSON.parse(typeof part === 'string' ? part : await part.text()) as Issue
      for (const value of form.values())
        if (value instanceof File && value !== part) files.push({ name: value.name, bytes: await value.arrayBuffer() })
    } else issue = (await request.json()) as Issue
    const id = headers.get('Idempotency-Key')!
    const known = all.get(id)
    const taken = known ?? { id, issue, story: issue.story!, files, reference: `K-${all.size + 1}`, token: `own-${++minted}`, shared: [], messages: new Map() }
    all.set(id, taken)
    if (mood === 'lose-answer') throw new TypeError('Failed to fetch')
    return json(receiptOf(taken, taken.token), known ? 200 : 201)
  }

  const follow = (found: Case, method: string, what: string | undefined, body: string, headers: Headers) => {
    const token = headers.get('Authorization')?.replace('Bearer ', '') ?? ''
    if (token !== found.token && !found.shared.includes(token)) return json({}, 401)
    if (what === 'messages') {
      const message = JSON.parse(body) as Message
      const known = found.messages.has(message.id)
      if (!known) found.messages.set(message.id, message)
      return json({ id: message.id }, known ? 200 : 201)
    }
    if (what === 'shares' && method === 'DELETE') {
      found.shared = []
      for (const [code, { id }] of codes) if (id === found.id) codes.delete(code)
      return new Response(null, { status: 204 })
    }
    if (what === 'shares') {
      const [code, token] = [`CODE-${++minted}`, `shared-${minted}`]
      codes.set(code, { id: found.id!, token })
      found.shared.push(token)
      return json({ token, code, expiresAt: '2026-11-21T10:15:00.000Z' }, 201)
    }
    const mark = `"${found.messages.size}"`
    if (headers.get('If-None-Match') === mark) return new Response(null, { status: 304 })
    return json({ id: found.id, reference: found.reference, status: 'open', messages: [...found.messages.values()] }, 200, { ETag: mark })
  }

  const fetch: typeof globalThis.fetch = async (url, init = {}) => {
    init.signal!.throwIfAborted()
    if (answer) return answer()
    if (mood === 'down') throw new TypeError('Failed to fetch')
    if (mood === 'busy') return new Response('', { status: 503, headers: { 'Retry-After': String(busySeconds) } })
    if (mood === 'refuse') return json({ detail: 'No' }, 422)
    if (mood === 'nonsense') return new Response('<h1>Log in</h1>', { headers: { 'Content-Type': 'text/html' } })
    if (mood === 'hang') return new Promise((_, reject) => init.signal!.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))))
    const headers = new Headers(init.headers)
    const [id, what] = new URL(String(url)).pathname.split('/').slice(2)
    if (!id) return takeIssue(init, headers)
    if (id === 'open') {
      const { code } = JSON.parse(init.body as string) as { code: string }
      const { id, token } = codes.get(code) ?? {}
      codes.delete(code)
      const found = all.get(id ?? '')
      return found ? json({ issue: found.issue, receipt: receiptOf(found, token!) }) : json({}, 404)
    }
    return follow(all.get(id)!, init.method!, what, init.body as string, headers)
  }
  return {
    transport: http('https://desk.example/issues', { fetch, headers: { 'X-Key': secret } }),
    secret,
    backend: {
      mood: next => void ((mood = next), (answer = undefined)),
      taken: () => [...all.values()],
      answer: (status, headers) => void (answer = () => new Response(null, { status, headers })),
    },
  }
}
