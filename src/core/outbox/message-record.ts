import type { Message } from '../issue/thread.ts'
import type { Listed, RequestRecord } from './record.ts'

export const isMessage = <R extends Listed>(record: R): record is Extract<R, { version: 2 }> => record.version === 2

/** The id of the issue whose thread a record belongs to: its own, where it is the issue. */
export const threadOf = (record: Listed): string => (isMessage(record) ? record.to : record.id)

/** The request with a message at the end of its thread; as it was, where the thread has that message. */
export function withMessage(request: RequestRecord, message: Message): RequestRecord {
  const { id, reference, owner, expectBy } = request.receipt
  const thread = request.thread ?? { id, reference, status: 'open', ...(owner && { owner }), ...(expectBy && { expectBy }), messages: [] }
  if (thread.messages.some(({ id }) => id === message.id)) return request
  return { ...request, thread: { ...thread, messages: [...thread.messages, message] } }
}
