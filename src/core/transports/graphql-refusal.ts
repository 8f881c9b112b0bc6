import { isRecord } from '../support/json.ts'
import { failedBy, type OwnWords } from './ask.ts'
import { at } from './fill.ts'
import type { TransportError } from './transport.ts'
import { verdict } from './verdict.ts'

/** What servers share of `extensions.code` (Apollo, Yoga, Hasura, Shopify), as the status that means the same; a wrong document is its owner's to mend. */
const statuses = new Map<unknown, number>(Object.entries({
  BAD_USER_INPUT: 422, UNAUTHENTICATED: 401, FORBIDDEN: 403, ACCESS_DENIED: 403, NOT_FOUND: 404, CONFLICT: 409,
  PAYLOAD_TOO_LARGE: 413, RATE_LIMITED: 429, TOO_MANY_REQUESTS: 429, THROTTLED: 429, SERVICE_UNAVAILABLE: 503,
  GRAPHQL_PARSE_FAILED: 500, GRAPHQL_VALIDATION_FAILED: 500, INTERNAL_SERVER_ERROR: 500,
}))

const errorsOf = (said: unknown) => (isRecord(said) && Array.isArray(said.errors) ? said.errors : [])

/** The first of an answer's errors that tells what it means; the words are the first error's. */
export function graphqlWords(said: unknown, refused: readonly string[]): OwnWords {
  const errors = errorsOf(said).filter(isRecord)
  if (errors.length === 0) return {}
  const detail = errors.map(({ message }) => message).find(text => typeof text === 'string')
  const own = errors.map(error => meaning(error, refused)).find(found => found !== undefined)
  return { ...own, ...(detail !== undefined && { detail }) }
}

/** What an answer of success says of a failure; undefined when it says of none. */
export function graphqlRefusal(said: unknown, refused: readonly string[]): TransportError | undefined {
  if (errorsOf(said).length === 0) return undefined
  return failedBy('The mutation', graphqlWords(said, refused))
}

function meaning(error: Record<string, unknown>, refused: readonly string[]): OwnWords | undefined {
  const code = at(error, 'extensions.code')
  if (typeof code === 'string' && refused.includes(code)) return { code: 'transport/refused', retry: 'never' }
  // Yoga and others say the status that the error alone would have had.
  const said = at(error, 'extensions.http.status')
  const status = statuses.get(code) ?? (typeof said === 'number' && said >= 400 ? said : undefined)
  if (status === undefined) return undefined
  const seconds = at(error, 'extensions.retryAfter')
  return { ...verdict(status), ...(status >= 429 && typeof seconds === 'number' && seconds > 0 && { afterMs: Math.min(seconds, 86_400) * 1_000 }) }
}
