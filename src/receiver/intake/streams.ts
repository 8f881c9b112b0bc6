import { Refusal } from '../refusal.ts'
import { comeAgain } from './come-again.ts'
import { createRoom } from './room.ts'

/** Open streams a process: each asks the database once every second and a half. */
export const mostStreams = 200

/** The streams of events that are open in this process. */
export interface Streams {
  readonly size: number
  /** Answers with a function that takes it off. @param end what ends it when the process does. @throws {Refusal} 503 */
  enter(who: string | undefined, end: () => void): () => void
  /** Ends all, and lets no more in: whoever listens comes again, to another process. */
  endAll(): void
}

export function createStreams(): Streams {
  const room = createRoom(mostStreams)
  const open = new Set<() => void>()
  let isOver = false
  return {
    get size() { return open.size },
    enter(who, end) {
      if (isOver || !room.take(who, 1)) {
        throw new Refusal(503, 'Too many are listening at the moment.', { code: 'limit/streams', headers: comeAgain(30_000) })
      }
      open.add(end)
      return () => {
        if (open.delete(end)) room.give(who, 1)
      }
    },
    endAll() {
      isOver = true
      for (const end of open) end()
    },
  }
}
