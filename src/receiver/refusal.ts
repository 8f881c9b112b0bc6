import { encode } from './bytes.ts'
import { comeAgain } from './intake/come-again.ts'
import { note } from './watch/notes.ts'
import { refusalCode } from './watch/refusal-code.ts'

/** One thing wrong with what was sent: where, as a JSON pointer (empty: in no one place of it), and what. */
export interface PointedError { pointer: string; detail: string }

interface RefusalInit {
  errors?: readonly PointedError[]
  headers?: Record<string, string>
  /** Which limit was reached, such as `limit/address`, or why else in a word: for the owner's figures, never in the answer. */
  code?: string
}

const titles: Record<number, string> = {
  400: 'Cannot be read', 401: 'Not allowed', 403: 'Not with this', 404: 'Nothing here', 405: 'Not this way', 408: 'Took too long', 409: 'In progress',
  413: 'Too large', 415: 'Another format', 422: 'Something in it is wrong', 429: 'Too many requests', 503: 'Not now',
}

/** Ends a request with an answer in `application/problem+json` (RFC 9457). */
export class Refusal extends Error {
  readonly status: number
  readonly errors: readonly PointedError[] | undefined
  readonly headers: Record<string, string>
  readonly code: string | undefined

  constructor(status: number, detail: string, { errors, headers = {}, code }: RefusalInit = {}) {
    super(detail)
    this.status = status
    this.errors = errors
    this.headers = headers
    this.code = code
  }
}

function jsonResponse(value: unknown, status: number, type: string, headers: Record<string, string>): Response {
  const bytes = encode(JSON.stringify(value))
  return note(new Response(bytes, { status, headers: { ...headers, 'content-type': type } }), { bytesOut: bytes.length })
}

// What these refuse was sent, and they say where it is wrong.
const pointed = [400, 415, 422]

/** What anybody may know of a refusal; never a stack or a statement. */
export function problemResponse(refusal: Refusal): Response {
  const { status, message, headers } = refusal
  const errors = refusal.errors ?? (pointed.includes(status) ? [{ pointer: '', detail: message }] : undefined)
  const problem = { type: 'about:blank', title: titles[status] ?? 'Refused', status, detail: message, ...(errors && { errors }) }
  return note(jsonResponse(problem, status, 'application/problem+json', headers), { code: refusalCode(refusal) })
}

/** An answer in JSON. */
export const json = (value: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  jsonResponse(value, status, 'application/json', headers)

/** Answers with what the work answers, a refusal, or 503 for whatever else was thrown; `report` hears of the latter. */
export async function answer(work: () => Promise<Response>, report: (error: unknown) => void): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal) return problemResponse(error)
    report(error)
    return problemResponse(new Refusal(503, 'This cannot be done at the moment; try again soon.', { headers: comeAgain(5_000), code: 'failed' }))
  }
}
