import type { Refusal } from '../refusal.ts'
import { defaultPace, type Pace } from './pace.ts'

/** What the intake knows of a request while it is being answered. */
export interface Visit {
  /** Who counts as one sender; undefined where addresses are not known. */
  readonly who?: string | undefined
  readonly pace: Pace
  /** So many more bytes of its body lie in memory. @throws {Refusal} 503 when there is no room. */
  hold(bytes: number): void
  /** It has been sending for long. @throws {Refusal} 503 when too many are. */
  dawdle(): void
  /** Set while its body is being read: ends that. */
  giveUp?: ((why: Refusal) => void) | undefined
}

// Beside them, as what reads a body is far from what lets requests in.
const visits = new WeakMap<Request, Visit>()

export const openVisit = (request: Request, visit: Visit): void => void visits.set(request, visit)

/** Where nobody is let in or turned away, as in the inbox, there is only a pace. */
export const visitOf = (request: Request): Visit =>
  visits.get(request) ?? { pace: defaultPace, hold: () => {}, dawdle: () => {} }
