import type { Issue } from '../core/issue/issue.ts'
import type { Receipt } from '../core/issue/receipt.ts'
import type { Message } from '../core/issue/thread.ts'
import type { Outbox, OutboxChange } from '../core/outbox/record.ts'
import { EarshotError } from '../core/support/errors.ts'
import { TransportError } from '../core/transports/transport.ts'
import type { Context } from './context.ts'
import { reduceMessages } from './reduce-messages.ts'
import { reduceRooms } from './reduce-rooms.ts'

interface Expected { resolve(receipt: Receipt): void; reject(error: EarshotError): void }

/** What is followed: an issue, or a message to one. */
type Subject = { issue: Issue } | { message: Message }

/**
 * Follows what becomes of each issue and each message: into the desk's state, and into the promises of receipts.
 * @param gapChanged hears of gaps, which are nothing to show.
 */
export function createTracker(context: Context, outbox: Outbox, gapChanged: (change: OutboxChange) => void) {
  const subjects = new Map<string, Subject>()
  const expected = new Map<string, Expected>()
  // While an issue is looked up, what has become of it may change again: only the last is shown.
  const latest = new Map<string, OutboxChange>()

  // What is of an earlier page, or of another tab, is looked up where it lies.
  const subjectOf = async ({ id, to }: OutboxChange): Promise<Subject | undefined> => {
    const waiting = await outbox.get(id)
    if (waiting) return to ? { message: JSON.parse(waiting.body) as Message } : { issue: JSON.parse(waiting.body) as Issue }
    const issue = to ? undefined : (await outbox.request(id).catch(() => undefined))?.issue
    return issue && { issue }
  }
  const showIssue = (issue: Issue, change: OutboxChange) => {
    if (issue.kind === 'gap') return gapChanged(change)
    if (change.status === 'withdrawn') return context.dispatch({ type: 'withdrawn', id: issue.id }, reduceRooms)
    const { receipt } = change
    context.dispatch({ type: 'submission', submission: { issue, ...wayOf(change), ...(receipt && { receipt }) } }, reduceRooms)
  }
  // Its thread has it from now on.
  const arrive = async (id: string, to: string) => {
    const thread = await outbox.request(to).then(request => request?.thread, () => undefined)
    context.dispatch({ type: 'messageSettled', id, thread }, reduceMessages)
  }
  const showMessage = (message: Message, change: OutboxChange & { to: string }) => {
    const { id, to, status } = change
    if (status === 'withdrawn') return context.dispatch({ type: 'messageSettled', id }, reduceMessages)
    if (status === 'accepted') return void arrive(id, to)
    context.dispatch({ type: 'messageMoved', message: { to, message, ...wayOf(change) } }, reduceMessages)
  }
  const show = (subject: Subject, change: OutboxChange) =>
    'issue' in subject ? showIssue(subject.issue, change) : showMessage(subject.message, change as OutboxChange & { to: string })

  const settle = ({ id, status, receipt, failure }: OutboxChange) => {
    const waiting = expected.get(id)
    if (!waiting || (status !== 'accepted' && status !== 'refused' && status !== 'withdrawn')) return
    expected.delete(id)
    if (status === 'withdrawn') waiting.reject(new EarshotError('desk/withdrawn', `"${id}" was taken back before it was sent`, { id }))
    else if (receipt) waiting.resolve(receipt)
    else waiting.reject(new TransportError(failure?.code ?? 'transport/refused', `The backend will not take "${id}" as it is`, { retry: 'never', ...failure }))
  }

  const leave = outbox.subscribe(change => {
    const known = subjects.get(change.id)
    latest.set(change.id, change)
    if (known) show(known, change)
    else {
      void subjectOf(change).then(subject => {
        if (!subject || latest.get(change.id) !== change) return
        subjects.set(change.id, subject)
        show(subject, change)
      }, () => {})
    }
    settle(change)
  })

  return {
    /** Call before it is kept, so that no change is missed. */
    expect(id: string, subject: Subject): Promise<Receipt> {
      subjects.set(id, subject)
      const receipt = new Promise<Receipt>((resolve, reject) => expected.set(id, { resolve, reject }))
      // Nobody need listen to it.
      receipt.catch(() => {})
      return receipt
    },
    dispose: leave,
  }
}

export type Tracker = ReturnType<typeof createTracker>

const wayOf = ({ id, status, durable, attempts, dueAt, failure }: OutboxChange) => ({
  id,
  status: status as Exclude<OutboxChange['status'], 'withdrawn'>,
  durable,
  attempts,
  ...(dueAt !== undefined && { dueAt }),
  ...(failure && { failure }),
})
