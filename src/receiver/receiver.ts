import { systemClock } from '../core/support/clock.ts'
import { hex } from '../core/support/hex.ts'
import type { Context } from './context.ts'
import { withCors } from './cors.ts'
import { createForwards } from './forwarding/create-forwards.ts'
import { readForwarding } from './forwarding/read-forwarding.ts'
import type { ForwardingRound } from './forwarding/worker.ts'
import { everyHour } from './files/sweep-files.ts'
import { keepSecret } from './migrations.ts'
import { createCodeLimit, createRateLimit } from './rate-limit.ts'
import { answer } from './refusal.ts'
import { findRoute } from './routes.ts'
import { defaultLimits, type ReceiverOptions } from './settings.ts'
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
  /** Ends passing on: what is being sent has ten seconds, and whoever comes next does the rest. Requests are answered as before. */
  close(): Promise<void>
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
 * @throws {EarshotError} `route/wrong-value`, `route/unknown-key` or `route/unknown-way` for `forwarding` that cannot be read as it was meant.
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
    limits: { ...defaultLimits, ...given.limits },
    clock: given.clock ?? systemClock,
    random: given.random ?? (bytes => crypto.getRandomValues(bytes)),
  }
  const { query, basePath, clock, random } = options
  const limitRate = options.rateLimit ? createRateLimit(options.rateLimit, clock) : () => {}
  const kept = { busy: new Set<string>(), streams: new Set<object>(), swept: everyHour(), limitCodes: createCodeLimit(options.rateLimit, clock) }
  const forwards = options.forwarding && createForwards(options, readForwarding(options.forwarding))
  let ready: Promise<Context> | undefined
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

  const route = async (request: Request): Promise<Response> => {
    const segments = segmentsOf(request, basePath)
    if (segments && request.method === 'OPTIONS') return new Response(null, { status: 204 })
    const { action, ids, route } = findRoute(request.method, segments ?? ['', ''])
    note(request, { route })
    limitRate(request)
    return serveMetrics(given.metrics, request, segments) ?? action(await context(), request, ...ids)
  }

  return {
    handle: async request => withCors(
      await watch.request(request, () => answer(() => route(request), error => watch.report(error, request))), request, options.cors),
    migrate: async () => void await context(),
    async forward() {
      await context()
      return forwards?.round() ?? { done: 0, failed: 0 }
    },
    startForwarding: () => forwards?.start(context),
    close: () => watch.closing(async () => forwards?.close()),
  }
}
