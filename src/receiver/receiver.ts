import { systemClock } from '../core/support/clock.ts'
import { hex } from '../core/support/hex.ts'
import type { Context } from './context.ts'
import { withCors } from './cors.ts'
import { dueEvery } from './due-every.ts'
import { createForwards } from './forwarding/create-forwards.ts'
import { readForwarding } from './forwarding/read-forwarding.ts'
import type { ForwardingRound } from './forwarding/worker.ts'
import { createCodeLimit } from './intake/code-limit.ts'
import { createIntake } from './intake/intake.ts'
import { createLimiter } from './intake/limiter.ts'
import { createProbes } from './intake/readiness.ts'
import { checkRateLimit, readLimits } from './intake/read-limits.ts'
import { isMigrated, keepSecret } from './migrations.ts'
import { answer } from './refusal.ts'
import { findRoute } from './routes.ts'
import type { ReceiverOptions } from './settings.ts'
import { createWatch } from './watch/create-watch.ts'
import { findWaiting } from './watch/find-waiting.ts'
import { note } from './watch/notes.ts'
import { serveMetrics } from './watch/serve-metrics.ts'

export interface Receiver {
  /** Answers a request of the HTTP protocol; always resolves. Paths outside of `basePath` get 404. */
  handle(request: Request): Promise<Response>
  /** Brings the tables up to date. The first request does it, too; called at the start, it shows early that a database is missing. */
  migrate(): Promise<void>
  /**
   * Passes on all that is due, until nothing is: for a timer of the platform's, or after a request (`waitUntil`).
   * Any number of processes may do it at once. @throws what the database throws
   */
  forward(): Promise<ForwardingRound>
  /** Passes on from now until `close`: what this process takes in at once, the rest every two seconds. */
  startForwarding(): void
  /**
   * Ends the work of this process. From now on requests get 503 with `Retry-After`, `/ready` does, too, and streams of events end; requests that
   * are being answered, and what is being passed on, have the grace in milliseconds (default 10,000). Then bodies that still come are refused,
   * and all else has five seconds more. Resolves when nothing is left to do here; called again, with the first.
   */
  close(graceMs?: number): Promise<void>
}

function segmentsOf(request: Request, basePath: string): string[] | undefined {
  const { pathname } = new URL(request.url)
  if (pathname !== basePath && !pathname.startsWith(basePath + '/')) return undefined
  try {
    return pathname.slice(basePath.length).split('/').filter(Boolean).map(decodeURIComponent)
  } catch {
    return undefined
  }
}

/**
 * The server side of the HTTP protocol: takes issues in, keeps them in PostgreSQL, answers with receipts and threads.
 * A function from `Request` to `Response`, for any server that speaks them.
 * @throws {EarshotError} `route/wrong-value`, `route/unknown-key` or `route/unknown-way` for `forwarding` that cannot be read as it was meant;
 * `receiver/wrong-limit` for a limit that would refuse everybody, or nobody.
 */
export function createReceiver(given: ReceiverOptions): Receiver {
  const watch = createWatch(given, given.query, given.clock ?? systemClock, 'receiver')
  const options: Context['options'] = {
    ...given,
    query: watch.query,
    tell: watch.tell,
    report: watch.report,
    site: given.site ?? '',
    basePath: (given.basePath ?? '/issues').replace(/\/+$/, ''),
    limits: readLimits(given.limits),
    clock: given.clock ?? systemClock,
    random: given.random ?? (bytes => crypto.getRandomValues(bytes)),
  }
  const { query, basePath, clock, random, rateLimit } = options
  if (rateLimit) checkRateLimit(rateLimit)
  const limit = rateLimit && createLimiter(rateLimit, options)
  const intake = createIntake({ ...options, address: rateLimit && (request => rateLimit.address(request)) })
  const kept = { busy: new Set<string>(), streams: intake.streams, swept: dueEvery(3_600_000), limitCodes: createCodeLimit(clock, random) }
  const forwards = options.forwarding && createForwards(options, readForwarding(options.forwarding))
  let ready: Promise<Context> | undefined
  let closed: Promise<void> | undefined
  given.metrics?.connect({
    streams: () => kept.streams.size,
    ...(forwards && { forwards: () => findWaiting(query, options.site, [...forwards.rules.to.keys()], clock.now()) }),
  })

  const prepare = async (): Promise<Context> => {
    await watch.migrate()
    const secret = options.secret ?? await keepSecret(query, 'token', hex(random(new Uint8Array(32))))
    return { options, secret, ...kept, ...(forwards && { forwards }) }
  }
  // A database that was away at the start is asked again by the next request.
  const context = () => ready ??= prepare().catch((error: unknown) => {
    ready = undefined
    throw error
  })

  const probe = createProbes({
    ask: async () => (await context(), isMigrated(query)), isClosing: () => intake.isClosing, clock, random,
  })

  const route = async (request: Request): Promise<Response> => {
    const segments = segmentsOf(request, basePath)
    if (segments && request.method === 'OPTIONS') return new Response(null, { status: 204 })
    const { action, ids, route } = findRoute(request.method, segments ?? ['', ''])
    note(request, { route })
    if (typeof action === 'string') return probe(action)
    return serveMetrics(given.metrics, request, segments) ?? intake.admit(request, async who => {
      const found = await context()
      await limit?.({ request, path: route.slice(1), id: ids[0], who: who! }, found.secret)
      return action(found, request, ...ids)
    })
  }

  return {
    async handle(request) {
      const response = withCors(
        await watch.request(request, () => answer(() => route(request), error => watch.report(error, request))), request, options.cors)
      // A connection that is kept would bring the next request here, too.
      if (intake.isClosing) response.headers.set('connection', 'close')
      return response
    },
    migrate: async () => void await context(),
    async forward() {
      await context()
      return forwards?.round() ?? { done: 0, failed: 0 }
    },
    startForwarding: () => forwards?.start(context),
    close: (graceMs = 10_000) => closed ??= watch.closing(async () => {
      await Promise.all([intake.close(graceMs), forwards?.close(graceMs)])
    }),
  }
}
