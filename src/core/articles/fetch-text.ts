import { EarshotError } from '../support/errors.ts'

export type Fetch = typeof globalThis.fetch

/** Milliseconds; an answer that takes longer is no help. */
export const patience = 15_000

/**
 * What stands at an address, as text.
 * @param unreachable makes the error: of an answer that is none, with its status, or of what was thrown.
 */
export async function fetchText(
  url: URL, init: RequestInit, fetch: Fetch, unreachable: (failure: { status: number } | { thrown: unknown }) => EarshotError,
): Promise<string> {
  try {
    // Without a prototype, so that a page that adds to Object's cannot add to the request.
    const response = await fetch(url, Object.assign(Object.create(null) as object, init))
    if (!response.ok) throw unreachable({ status: response.status })
    return await response.text()
  } catch (thrown) {
    throw thrown instanceof EarshotError ? thrown : unreachable({ thrown })
  }
}
