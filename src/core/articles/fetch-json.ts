import { EarshotError, messageOf } from '../support/errors.ts'
import { parseJson } from '../support/parse-json.ts'
import { fetchText, patience, type Fetch } from './fetch-text.ts'

/**
 * A JSON file of an index.
 * @throws {EarshotError} `articles/unreachable` (`details.status` where there was an answer), `articles/bad-index` when it is not JSON.
 */
export async function fetchJson(url: URL, fetch: Fetch): Promise<unknown> {
  const text = await fetchText(url, { signal: AbortSignal.timeout(patience) }, fetch, failure => {
    const [why, status] = 'status' in failure ? [`the answer is ${failure.status}`, failure.status] : [messageOf(failure.thrown)]
    return new EarshotError('articles/unreachable', `${url.href} could not be fetched: ${why}`, { url: url.href, ...(status && { status }) })
  })
  try {
    return parseJson(text)
  } catch {
    throw new EarshotError('articles/bad-index', `${url.href} is not JSON; is it the address of a built index?`, { url: url.href })
  }
}
