import type { Issue } from '../../src/core/issue/issue.ts'
import { seal } from '../../src/core/issue/seal.ts'
import type { Draft } from '../../src/core/issue/draft.ts'
import type { Receipt } from '../../src/core/issue/receipt.ts'

export const endpoint = 'https://desk.example/issues'

export const newIssue = (draft: Partial<Draft> = {}): Issue => seal({ kind: 'problem', story: 'The lamp came broken. Twice.', ...draft })

/** `POST {endpoint}` with the issue as JSON. */
export function post(issue: Issue | string, headers: Record<string, string> = {}, id = typeof issue === 'string' ? '' : issue.id): Request {
  return new Request(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': id, ...headers },
    body: typeof issue === 'string' ? issue : JSON.stringify(issue),
  })
}

/** `POST {endpoint}` as a form: the issue, then its files. */
export function postForm(issue: Issue, files: [name: string, bytes: Uint8Array<ArrayBuffer>][]): Request {
  const form = new FormData()
  form.set('issue', new Blob([JSON.stringify(issue)], { type: 'application/json' }))
  for (const [name, bytes] of files) form.append(name, new Blob([bytes]), name)
  return new Request(endpoint, { method: 'POST', headers: { 'idempotency-key': issue.id }, body: form })
}

export const getThread = (id: string, token?: string): Request =>
  new Request(`${endpoint}/${id}`, { headers: token ? { authorization: `Bearer ${token}` } : {} })

export const postReply = (id: string, token: string, message: unknown): Request =>
  new Request(`${endpoint}/${id}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(message),
  })

export const receiptOf = async (response: Response): Promise<Receipt> => (await response.json()) as Receipt

export interface ProblemBody { type: string; title: string; status: number; detail: string; errors?: { pointer: string; detail: string }[] }

export const problemOf = async (response: Response): Promise<ProblemBody> => (await response.json()) as ProblemBody

export interface Asked { method?: string; token?: string | undefined; headers?: Record<string, string>; body?: unknown }

/** Any other request: the body as JSON, the token as the bearer's. */
export const ask = (path: string, { method = 'GET', token, headers = {}, body }: Asked = {}): Request =>
  new Request(endpoint + path, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }), ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })

/** A message as a form: the part `message`, then its files. */
export function postMessageForm(id: string, token: string, message: unknown, files: [name: string, bytes: Uint8Array<ArrayBuffer>][]): Request {
  const form = new FormData()
  form.set('message', new Blob([JSON.stringify(message)], { type: 'application/json' }))
  for (const [name, bytes] of files) form.append(name, new Blob([bytes]), name)
  return new Request(`${endpoint}/${id}/messages`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: form })
}
