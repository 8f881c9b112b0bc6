import { isRecord } from '../support/json.ts'
import { retryAfter } from './retry-after.ts'
import { TransportError } from './transport.ts'
import { verdict } from './verdict.ts'

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)

/** What an answer other than 2xx says, as an error with a verdict: by its status, or in so many words (`retry`). @param said its JSON, if it has any. */
export function refusal(answer: Response, said: unknown, where: string, now: number): TransportError {
  const { status, headers } = answer
  const problem = isRecord(said) ? said : {}
  const judged = verdict(status)
  const retry = problem.retry === 'never' || problem.retry === 'later' ? problem.retry : judged.retry
  // What stands behind a status that may pass is of no help where it will not.
  const code = retry === 'never' && judged.retry === 'later' ? 'transport/refused' : judged.code
  const [first] = Array.isArray(problem.errors) ? problem.errors.filter(isRecord) : []
  const detail = text(problem.detail) ?? text(first?.detail) ?? text(problem.title)
  // RFC 9457 writes a pointer as a fragment.
  const pointer = (text(first?.pointer) ?? text(problem.pointer))?.replace(/^#/, '')
  const afterMs = retryAfter(headers.get('Retry-After'), headers.get('Date'), now)
  return new TransportError(code, `${where} answered ${status}${detail ? `: ${detail}` : ''}`, {
    retry,
    status,
    ...(detail && { detail: detail.slice(0, 1_000) }),
    ...(pointer && { pointer }),
    ...(afterMs && { afterMs }),
  })
}
