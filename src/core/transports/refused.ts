import { jsonOf } from './exchange.ts'
import { refusal } from './refusal.ts'
import type { TransportError } from './transport.ts'

/**
 * What to throw for an answer that is no success, in a transport of your own: `if (!answer.ok) throw await refused(answer)`. `never` for a
 * status that speaks of the issue (400, 413, 422 …), `later` for all that passes (401, 404, 409, 429, 5xx …); `afterMs` by `Retry-After`,
 * in seconds or as a date; `detail` from a problem (RFC 9457). Reads the answer's body; its address stands in the message without its query.
 */
export async function refused(answer: Response): Promise<TransportError> {
  const where = URL.canParse(answer.url) ? new URL(answer.url) : undefined
  return refusal(answer, await jsonOf(answer), where ? where.origin + where.pathname : 'The backend', Date.now())
}
