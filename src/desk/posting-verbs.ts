import { EarshotError } from '../core/support/errors.ts'
import { createId } from '../core/support/ids.ts'
import type { Draft } from '../core/issue/draft.ts'
import type { Issue } from '../core/issue/issue.ts'
import { seal } from '../core/issue/seal.ts'
import { createOutbox } from '../core/outbox/outbox.ts'
import { requestKey } from '../core/outbox/read-record.ts'
import type { KeepOptions, OutboxChange, RequestRecord } from '../core/outbox/record.ts'
import { http } from '../core/transports/http.ts'
import { type Transport, TransportError } from '../core/transports/transport.ts'
import type { Backroom } from './backroom.ts'
import { clockOf } from './clock-of.ts'
import type { Context } from './context.ts'
import type { Desk, Submission } from './desk.ts'
import { storeNameOf } from './device.ts'
import { enclose } from './enclosures.ts'
import { nextLevel } from './escalating.ts'
import { lazily } from './lazily.ts'
import { requestOf } from './request-of.ts'
import type { Request } from './state.ts'
import { kindOf } from '../core/forms/kind-of.ts'
import { recorded } from './recording.ts'
import { createTracker } from './tracker.ts'

export interface PostingVerbs extends Pick<Desk, 'submit' | 'findings' | 'withdraw' | 'escalate' | 'reply' | 'requests'> {
  /** Keeps and sends a draft as it is, with nothing enclosed. */
  post(draft: Draft): Promise<Submission>
  drain(options?: { force?: boolean }): Promise<void>
  /** The request of an issue that was accepted. */
  accepted(id: string): Promise<RequestRecord | undefined>
  /** Keeps a request as its thread is now, one of another device as well. @throws {TransportError} */
  reread(record: RequestRecord): Promise<RequestRecord>
  /** Forgets what waits, also what was only ever in memory. */
  forget(): Promise<void>
  dispose(): void
}

