import type { Clock } from '../../core/support/clock.ts'
import { migrate } from '../migrations.ts'
import type { Query } from '../query.ts'
import { consoleReport } from './console-report.ts'
import type { Happening, Side, Tell } from './happening.ts'
import type { Log } from './json-lines.ts'
import { limitIn } from './limit-in.ts'
import { createLimitSums } from './limit-sums.ts'
import { logEntry } from './log-entry.ts'
import { loggedError } from './logged-error.ts'
import type { Metrics } from './metrics.ts'
import { requestIdOf } from './request-id.ts'
import { tellMigration } from './tell-migration.ts'
import { watchQuery } from './watch-query.ts'
import { watchRequest } from './watch-request.ts'

/** How an owner may look on. */
export interface WatchOptions {
  /** Hears of every request, and of every event that matters, without a word of a customer's: `jsonLines()`, or your own. Default: nobody. */
  log?: Log
  /** Counts the same: `await createMetrics()`. Default: nobody. */
  metrics?: Metrics
  /**
   * Hears of what went wrong inside as it was thrown; the sender only reads "try again". Messages of databases and of other systems
   * quote what customers wrote. Default: `log`, else the console, both without messages.
   */
  report?: (error: unknown) => void
}

/** What one side of the receiver tells its owner through. */
export interface Watch {
  tell: Tell
  query: Query
  /** Brings the tables up to date. */
  migrate(): Promise<void>
  report(error: unknown, request?: Request): void
  request(request: Request, work: () => Promise<Response>): Promise<Response>
  /** Work ends: tells so, tells what was summed, and tells when all has ended. */
  closing(work: () => Promise<void>): Promise<void>
}

export function createWatch({ log, metrics, report }: WatchOptions, query: Query, clock: Clock, side: Side): Watch {
  // Whoever looks on must not stop what is looked at.
  const quietly = (work: () => void) => {
    try {
      work()
    } catch (error) {
      consoleReport(error)
    }
  }
  const write = (happening: Happening) => quietly(() => {
    const entry = logEntry(happening, clock.now())
    if (entry) log?.(entry)
  })
  const sums = createLimitSums(write)
  const tell: Tell = happening => {
    if (metrics) quietly(() => metrics.hear(happening))
    if (!log) return
    const now = clock.now()
    const limit = happening.event === 'request' ? limitIn(happening.code) : undefined
    if (limit) return sums.add(limit, now)
    sums.due(now)
    write(happening)
  }
  const watched = log !== undefined || metrics !== undefined
  const asked = watched ? watchQuery(query, tell, clock) : query

  return {
    tell,
    query: asked,
    migrate: () => (watched ? tellMigration(asked, tell) : migrate(asked)),
    report(error, request) {
      const requestId = request && requestIdOf(request)
      if (watched) tell({ event: 'error', error: loggedError(error), ...(requestId !== undefined && { requestId }) })
      if (report) report(error)
      else if (!log) consoleReport(error)
    },
    request: (request, work) => (watched ? watchRequest({ tell, clock, side }, request, work) : work()),
    async closing(work) {
      const since = clock.now()
      tell({ event: 'closing' })
      await work()
      sums.flush(clock.now())
      tell({ event: 'closed', ms: Math.max(0, clock.now() - since) })
    },
  }
}
