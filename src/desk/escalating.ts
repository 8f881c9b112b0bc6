import type { Draft } from '../core/issue/draft.ts'
import type { AttachmentInfo, HistoryEntry } from '../core/issue/issue.ts'
import type { Message } from '../core/issue/thread.ts'
import { threadOf, type Case } from './kept-cases.ts'
import type { DeskState } from './state.ts'

// What the customer took out of the first stays out: nothing of now goes along in its place. Empty groups are absent once sealed.
const notAgain = { subject: {}, journey: {}, environment: {}, diagnostics: undefined }

/** Where a case goes: the rung, and on which rung it has been. */
export interface Step { readonly from: string | undefined; readonly rung: string; readonly reason: string | undefined }

/**
 * The same case for the next rung: all that was sealed goes along, also fields nobody here knows, and all that was said since; the
 * customer retypes nothing. Files are named in the history, because their bytes are no longer on the device.
 */
export function climbing(found: Case, { from, rung, reason }: Step, state: DeskState): Draft {
  const { issue, record } = found
  const { version: _v, id, createdAt, attachments, escalation, history = [], identity: _i, repeatOf: _of, replaces: _r, parent: _p, ...whole } = issue
  const { kind, story, outcome, answers, rating } = issue
  const thread = threadOf(found, state)
  const entry: HistoryEntry = {
    id,
    createdAt,
    kind,
    ...(record && { reference: record.receipt.reference }),
    ...(from !== undefined && { rung: from }),
    ...(story !== undefined && { story }),
    ...(outcome !== undefined && { outcome }),
    ...(answers && { answers }),
    ...(rating && { rating }),
    ...(attachments && { attachments }),
  }
  const known = new Set(history.map(each => each.id))
  // The thread is that of the whole case: what went along with an earlier step is there already.
  const said = (thread?.messages ?? []).filter(message => message.kind !== 'escalated' && !known.has(message.id))
  return {
    ...({ ...notAgain, ...whole } as Draft),
    escalation: { of: id, rung, level: (thread?.level ?? escalation?.level ?? 1) + 1, ...(reason && { reason }) },
    history: [...history, entry, ...said.map(saidIn)],
  }
}

function saidIn({ id, at, from, text, kind, answerTo, answers, rating, attachments }: Message): HistoryEntry {
  return {
    id,
    createdAt: at,
    from,
    ...(text && { story: text }),
    ...(kind && { kind }),
    ...(answerTo !== undefined && { answerTo }),
    ...(answers && { answers }),
    ...(rating && { rating }),
    ...(attachments?.length && { attachments: attachments.map(described) }),
  }
}

/** What is said of a file, without its bytes. */
function described(file: AttachmentInfo & { bytes?: unknown }): AttachmentInfo {
  const { bytes: _, ...info } = file
  return info
}
