import type { Issue } from '../core/issue/issue.ts'
import type { RequestRecord } from '../core/outbox/record.ts'
import { day } from '../core/support/clock.ts'

// Nobody answers after that; and nobody is watched for longer.
const longest = 60 * day

/** Somebody may answer it. Nobody answers a tap on a star, or our own test of the line. */
export const isAnswerable = ({ kind, story, synthetic }: Pick<Issue, 'kind' | 'story' | 'synthetic'>): boolean =>
  kind !== 'gap' && !synthetic && (kind !== 'rating' || story !== undefined)

const isYoung = ({ receipt }: RequestRecord, now: number) => !(now - Date.parse(receipt.acceptedAt) > longest)

/** There is something to wait for: it is open, and not too old. */
export const isAwaited = (record: RequestRecord, now: number): boolean =>
  isAnswerable(record.issue) && record.thread?.status !== 'closed' && isYoung(record, now)

/** Done, but a note may still come: that something changed because of it. */
export const mayBeNoted = (record: RequestRecord, now: number): boolean =>
  isAnswerable(record.issue) && record.thread?.status === 'closed' && isYoung(record, now)
