import type { Attachment, Issue } from '../core/issue/issue.ts'
import type { Receipt } from '../core/issue/receipt.ts'
import { createId } from '../core/support/ids.ts'
import type { SendOptions, Transport } from '../core/transports/transport.ts'

// Combining marks, an astral character, a line separator, quotes, markup and direction marks.
export const story = 'Cafe\u0301 \ud83e\uded6 whistles\u2028at night: "very" loud & <b>bold</b> \u202eback\u202c \\ {{x}} \u05e9\u05dc\u05d5\u05dd\n\tEnd'

export const issueOf = (more: Partial<Issue> = {}): Issue => ({
  version: 1, id: createId(), createdAt: '2026-11-21T10:00:00.000Z', kind: 'problem', summary: 'The kettle whistles', story, ...more,
})

/** A file whose bytes have every value, and how an issue describes it. */
export function fileOf(): { info: NonNullable<Issue['attachments']>[number]; file: Attachment; bytes: number[] } {
  const bytes = Uint8Array.from({ length: 1_024 }, (_, i) => i % 256)
  const info = { id: createId(), name: 'kettle "1".png', type: 'image/png', size: bytes.length }
  return { info, file: { ...info, bytes: bytes.slice().buffer }, bytes: [...bytes] }
}

export const send = (
  transport: Transport, issue: Issue, files: Attachment[] = [], signal = new AbortController().signal, more: Partial<SendOptions> = {},
): Promise<Receipt> => transport.send(issue, files, { signal, ...more })

/** As the outbox does after a failure: what was sent before may have arrived. */
export const sendAgain = (transport: Transport, issue: Issue, files: Attachment[] = []): Promise<Receipt> =>
  send(transport, issue, files, undefined, { again: true })

export interface Failure { name?: unknown; code?: unknown; retry?: unknown; afterMs?: unknown }

// By its mark as well: it may come from another realm, as a test runner's does.
const isError = (thrown: unknown) => thrown instanceof Error || Object.prototype.toString.call(thrown) === '[object Error]'

/** What an attempt fails with. @throws {Error} where it succeeds, and for what is no Error. */
export async function failure(what: string, sending: Promise<unknown>): Promise<Failure> {
  let answer: unknown
  try {
    answer = await sending
  } catch (error) {
    if (isError(error)) return error as Failure
    throw new Error(`${what}: expected an Error, but a ${typeof error} was thrown`)
  }
  throw new Error(`${what}: expected a failure, got the answer ${JSON.stringify(answer)}`)
}
