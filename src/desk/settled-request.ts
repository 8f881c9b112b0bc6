import { requestKey } from '../core/outbox/read-record.ts'
import type { RequestRecord } from '../core/outbox/record.ts'
import type { Store } from '../core/outbox/store.ts'

/**
 * The latest request of this device that was settled by then, as far as the device knows.
 * @returns its id, else whether there is one that may have been settled since somebody last looked.
 */
export async function settledRequest(store: Store, by: number): Promise<{ id?: string; open: boolean }> {
  const all = (await store.entries<RequestRecord>(requestKey(''))).map(([, record]) => record).filter(record => record?.issue && record.issue.kind !== 'rating' && !record.owner)
  const settledAt = ({ thread, receipt }: RequestRecord) => Date.parse(thread?.messages.at(-1)?.at ?? receipt.acceptedAt)
  const [latest] = all.filter(record => record.thread?.status === 'closed' && settledAt(record) <= by).sort((a, b) => settledAt(b) - settledAt(a))
  return {
    ...(latest && { id: latest.issue.id }),
    open: all.some(({ thread, receipt }) => thread?.status !== 'closed' && Date.parse(receipt.acceptedAt) <= by),
  }
}
