import type { RequestRecord } from '../core/outbox/record.ts'

/**
 * How many messages of the staff's have not been seen, by issue id; only where there are any. A case that went up the ladder has
 * one thread: what was seen in one of its issues was seen, and what is new is told of the highest alone.
 */
export function unreadIn(records: readonly RequestRecord[]): ReadonlyMap<string, number> {
  const seen = new Set(records.map(record => record.seen))
  const ids = new Set(records.map(({ issue }) => issue.id))
  const unread = new Map<string, number>()
  for (const { issue, thread } of records) {
    if (!thread || (thread.continuedBy && ids.has(thread.continuedBy.id))) continue
    const fresh = thread.messages.slice(thread.messages.findLastIndex(({ id }) => seen.has(id)) + 1)
    const count = fresh.filter(({ from, kind }) => from === 'staff' && kind !== 'escalated').length
    if (count) unread.set(issue.id, count)
  }
  return unread
}
