import { hash } from '../support/hash.ts'
import { isRecord } from '../support/json.ts'
import { longest } from './backoff.ts'
import type { Kept } from './record.ts'

export const issueKey = (id: string) => 'issue:' + id
export const requestKey = (id: string) => 'request:' + id

const number = (value: unknown) => (Number.isFinite(value) ? (value as number) : 0)

/**
 * Reads what lay in the store. `foreign`: of a later version, or not readable just now: to be left alone.
 * `corrupt`: not what was kept. Damaged hints (due time, attempts) are mended, because the customer's words are whole.
 */
export function readRecord(key: string, value: unknown): Kept | 'foreign' | 'corrupt' {
  if (value === undefined || (isRecord(value) && number(value.version) > 1 && value.version !== 2)) return 'foreign'
  try {
    const record = value as Kept
    const { graceMs, ...rest } = record
    const { id, body, attachments, status } = rest
    const addressed = record.version !== 2 || (typeof record.to === 'string' && record.to !== '')
    if (issueKey(id) === key && hash(body) === record.hash && JSON.parse(body).id === id && Array.isArray(attachments) && addressed)
      return {
        ...rest,
        ...(number(graceMs) > 0 && { graceMs: Math.min(number(graceMs), longest) }),
        sequence: number(record.sequence),
        attempts: number(record.attempts),
        dueAt: number(record.dueAt),
        status: status === 'kept' || status === 'refused' ? status : 'waiting',
      }
  } catch {}
  return 'corrupt'
}
