import type { Issue } from '../core/issue/issue.ts'
import type { Thread } from '../core/issue/thread.ts'
import { requestKey } from '../core/outbox/read-record.ts'
import type { Outbox, OutboxRecord, RequestRecord } from '../core/outbox/record.ts'
import type { Store } from '../core/outbox/store.ts'
import type { Context } from './context.ts'
import { reduceThreads } from './reduce-threads.ts'
import { requestOf } from './request-of.ts'
import type { Request } from './state.ts'
import { transportOf } from './transport-of.ts'
import { unreadIn } from './unread.ts'

export interface RequestList {
  /** What was accepted, newest first: this device's, and those of whoever is signed in now. */
  sent(): Promise<RequestRecord[]>
  accepted(id: string): Promise<RequestRecord | undefined>
  /** Keeps it as it becomes of what is kept now, one after another: nobody overwrites what another part has noted. */
  update(record: RequestRecord, change: (now: RequestRecord) => RequestRecord): Promise<RequestRecord>
  /** Keeps a request as its thread is now, one of another device as well. @throws {TransportError} */
  reread(record: RequestRecord): Promise<RequestRecord>
  /** All of them as they are known here, newest first; nobody is asked. */
  known(): Promise<Request[]>
  /** The same, with the threads of the latest as they are now. */
  requests(): Promise<Request[]>
}

/** What may be read in one go: the older ones are shown as they were read the last time. */
const most = 10

/** What was accepted while the thread was being read is not in what was read, and stays all the same. */
function withArrived(read: Thread, before: RequestRecord, now: RequestRecord): Thread {
  const known = new Set([...read.messages, ...(before.thread?.messages ?? [])].map(({ id }) => id))
  const arrived = now.thread?.messages.filter(({ id }) => !known.has(id)) ?? []
  return arrived.length ? { ...read, messages: [...read.messages, ...arrived] } : read
}

/** This device's requests, and those of whoever is signed in. The one place in which they are read and kept. */
export function openRequestList(context: Context, store: Store, outbox: Outbox, signal: AbortSignal): RequestList {
  const transport = transportOf(context)
  const { identity } = context.settings
  let writing: Promise<unknown> = Promise.resolve()

  const sent = async () => {
    const all = await outbox.requests()
    return all.some(({ owner }) => owner) ? (await import('./whose-requests.ts')).ownRequests(context, store, all) : all
  }
  const update = (record: RequestRecord, change: (now: RequestRecord) => RequestRecord): Promise<RequestRecord> => {
    const key = requestKey(record.issue.id)
    const written = writing.then(async () => {
      const now = (await store.get<RequestRecord>(key)) ?? record
      const next = change(now)
      // Erased meanwhile, perhaps: nothing comes back.
      signal.throwIfAborted()
      if (next !== now || now === record) await store.write({ put: [[key, next]] })
      return next
    })
    writing = written.catch(() => {})
    return written
  }
  const reread = async (record: RequestRecord) => {
    const read = await transport.thread?.(record.receipt, { signal })
    return update(record, now => {
      const thread = read && withArrived(read, record, now)
      if (!thread || JSON.stringify(thread) === JSON.stringify(now.thread)) return now
      context.dispatch({ type: 'threadRead', thread }, reduceThreads)
      return { ...now, thread }
    })
  }
  const signedIn = async () => {
    if (identity && transport.requests) await (await import('./whose-requests.ts')).fetchRequests(context, update, signal)
  }
  const waitingAs = ({ id, body, status, dueAt, failure }: OutboxRecord): Request => {
    const now = context.state.submissions.get(id)
    return {
      id,
      issue: JSON.parse(body) as Issue,
      status: now?.status ?? status,
      durable: now?.durable ?? store.durable,
      dueAt,
      ...(failure && { failure }),
    }
  }
  const listed = async (fresh: ReadonlyMap<string, RequestRecord>) => {
    const [waiting, there] = await Promise.all([outbox.records(), sent()])
    const records = there.map(record => fresh.get(record.issue.id) ?? record)
    const unread = unreadIn(records)
    context.dispatch({ type: 'unreadCounted', unread }, reduceThreads)
    return [...waiting.map(waitingAs), ...records.map(record => requestOf(record, store.durable, unread.get(record.issue.id)))]
      .filter(({ issue }) => issue.kind !== 'gap')
      .sort((a, b) => (a.issue.createdAt < b.issue.createdAt ? 1 : -1))
  }

  return {
    sent,
    update,
    reread,
    accepted: async id => (await sent()).find(({ issue }) => issue.id === id),
    known: () => listed(new Map()),
    async requests() {
      const fresh = new Map<string, RequestRecord>()
      const read = async (record: RequestRecord) => void fresh.set(record.issue.id, await reread(record))
      const latest = transport.thread ? (await sent()).slice(0, most) : []
      // What was read the last time is still worth showing.
      await Promise.allSettled([signedIn(), ...latest.map(read)])
      return listed(fresh)
    },
  }
}
