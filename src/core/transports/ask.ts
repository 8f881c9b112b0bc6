import { deadline } from '../support/deadline.ts'
import { jsonOf, type Answer } from './exchange.ts'
import type { Call, Line } from './http-line.ts'
import type { HttpOptions } from './http.ts'
import { refusal } from './refusal.ts'
import { TransportError, type TransportErrorInit } from './transport.ts'

/** What every transport to somebody else's service may be told. */
export type ServiceOptions = Pick<HttpOptions, 'fetch' | 'timeout' | 'clock'>

/** What a service says of a refusal in a shape of its own; what it leaves out is read from the status and the headers. */
export type OwnWords = Partial<TransportErrorInit> & { code?: string }

/**
 * One POST to a service that does not speak our protocol, and its whole answer; resolves for 2xx, whatever that says.
 * @param words reads the service's own refusal; `said` is the answer's JSON, undefined when it is none.
 * @throws {TransportError} with a verdict for everything else.
 */
export function ask(line: Line, call: Call, words: (said: unknown, answer: Response) => OwnWords = () => ({})): Promise<Answer> {
  const { clock } = line.settings
  return line.open({ method: 'POST', ...call }, (fetched, limit, where) => {
    const talk = async (): Promise<Answer> => {
      const answer = await fetched
      const { status, headers } = answer
      const said = await jsonOf(answer, call.most)
      if (answer.ok) return { status, headers, said }
      throw inOwnWords(refusal(answer, said, where, clock.now()), words(said, answer), where)
    }
    return deadline(talk(), limit, 'transport/timeout', clock)
  })
}

/** What a service says of a failure in an answer of success. */
export const failedBy = (where: string, words: OwnWords): TransportError =>
  inOwnWords(new TransportError('transport/failed', '', { retry: 'later' }), words, where)

/** The same refusal, as the service itself puts it. */
export function inOwnWords(plain: TransportError, { code = plain.code, ...own }: OwnWords, where: string): TransportError {
  const detail = own.detail?.slice(0, 1_000) ?? plain.detail
  const { retry, status, afterMs, pointer } = { ...plain, ...own }
  return new TransportError(code, `${where} answered ${status ?? 'a refusal'}${detail ? `: ${detail}` : ''}`, {
    retry,
    ...(status !== undefined && { status }),
    ...(detail && { detail }),
    ...(pointer && { pointer }),
    ...(afterMs && { afterMs }),
  })
}
