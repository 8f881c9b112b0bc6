import { EarshotError, messageOf } from '../support/errors.ts'

export type Fetch = typeof globalThis.fetch

// A help file that takes longer is no help.
const patience = 15_000

/**
 * A JSON file of an index.
 * @throws {EarshotError} `articles/unreachable` (`details.status` where there was an answer), `articles/bad-index` when it is not JSON.
 */
export async function fetchJson(url: URL, fetch: Fetch): Promise<unknown> {
  // Without a prototype, so that a page that adds to Object's cannot add to the request.
  const init = Object.assign(Object.create(null) as object, { signal: AbortSignal.timeout(patience) })
  const unreachable = (why: string, status?: number) =>
    new EarshotError('articles/unreachable', `${url.href} could not be fetched: ${why}`, { url: url.href, ...(status && { status }) })
  let text: string
  try {
    const response = await fetch(url, init)
    if (!response.ok) throw unreachable(`the answer is ${response.status}`, response.status)
    text = await response.text()
  } catch (error) {
    throw error instanceof EarshotError ? error : unreachable(messageOf(error))
  }
  try {
    return JSON.parse(text)
  } catch {
    throw new EarshotError('articles/bad-index', `${url.href} is not JSON; is it the address of a built index?`, { url: url.href })
  }
}
