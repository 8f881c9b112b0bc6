import type { Draft } from '../core/issue/draft.ts'
import type { HistoryEntry, Issue } from '../core/issue/issue.ts'
import type { Ladder } from '../core/escalation/ladder.ts'
import { nextRung } from '../core/escalation/next-rung.ts'
import type { RequestRecord } from '../core/outbox/record.ts'
import { EarshotError } from '../core/support/errors.ts'

/** The same case for the next rung: the whole of it goes along, the customer retypes nothing. */
export function nextLevel(ladder: Ladder, issue: Issue, record: RequestRecord | undefined, reason?: string): Draft {
  const rung = nextRung(ladder, issue.escalation?.rung ?? ladder[0]?.id)
  if (!rung) throw new EarshotError('desk/top-of-ladder', `Issue "${issue.id}" is already with the last rung of the ladder`, { id: issue.id })
  const { id, createdAt, story, kind, form, summary, outcome, observations, topic, subject, journey, environment, contact } = issue
  const step: HistoryEntry = { id, createdAt, ...(record && { reference: record.receipt.reference }), ...(story !== undefined && { story }) }
  // Undefined fields are absent once sealed: what the customer took out of the first stays out.
  const whole = { kind, form, summary, story, outcome, observations, topic, subject, journey, environment, contact } as Draft
  return {
    ...whole,
    escalation: { of: id, rung: rung.id, level: (issue.escalation?.level ?? 1) + 1, ...(reason && { reason }) },
    history: [...(issue.history ?? []), step, ...messagesOf(record)],
  }
}

function messagesOf(record: RequestRecord | undefined): HistoryEntry[] {
  return (record?.thread?.messages ?? []).map(({ id, at, text }) => ({ id, createdAt: at, story: text }))
}
