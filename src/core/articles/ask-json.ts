import { EarshotError } from '../support/errors.ts'
import { parseJson } from '../support/parse-json.ts'
import { fetchText, patience, type Fetch } from './fetch-text.ts'

export interface Question {
  /** Whom the message speaks of: the source's name. */
  source: string
  signal: AbortSignal
  fetch?: Fetch | undefined
  headers?: Readonly<Record<string, string>> | undefined
  /** Sent as JSON by POST; without it the request is a GET. */
  body?: unknown
}

/**
 * What a service answers, as JSON. No cookies travel. Messages name the source, the host and the status, nothing else: addresses,
 * headers and bodies carry keys and the customer's words.
 * @throws {EarshotError} `articles/unreachable` (`details.status` where there was an answer), `articles/bad-answer` when it is not JSON.
 */
export async function askJson(url: URL, question: Question): Promise<unknown> {
  const text = await askText(url, { accept: 'application/json', ...question })
  try {
    return parseJson(text)
  } catch {
    throw badAnswer(question.source, url.host, 'something that is not JSON; is the address right, or did a login page answer?')
  }
}

/** What a service answers, as text. Throws as `askJson` does. */
export async function askText(url: URL, { source, signal, fetch = globalThis.fetch, headers, body, accept }: Question & { accept: string }): Promise<string> {
  const { host } = url
  const init: RequestInit = {
    credentials: 'omit',
    signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    headers: { accept, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  }
  return fetchText(url, init, fetch, failure => {
    signal.throwIfAborted()
    const [what, status] = 'status' in failure ? [`answered ${failure.status}`, failure.status] : ['did not answer']
    return new EarshotError('articles/unreachable', `${source} at ${host} ${what}`, { source, host, ...(status && { status }) })
  })
}

/** What an answer of the wrong shape becomes. */
export const badAnswer = (source: string, host: string, came: string): EarshotError =>
  new EarshotError('articles/bad-answer', `${source} at ${host} answered with ${came}`, { source, host })

/** Undefined instead of a refusal where the service says that there is no such thing. */
export async function unlessMissing<T>(answer: Promise<T>, statuses: readonly unknown[] = [404, 410]): Promise<T | undefined> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof EarshotError && statuses.includes(error.details.status)) return undefined
    throw error
  }
}
