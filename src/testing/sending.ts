import type { Attachment, Issue } from '../core/issue/issue.ts'
import type { Receipt } from '../core/issue/receipt.ts'
import { createId } from '../core/support/ids.ts'
import type { Transport } from '../core/transports/transport.ts'

// Combining marks, an astral character, a line separator, quotes, markup and direction marks.
export const story = 'Cafe\u0301 \ud83e\uded6 whistles\u2028at night: "very" loud & <b>bold</b> \u202eback\u202c \\ {{x}} \u05e9\u05dc\u05d5\u05dd\n\tEnd'

export const issueOf = (more: Partial<Issue> = {}): Issue => ({
  version: 1, id: createId(), createdAt: '2026-11-21T10:00:00.000Z', kind: 'problem', summary: 'The kettle whistles', story, ...more,
})

export const send = (transport: Transport, issue: Issue, files: Attachment[] = [], signal = new AbortController().signal): Promise<Receipt> =>
  transport.send(issue, files, { signal })

export interface Failure { name?: unknown; retry?: unknown; afterMs?: unknown }

/** What an attempt fails with. @throws {Error} where it succeeds. */
export async function failure(what: string, sending: Promise<unknown>): Promise<Failure> {
  let answer: unknown
  try {
    answer = await sending
  } catch (error) {
    return (error ?? {}) as Failure
  }
  throw new Error(`${what}: expected a failure, got the answer ${JSON.stringify(answer)}`)
}
