import type { Clock } from '../../core/support/clock.ts'
import type { SignalType } from '../../desk/config.ts'

/** A request of the page that has ended. The status is 0, or undefined, when there was none, or the browser does not say. */
export type RequestTiming = Pick<PerformanceResourceTiming, 'duration'> & { readonly responseStatus?: number }

/** Something the customer did on purpose: what came of it may be trouble, what came by itself is none of theirs. */
export interface Act { readonly at: number; readonly element: Element | undefined }

/** What a detector may see of the page. Everything ends by itself with the watch. */
export interface Scene {
  readonly clock: Clock
  readonly ended: AbortSignal
  /** The last click, change or submission. */
  act: Act
  /** Events by name, from the whole page in the capture phase, but none of our elements' or of an ignored part's. */
  hear(types: string, listener: (event: Event, target: Element | undefined) => void): void
  /** Requests made by scripts of the page to its own origin, when they have ended; none of ours. */
  requests(listener: (request: RequestTiming) => void): void
  /** Pages as they are arrived at, those of this visit first. `at` is unknown for what lies before the watch. */
  arrivals(listener: (path: string, at?: number) => void): void
  /** Once, unless the watch has ended by then. The answer cancels it. */
  after(ms: number, run: () => void): () => void
}

/** Watches for one sign of trouble. It sees no values and no texts: it says only which element is in trouble. */
export interface Detector {
  readonly type: SignalType
  watch(scene: Scene, report: (element?: Element) => void): void
}
