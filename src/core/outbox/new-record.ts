import type { Attachment } from '../issue/issue.ts'
import { hash } from '../support/hash.ts'
import { longest } from './backoff.ts'
import type { Kept } from './record.ts'

/** What is to be kept: an issue, or a message `to` one, as JSON that is frozen from here on. */
export interface Given {
  id: string
  body: string
  to?: string
  /** The id of the refused issue that this one corrects. */
  replaces?: string | undefined
  /** Belongs to nobody, and is bound to nobody. */
  nobodys?: boolean
}

export interface NewRecordOptions { attachments: readonly Attachment[]; sequence: number; now: number; graceMs: number; owner: string | undefined }

/** The record of what was never kept before. */
export function newRecord({ id, body, to }: Given, { attachments, sequence, now, graceMs, owner }: NewRecordOptions): Kept {
  const grace = graceMs > 0 ? Math.min(graceMs, longest) : 0
  return {
    ...(to === undefined ? { version: 1 } : { version: 2, to }),
    id,
    sequence,
    body,
    hash: hash(body),
    attachments: [...attachments],
    status: 'kept',
    attempts: 0,
    dueAt: grace && now + grace,
    keptAt: new Date(now).toISOString(),
    ...(grace && { graceMs: grace }),
    ...(owner && { owner }),
  }
}
