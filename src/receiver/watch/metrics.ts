import type { Waiting } from './find-waiting.ts'
import type { Tell } from './happening.ts'

/** What is only known when it is asked for. */
export interface MetricsSource {
  /** What waits to be passed on, and what needs a person; absent where nothing is passed on. */
  forwards?(): Promise<readonly Waiting[]>
  /** Streams of events that are open. */
  streams(): number
}

/** Counts what happens: made by `createMetrics`, or your own for another system of figures. */
export interface Metrics {
  /** Hears of everything that happens; must be quick. Called by `createReceiver` and `createInbox`. */
  hear: Tell
  /** Called by `createReceiver` with what to ask it for. */
  connect(source: MetricsSource): void
  /** Answers with all figures, whoever asks: for a port of your own that only your Prometheus reaches. */
  handle(request: Request): Promise<Response>
  /** Whether a request to `GET {endpoint}/metrics` may read them. Without it there is no such address. */
  authorize?: (request: Request) => boolean | Promise<boolean>
}
