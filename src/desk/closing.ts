import type { Message } from '../core/issue/thread.ts'
import type { RequestRecord } from '../core/outbox/record.ts'
import { day } from '../core/support/clock.ts'
import { isAnswerable } from './thread-waits.ts'
import type { Closing } from './state.ts'

// A question about something longer ago would only surprise.
const latest = 60 * day

export interface ClosingOptions {
  now: number
  /** `false`: it is never asked whether something holds. */
  holdsAfterDays: number | false
  /** No question now; a note may still be shown. */
  quiet?: boolean
}

/** What is noted as settled once the customer has seen it or answered. */
export const toldOf = ({ type, message }: Pick<Closing, 'type' | 'message'>): string => (type === 'holds' ? `holds:${message.id}` : message.id)

/** What is to be told or asked next: first that something changed because of the customer, then whether what was solved holds. */
export function closingOf(records: readonly RequestRecord[], { now, holdsAfterDays, quiet }: ClosingOptions): Closing | undefined {
  // A case that went up the ladder has one thread, and is told of once.
  const told = new Set(records.flatMap(record => record.told ?? []))
  const known = new Set(records.map(({ issue }) => issue.id))
  const whole = records.filter(({ issue, thread }) => isAnswerable(issue) && !known.has(thread?.continuedBy?.id ?? ''))
  const closing = (type: Closing['type'], { issue: { id, summary } }: RequestRecord, message: Message): Closing =>
    ({ type, issue: id, message, ...(summary && { summary }) })
  for (const record of whole) {
    const note = record.thread?.messages.find(({ id, from, kind }) => from === 'staff' && kind === 'changed' && !told.has(id))
    if (note) return closing('changed', record, note)
  }
  if (holdsAfterDays === false || quiet) return undefined
  for (const record of whole) {
    const message = settledBy(record)
    if (!message || told.has(`holds:${message.id}`)) continue
    const age = now - Date.parse(record.thread!.messages.at(-1)?.at ?? message.at)
    if (age >= holdsAfterDays * day && age <= latest + holdsAfterDays * day) return closing('holds', record, message)
  }
  return undefined
}

/** The message with which it was done; undefined where it is not, or where the customer has said already whether it holds. */
function settledBy({ issue, receipt, thread }: RequestRecord): Message | undefined {
  if (thread?.status !== 'closed') return undefined
  const { messages } = thread
  const solved = messages.findLastIndex(({ kind }) => kind === 'solved')
  const at = solved >= 0 ? solved : messages.findLastIndex(({ from, kind }) => from === 'staff' && kind !== 'changed' && kind !== 'escalated')
  if (messages.slice(at + 1).some(({ kind }) => kind === 'holds' || kind === 'holds-not')) return undefined
  // Closed without a word.
  return messages[at] ?? { id: issue.id, at: receipt.acceptedAt, from: 'staff', text: '' }
}