/** Everything that leaves the device. Fetched with the first issue, or when an earlier page left one waiting. */
export async function postingVerbs(context: Context, back: Backroom): Promise<PostingVerbs> {
  const { settings, seams } = context
  const clock = clockOf(context)
  const transport = settings.transport ?? transportFor(context)
  const store = await back.store()
  const outbox = createOutbox({ store, transport, name: storeNameOf(context), clock, onProblem: context.tell, ...(settings.identity && { identity: settings.identity }) })
  // A gap is nobody's request: once it is there, or cannot go, nothing of it stays.
  const clear = ({ id, status }: OutboxChange) =>
    void (status === 'accepted' ? store.write({ delete: [requestKey(id)] }) : status === 'refused' ? outbox.discard(id) : undefined)?.catch(() => {})
  const tracker = createTracker(context, outbox, clear)
  const aborter = new AbortController()
  const { signal } = aborter

  const redaction = lazily(async () => (await import('./redaction.ts')).openRedaction(context))

  const post = async (given: Draft, options?: KeepOptions): Promise<Submission> => {
    const draft = await (await redaction()).redacted(given)
    const { attachments = [] } = draft
    const issue = seal(draft, { now: clock.now(), ...(seams.random && { random: seams.random }) })
    const receipt = tracker.expect(issue)
    const { durable } = await outbox.keep(issue, attachments, options)
    return { id: issue.id, issue, durable, receipt }
  }

  const complete = async (draft: Draft): Promise<Draft> => {
    const [found, recording] = await Promise.all([back.enclosures(), recorded(context)])
    return enclose({ ...draft, kind: draft.kind ?? kindOf(draft.form ?? '', settings.forms) }, found, recording?.read())
  }

  const submit = async (draft: Draft, options?: KeepOptions): Promise<Submission> => {
    const written = () => context.state.drafts.get(draft.form ?? '')
    const before = written()
    const submission = await post(await complete(draft), options)
    const { durable, receipt } = submission
    void back.gaps?.settled().catch(() => {})
    // A case that climbs the ladder is not what is being typed in its form now.
    const typed = draft.escalation ? undefined : draft.form
    const drop = async () => void (typed && isSame(before, written()) && (await back.dropDraft(typed)))
    if (durable) await drop()
    // In memory only, the draft stays until the receipt is there: it is the customer's one other copy.
    else void receipt.then(drop, () => {})
    return submission
  }

  const dispose = () => {
    aborter.abort()
    tracker.dispose()
    outbox.dispose()
  }

  const accepted = async (id: string): Promise<RequestRecord | undefined> =>
    (await outbox.requests()).find(record => record.issue.id === id)

  const find = async (id: string): Promise<{ issue: Issue; record?: RequestRecord }> => {
    const record = await accepted(id)
    if (record) return { issue: record.issue, record }
    const waiting = (await outbox.records()).find(kept => kept.id === id)
    if (waiting) return { issue: JSON.parse(waiting.body) as Issue }
    throw new EarshotError('desk/unknown-issue', `There is no issue "${id}" on this device`, { id })
  }

  const reread = async (record: RequestRecord): Promise<RequestRecord> => {
    const thread = await transport.thread?.(record.receipt, { signal })
    const next = { ...record, ...(thread && { thread }) }
    await store.write({ put: [[requestKey(record.issue.id), next]] })
    return next
  }
  // What was read the last time is still worth showing.
  const withThread = (record: RequestRecord) => (transport.thread ? reread(record).catch(() => record) : record)

  return {
    post,
    submit,
    findings: async draft => (await redaction()).findings(await complete(draft)),
    withdraw: outbox.withdraw,
    accepted,
    reread,
    async escalate(id, reason) {
      const { issue, record } = await find(id)
      const next = nextLevel(settings.ladder, issue, record, reason)
      // All but the reason has left already, the way the customer let it stand.
      const before = await (await redaction()).findings({ ...next, escalation: { ...next.escalation!, reason: '' } })
      return submit({ ...next, revealed: before.map(({ text }) => text) })
    },
    async reply(id, text) {
      const { issue, record } = await find(id)
      if (!record || !transport.reply) throw new EarshotError('desk/no-thread', `Issue "${id}" has no thread to reply to yet`, { id })
      const at = clock.now()
      const message = { id: createId(at, seams.random), at: new Date(at).toISOString(), from: 'customer', text } as const
      await transport.reply(record.receipt, message, { signal })
      return { id, issue, durable: true, receipt: Promise.resolve(record.receipt) }
    },
    async requests() {
      const [waiting, sent] = await Promise.all([outbox.records(), outbox.requests()])
      const here = waiting.map((record): Request => {
        const now = context.state.submissions.get(record.id)
        return {
          id: record.id,
          issue: JSON.parse(record.body) as Issue,
          status: now?.status ?? record.status,
          durable: now?.durable ?? store.durable,
          dueAt: record.dueAt,
          ...(record.failure && { failure: record.failure }),
        }
      })
      // Threads only of the latest: the older ones are shown as they were read the last time.
      const fresh = await Promise.all(sent.map((record, i) => (i < 10 ? withThread(record) : record)))
      const there = fresh.map(record => requestOf(record, store.durable))
      return [...here, ...there].filter(({ issue }) => issue.kind !== 'gap').sort((a, b) => (a.issue.createdAt < b.issue.createdAt ? 1 : -1))
    },
    async drain(options) {
      if (options?.force) await back.gaps?.tell()
      else back.gaps?.soon(true)
      await outbox.drain(options)
    },
    async forget() {
      for (const { id } of await outbox.records()) await outbox.discard(id)
      dispose()
    },
    dispose,
  }
}

/** Nothing was typed since: words that came after those that went are not thrown away with them. The kind comes by itself. */
const isSame = (before: Draft | undefined, now: Draft | undefined): boolean =>
  Object.entries(now ?? {}).every(([key, value]) => key === 'kind' || value === before?.[key])

function transportFor({ settings, seams }: Context): Transport {
  const { endpoint, accept, identity } = settings
  if (endpoint) return http(endpoint, { accept, ...(identity && { identity }), ...(seams.fetch && { fetch: seams.fetch }) })
  return {
    send: () => Promise.reject(new TransportError('transport/no-endpoint', 'There is no endpoint and no transport', { retry: 'later' })),
  }
}
