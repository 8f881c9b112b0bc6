import type { Message, Thread, ThreadStatus } from '../issue/thread.ts'
import { isRecord } from '../support/json.ts'

const statuses: unknown[] = ['open', 'answered', 'closed']
const text = (value: unknown): value is string => typeof value === 'string'
const isMessage = (value: unknown): boolean => isRecord(value) && text(value.id) && text(value.text) && text(value.at)

/** The thread in an answer; undefined when it is not the one of this issue. Messages that cannot be read are left out. */
export function readThread(value: unknown, id: string): Thread | undefined {
  if (!isRecord(value) || value.id !== id || !Array.isArray(value.messages)) return undefined
  const { reference, status, owner, expectBy, messages } = value
  return {
    id,
    reference: text(reference) ? reference : id,
    status: statuses.includes(status) ? (status as ThreadStatus) : 'open',
    ...(isRecord(owner) && text(owner.name) && { owner: owner as { name: string } }),
    ...(text(expectBy) && { expectBy }),
    messages: (messages as Message[])
      .filter(isMessage)
      .map(message => ({ ...message, from: message.from === 'staff' ? 'staff' : 'customer' })),
  }
}
