import type { Attachment } from '../issue/issue.ts'
import type { Receipt } from '../issue/receipt.ts'
import type { Message, Thread } from '../issue/thread.ts'
import { isRecord } from '../support/json.ts'
import { stringify } from '../support/stringify.ts'
import { bearer, bodyOf, type Line } from './http-line.ts'
import { readThread } from './read-thread.ts'
import { TransportError } from './transport.ts'

/** Threads as they were read the last time, by the id, with the mark by which the backend knows that nothing has changed. */
export type KnownThreads = Map<string, { mark: string; thread: Thread }>

/** How many are remembered; the one read longest ago goes first. */
const most = 50

export async function thread({ call, foreign }: Line, known: KnownThreads, receipt: Receipt, { signal }: { signal: AbortSignal }): Promise<Thread> {
  const { id } = receipt
  const last = known.get(id)
  const { status, headers, said } = await call({ path: [id], headers: { ...bearer(receipt), 'If-None-Match': last?.mark }, signal }).catch(shut)
  if (last && status === 304) return last.thread
  known.delete(id)
  const thread = readThread(said, id)
  if (!thread) throw foreign('the thread of this issue')
  // Where the backend does not let the page see its mark, it gets none to compare.
  const mark = headers.get('ETag')
  if (mark) known.set(id, { mark, thread })
  if (known.size > most) known.delete(known.keys().next().value!)
  return thread
}

// What answers so to a key will not open for it later either: it was made up, or taken back.
const locked: readonly unknown[] = [401, 403, 404, 410]

function shut(error: unknown): never {
  if (!(error instanceof TransportError) || !locked.includes(error.status)) throw error
  throw new TransportError(error.code, error.message, { retry: 'never', status: error.status! })
}

export async function reply(
  { call, foreign, options }: Line,
  receipt: Receipt,
  message: Message,
  { signal, attachments = [] }: { signal: AbortSignal; attachments?: Attachment[] },
): Promise<void> {
  const { body, headers } = bodyOf('message', message.id, stringify(message), attachments)
  const { said } = await call({ path: [receipt.id, 'messages'], method: 'POST', headers: { ...headers, ...bearer(receipt) }, body, signal })
  if (options.accept !== '2xx' && !isRecord(said)) throw foreign('JSON')
}
