import type { Happening, RequestBegun, StatementDone } from './happening.ts'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

/** From the least to the worst. */
export const logLevels: readonly LogLevel[] = ['debug', 'info', 'warn', 'error']

// Asked by balancers and by Prometheus, again and again.
const machines = ['/health', '/ready', '/metrics']

type Silent = RequestBegun | StatementDone

/** What is logged of it, by `event`; `time` is ISO 8601. */
export type LogEntry = { time: string; level: LogLevel } & Exclude<Happening, Silent>

/** What somebody should look at is a warning; what somebody must look at, an error. */
function levelOf(happening: Exclude<Happening, Silent>): LogLevel {
  switch (happening.event) {
    case 'request': {
      const { status, method, route, code = 'failed' } = happening
      if (status >= 400) return status >= 500 && code === 'failed' ? 'error' : 'warn'
      return method === 'OPTIONS' || machines.includes(route) ? 'debug' : 'info'
    }
    case 'forward': return ({ done: 'info', failed: 'warn', dead: 'error' } as const)[happening.outcome]
    case 'limited': return 'warn'
    case 'database-away': case 'error': return 'error'
    default: return 'info'
  }
}

/** Undefined for what is only counted. */
export function logEntry(happening: Happening, now: number): LogEntry | undefined {
  if (happening.event === 'request-begun' || happening.event === 'statement') return undefined
  return { time: new Date(now).toISOString(), level: levelOf(happening), ...happening }
}
