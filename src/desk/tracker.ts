import type { Issue } from '../core/issue/issue.ts'
import type { Receipt } from '../core/issue/receipt.ts'
import type { Outbox, OutboxChange } from '../core/outbox/record.ts'
import { EarshotError } from '../core/support/errors.ts'
import { TransportError } from '../core/transports/transport.ts'
import type { Context } from './context.ts'
import { reduceRooms } from './reduce-rooms.ts'

interface Expected { resolve(receipt: Receipt): void; reject(error: EarshotError): void }

/**
 * Follows what becomes of each issue: into the desk's state, and into the promises of receipts.
 * @param gapChanged hears of gaps, which are nothing to show.
 */
export function createTracker(context: Context, outbox: Outbox, gapChanged: (change: OutboxChange) => void) {
  const issues = new Map<string, Issue>()
  const expected = new Map<string, Expected>()
  // While an issue is looked up, what has become of it may change again: only the last is shown.
  const latest = new Map<string, OutboxChange>()

  // An issue of an earlier page, or of another tab, is looked up where it lies.
  const issueOf = async (id: string): Promise<Issue | undefined> => {
    const waiting = (await outbox.records()).find(record => record.id === id)
    if (waiting) return JSON.parse(waiting.body) as Issue
    return (await outbox.requests()).find(record => record.issue.id === id)?.issue
  }
  const show = (issue: Issue, change: OutboxChange) => {
    if (issue.kind === 'gap') return gapChanged(change)
    const { status, durable, attempts, dueAt, receipt, failure } = change
    if (status === 'withdrawn') return context.dispatch({ type: 'withdrawn', id: issue.id }, reduceRooms)
    context.dispatch({
      type: 'submission',
      submission: {
        id: issue.id,
        issue,
        status,
        durable,
        attempts,
        ...(dueAt !== undefined && { dueAt }),
        ...(receipt && { receipt }),
        ...(failure && { failure }),
      },
    }, reduceRooms)
  }
  const settle = ({ id, status, receipt, failure }: OutboxChange) => {
    const waiting = expected.get(id)
    if (!waiting || (status !== 'accepted' && status !== 'refused' && status !== 'withdrawn')) return
    expected.delete(id)
    if (status === 'withdrawn') waiting.reject(new EarshotError('desk/withdrawn', `Issue ${id} was taken back before it was sent`, { id }))
    else if (receipt) waiting.resolve(receipt)
    else waiting.reject(new TransportError(failure?.code ?? 'transport/refused', 'The backend will not take this issue as it is', { retry: 'never', ...failure }))
  }

  const leave = outbox.subscribe(change => {
    const known = issues.get(change.id)
    latest.set(change.id, change)
    if (known) show(known, change)
    else {
      void issueOf(change.id).then(issue => {
        if (!issue || latest.get(change.id) !== change) return
        issues.set(change.id, issue)
        show(issue, change)
      }, () => {})
    }
    settle(change)
  })

  return {
    /** Call before the issue is kept, so that no change is missed. */
    expect(issue: Issue): Promise<Receipt> {
      issues.set(issue.id, issue)
      const receipt = new Promise<Receipt>((resolve, reject) => expected.set(issue.id, { resolve, reject }))
      // Nobody need listen to it.
      receipt.catch(() => {})
      return receipt
    },
    dispose: leave,
  }
}
