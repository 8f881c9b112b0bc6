import type { Draft } from '../core/issue/draft.ts'
import type { HistoryEntry, Issue } from '../core/issue/issue.ts'
import type { Ladder } from '../core/escalation/ladder.ts'
import { nextRung } from '../core/escalation/next-rung.ts'
import type { RequestRecord } from '../core/outbox/record.ts'
import { EarshotError } from '../core/support/errors.ts'

// Undefined fields are absent once sealed: what the customer took out of the first stays out.
const notAgain = { subject: undefined, journey: undefined, environment: undefined, diagnostics: undefined }

/**
 * The same case for the next rung: all that was sealed goes along, also fields nobody here knows; the customer retypes nothing.
 * Files are named in the history, because their bytes are no longer on the device.
 */
export function nextLevel(ladder: Ladder, issue: Issue, record: RequestRecord | undefined, reason?: string): Draft {
  const rung = nextRung(ladder, issue.escalation?.rung ?? ladder[0]?.id)
  if (!rung) throw new EarshotError('desk/top-of-ladder', `Issue "${issue.id}" is already with the last rung of the ladder`, { id: issue.id })
  const { version: _v, id, createdAt, attachments, escalation, history = [], identity: _i, repeatOf: _of, replaces: _r, parent: _p, ...whole } = issue
  const { story, outcome } = issue
  const step: HistoryEntry = {
    id,
    createdAt,
    ...(record && { reference: record.receipt.reference }),
    ...(story !== undefined && { story }),
    ...(outcome !== undefined && { outcome }),
    ...(attachments && { attachments }),
  }
  return {
    ...({ ...notAgain, ...whole } as Draft),
    escalation: { of: id, rung: rung.id, level: (escalation?.level ?? 1) + 1, ...(reason && { reason }) },
    history: [...history, step, ...messagesOf(record)],
  }
}

function messagesOf(record: RequestRecord | undefined): HistoryEntry[] {
  return (record?.thread?.messages ?? []).map(({ id, at, from, text }) => ({ id, createdAt: at, from, story: text }))
}
