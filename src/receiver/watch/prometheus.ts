import { systemClock, type Clock } from '../../core/support/clock.ts'
import { packageMissing } from '../package-missing.ts'
import { askedRarely } from './asked-rarely.ts'
import { createFigureMaker, type Client } from './figure-maker.ts'
import { figuresOfForwards } from './figures-of-forwards.ts'
import { figuresOfInsides } from './figures-of-insides.ts'
import { figuresOfRequests } from './figures-of-requests.ts'
import type { Waiting } from './find-waiting.ts'
import type { Metrics, MetricsSource } from './metrics.ts'

/** A registry of the package, as far as it is needed here. */
export interface MetricsRegistry {
  readonly contentType: string
  metrics(): Promise<string>
  registerMetric(metric: never): void
}

export interface MetricsOptions {
  /** Opens `GET {endpoint}/metrics` to whom it answers `true`. Default: there is no such address; serve `handle` on a port of your own. */
  authorize?: (request: Request) => boolean | Promise<boolean>
  /** Your own registry of `@prometheus-io/client`, to which the figures are added. Default: one of its own. */
  registry?: MetricsRegistry
  /** The process's own figures, too: memory, event loop, garbage. Default: on Node, and with a registry of its own. */
  process?: boolean
  clock?: Clock
}

/** What waits is read at most so often, and a slow database holds a scrape up no longer than so. */
const [fresh, most] = [10_000, 2_000]

const onNode = (): boolean => {
  const { process, Deno, Bun } = globalThis as { process?: { versions?: { node?: string } }; Deno?: unknown; Bun?: unknown }
  return process?.versions?.node !== undefined && !Deno && !Bun
}

/**
 * Figures for Prometheus, by the Prometheus project's own package `@prometheus-io/client`: for `createReceiver({ metrics })`, and the same
 * for its `createInbox({ metrics })`. One for each receiver: those that share one add up to figures that nobody can tell apart.
 * @throws {EarshotError} `receiver/package-missing` when the package is not installed.
 */
export async function createMetrics({ authorize, registry: given, process = !given && onNode(), clock = systemClock }: MetricsOptions = {}): Promise<Metrics> {
  // Not resolved by the type checker: whoever does without figures does without its types.
  const { default: client } = await (import('@prometheus-io/client' as string) as Promise<{ default: Client }>)
    .catch(packageMissing('@prometheus-io/client', 'Figures for Prometheus need'))
  const registry = given ?? new client.Registry()
  const streams: MetricsSource['streams'][] = []
  const waiting: (() => Promise<readonly Waiting[] | undefined>)[] = []

  if (process) client.collectDefaultMetrics({ register: registry })
  const maker = createFigureMaker(client, registry)
  const parts = [
    figuresOfRequests(maker),
    figuresOfForwards(maker, async () => (await Promise.all(waiting.map(read => read()))).flatMap(rows => rows ?? [])),
    figuresOfInsides(maker, () => streams.reduce((sum, open) => sum + open(), 0)),
  ]

  return {
    hear(happening) {
      for (const part of parts) part(happening)
    },
    connect(source) {
      streams.push(source.streams)
      if (source.forwards) waiting.push(askedRarely(source.forwards, { fresh, most, clock }))
    },
    async handle({ method }) {
      if (method !== 'GET' && method !== 'HEAD') return new Response(null, { status: 405, headers: { allow: 'GET, HEAD' } })
      const text = await registry.metrics()
      return new Response(method === 'HEAD' ? null : text, { headers: { 'content-type': registry.contentType, 'cache-control': 'no-store' } })
    },
    ...(authorize && { authorize }),
  }
}
