import { safeCode, sqlStateOf } from './safe-code.ts'
import { stackFrames } from './stack-frames.ts'

/**
 * What may be known of an error outside: messages, details and values are left out, because databases and other systems quote in them
 * what customers wrote.
 */
export interface LoggedError {
  /** The error's class. */
  name: string
  /** Ours (`receiver/slow-files`), PostgreSQL's (`23505`) or the system's (`ECONNREFUSED`). */
  code?: string
  /** The other system's HTTP status. */
  status?: number
  /** What PostgreSQL names. */
  table?: string
  column?: string
  constraint?: string
  /** Where it was thrown. */
  frames?: string[]
  cause?: LoggedError
}

const deepest = 3
const className = /^[A-Z][A-Za-z0-9]{0,40}(Error|Exception)$/
const identifier = /^[a-z_][a-z0-9_]{0,62}$/
const named = ['table', 'column', 'constraint'] as const

function look(thrown: unknown, depth: number): LoggedError {
  if (typeof thrown !== 'object' || thrown === null) return { name: typeof thrown }
  const error = thrown as Record<string, unknown>
  const { name, status } = error
  const code = safeCode(error['code'])
  const frames = stackFrames(error)
  // Whatever else was wrapped: an AggregateError has several of a kind.
  const { details, errors } = error as { details?: { error?: unknown }; errors?: unknown }
  const cause = error['cause'] ?? details?.error ?? (Array.isArray(errors) ? errors[0] as unknown : undefined)
  return {
    name: typeof name === 'string' && className.test(name) ? name : name === 'error' ? 'DatabaseError' : 'Error',
    ...(code !== undefined && { code }),
    ...(Number.isInteger(status) && { status: status as number }),
    // Names of the database's own: only PostgreSQL's errors say which.
    ...(sqlStateOf(code) && Object.fromEntries(named.flatMap(key => {
      const value = error[key]
      return typeof value === 'string' && identifier.test(value) ? [[key, value]] : []
    }))),
    ...(frames.length && { frames }),
    ...(cause !== undefined && depth < deepest && { cause: read(cause, depth + 1) }),
  }
}

function read(thrown: unknown, depth: number): LoggedError {
  try {
    return look(thrown, depth)
  } catch {
    return { name: 'unreadable' }
  }
}

/** Never throws, whatever was thrown. */
export const loggedError = (thrown: unknown): LoggedError => read(thrown, 1)
