import { expectOption } from '../../core/transports/wrong-option.ts'
import type { Change } from './forwarder.ts'

type Status = NonNullable<Change['status']>

/** What a column of a tracker's means for the customer, by its name there, in any case of letters: `{ 'Waiting for customer': 'answered' }`. */
export type StatusNames = Readonly<Record<string, Status>>

/** A state of an issue in a tracker with columns of its owner's. */
export interface TrackerState {
  name: string
  /** By the tracker's own word for it: done, cancelled, closed. */
  done: boolean
}

const known: readonly unknown[] = ['open', 'answered', 'closed'] satisfies Status[]

/**
 * What it means that an issue came into a state: what its owner named it; else closed where it is done, and open again where it was
 * done before. Everything between is the tracker's own business, and no news.
 * @throws {EarshotError} `transport/wrong-option` for a meaning that there is not.
 */
export function statusReader(names: StatusNames = {}) {
  for (const [name, status] of Object.entries(names)) expectOption(known.includes(status), `statuses["${name}"]`, 'open, answered or closed', status)
  const meanings = new Map(Object.entries(names).map(([name, status]) => [name.toLowerCase(), status]))
  const meaning = ({ name, done }: TrackerState): Status | undefined => meanings.get(name.toLowerCase()) ?? (done ? 'closed' : undefined)
  /** @param left asked only where the state that was entered says nothing; undefined where nobody knows any more. */
  return async (entered: TrackerState, left: () => Promise<TrackerState | undefined>): Promise<Status | undefined> => {
    const told = meaning(entered)
    if (told) return told
    const before = await left()
    return before && meaning(before) === 'closed' ? 'open' : undefined
  }
}

export type StatusReader = ReturnType<typeof statusReader>
