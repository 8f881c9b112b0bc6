import { EarshotError } from '../../../src/core/support/errors.ts'

/** The code a promise is refused with; `fulfilled` when it is not. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(() => 'fulfilled', (error: unknown) => (error instanceof EarshotError ? error.code : String(error)))
}
