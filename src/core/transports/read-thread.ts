import type { Thread, ThreadStatus } from '../issue/thread.ts'
import { isRecord } from '../support/json.ts'
import { readMessage } from './read-message.ts'
import { readPerson } from './read-person.ts'

const statuses: unknown[] = ['open', 'answered', 'closed']
const text = (value: unknown): value is string => typeof value === 'string'

/** The thread in an answer, by a fixed list of fields; undefined when it is not the one of this issue. Messages that cannot be read are left out. */
export function readThread(value: unknown, id: string): Thread | undefined {
  if (!isRecord(value) || value.id !== id || !Array.isArray(value.messages)) return undefined
  const { reference, status, expectBy, messages, level, rung, continuedBy: next, live } = value
  const owner = readPerson(value.owner)
  return {
    id,
    reference: text(reference) ? reference : id,
    status: statuses.includes(status) ? (status as ThreadStatus) : 'open',
    ...(owner && { owner }),
    ...(text(expectBy) && { expectBy }),
    messages: messages.map(readMessage).filter(message => message !== undefined),
    ...(Number.isInteger(level) && (level as number) > 0 && { level: level as number }),
    ...(text(rung) && { rung }),
    ...(isRecord(next) && text(next.id) && text(next.reference) && { continuedBy: { id: next.id, reference: next.reference } }),
    ...(live === true && { live }),
  }
}
