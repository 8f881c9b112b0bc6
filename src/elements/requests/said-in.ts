import type { Message } from '../../core/issue/thread.ts'
import type { DeskState, MessageState, Request } from '../../desk/state.ts'
import { caseText } from '../shared/case-text.ts'

/** A request with all that was said in it. */
export interface Said {
  readonly request: Request
  readonly messages: readonly Message[]
  readonly underway: ReadonlyMap<string, MessageState>
  readonly owner: string | undefined
  readonly unread: number
}

/** A request as the desk knows it now: the thread as it was read last, and what is on its way, each message once, oldest first. */
export function saidIn(asked: Request, state: DeskState): Said {
  const submission = asked.status === 'accepted' ? undefined : state.submissions.get(asked.id)
  const thread = state.threads?.get(asked.id) ?? asked.thread
  const request: Request = {
    ...asked,
    ...(thread && { thread }),
    ...(submission && { status: submission.status, durable: submission.durable, ...(submission.dueAt !== undefined && { dueAt: submission.dueAt }) }),
  }
  const { id, issue, receipt } = request
  const first: Message = { id, at: issue.createdAt, from: 'customer', text: caseText(issue), ...(issue.attachments && { attachments: issue.attachments }) }
  const there = thread?.messages ?? []
  const known = new Set(there.map(message => message.id))
  const waiting = [...(state.messages ?? [])].filter(([key, { to }]) => to === id && !known.has(key))
  return {
    request,
    // A backend may tell the first words again, as a message of their own.
    messages: [...(there.some(message => message.id === id) ? [] : [first]), ...there.map(message => (message.id === id ? first : message)), ...waiting.map(([, { message }]) => message)],
    underway: new Map(waiting),
    owner: thread?.owner?.name ?? receipt?.owner?.name,
    unread: state.unread?.get(id) ?? 0,
  }
}
