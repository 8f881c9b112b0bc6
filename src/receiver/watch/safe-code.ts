const earshot = /^[a-z][a-z-]{1,30}\/[a-z][a-z-]{1,60}$/
// PostgreSQL's classes begin so, in capitals and digits; Node's and undici's names of errors are in capitals.
const sqlState = /^[0-9FHPX][0-9A-Z]{4}$/
const system = /^(E|ERR_|UND_ERR_)[A-Z][A-Z0-9_]{2,50}$/

/** An SQLSTATE, or nothing. */
export const sqlStateOf = (code: unknown): string | undefined => (typeof code === 'string' && sqlState.test(code) ? code : undefined)

/**
 * A code as our own errors, PostgreSQL and Node write it. Anything else that stands under that name may be what somebody typed,
 * and is nothing.
 */
export const safeCode = (code: unknown): string | undefined =>
  typeof code === 'string' && [earshot, sqlState, system].some(known => known.test(code)) ? code : undefined

/** The code of whatever was thrown: never throws itself. */
export function codeOf(thrown: unknown): string | undefined {
  try {
    return safeCode((thrown as { code?: unknown } | null | undefined)?.code)
  } catch {
    return undefined
  }
}
