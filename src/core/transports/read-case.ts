import type { Issue } from '../issue/issue.ts'
import type { Receipt } from '../issue/receipt.ts'
import type { Thread } from '../issue/thread.ts'
import { validateIssue } from '../issue/validate.ts'
import { isRecord } from '../support/json.ts'
import { readReceipt } from './read-receipt.ts'
import { readThread } from './read-thread.ts'

/** An issue with its receipt, and its thread if it has one; undefined where one of the first two is missing or not of the other. */
export function readCase(value: unknown, now: string): { issue: Issue; receipt: Receipt; thread?: Thread } | undefined {
  if (!isRecord(value)) return undefined
  const checked = validateIssue(value.issue)
  if (!checked.ok) return undefined
  const { issue } = checked
  const receipt = readReceipt(value.receipt, issue.id, now)
  const thread = readThread(value.thread, issue.id)
  return receipt && { issue, receipt, ...(thread && { thread }) }
}
