import type { Draft } from '../../src/core/issue/draft.ts'
import type { Clock } from '../../src/core/support/clock.ts'
import { createInbox, type InboxOptions } from '../../src/receiver/inbox.ts'
import type { InboxRow } from '../../src/receiver/inbox-row.ts'
import type { Query } from '../../src/receiver/query.ts'
import { createReceiver } from '../../src/receiver/receiver.ts'
import type { ReceiverOptions } from '../../src/receiver/settings.ts'
import type { InboxCounts } from '../../src/receiver/store-inbox.ts'
import { newIssue, post, postReply, receiptOf } from './requests.ts'

export interface List { issues: InboxRow[]; next?: string; counts: InboxCounts }

let sites = 0

/** Monday, 23 November 2026, 08:00 UTC; goes on only when it is told to. */
export const monday = Date.UTC(2026, 10, 23, 8)

/** Hours by hand: nothing ever waits. */
export function handClock(start = monday): Clock & { pass(hours: number): void } {
  let now = start
  return { now: () => now, after: () => () => {}, pass: hours => void (now += hours * 3_600_000) }
}

/** Both sides of a site of its own: the customers' receiver and the staff's inbox, by one clock. */
export function openInbox(query: Query, options: Partial<InboxOptions> = {}, receiving: Partial<ReceiverOptions> = {}) {
  const site = `inbox-${++sites}`
  const clock = handClock()
  const report = (error: unknown) => { throw error }
  const receiver = createReceiver({ query, site, report, clock, ...receiving })
  const inbox = createInbox({ query, site, authorize: () => true, report, clock, ...options })
  const ask = (path: string, method = 'GET', body?: unknown) =>
    inbox.handle(new Request(`https://desk.example/inbox${path}`, {
      method, ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    }))
  const read = async <T>(path: string) => (await (await ask(path)).json()) as T
  const send = async (draft: Partial<Draft> = {}, headers: Record<string, string> = {}) => {
    const issue = newIssue(draft)
    const receipt = await receiptOf(await receiver.handle(post(issue, headers)))
    return { issue, id: issue.id, token: receipt.token!, reference: receipt.reference, receipt }
  }
  const ids = async (filter = '') => (await read<List>(`/issues?${filter}`)).issues.map(({ id }) => id)
  /** What a customer adds to the thread. */
  const say = (sent: { id: string; token: string }, message: object) => receiver.handle(postReply(sent.id, sent.token, message))
  return { receiver, ask, read, send, ids, say, clock, site }
}
