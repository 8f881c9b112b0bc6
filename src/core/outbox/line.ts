import { retriable } from './backoff.ts'
import { isMessage, threadOf } from './message-record.ts'
import type { Listed } from './record.ts'

/** Who stands first in each thread, as one round goes through the records in the order of their birth. */
export interface Line {
  /** What has to go before this one. */
  ahead(record: Listed): Listed | undefined
  /** It is still here: what follows it in its thread waits, and nothing else. */
  stays(record: Listed): void
}

export function createLine(): Line {
  const first = new Map<string, Listed>()
  return {
    ahead: record => first.get(threadOf(record)),
    stays(record) {
      // A message that will not go as it is must not keep the customer from writing another.
      if (!first.has(threadOf(record)) && (!isMessage(record) || retriable(record))) first.set(threadOf(record), record)
    },
  }
}
