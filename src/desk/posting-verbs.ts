import { EarshotError } from '../core/support/errors.ts'
import { paced } from '../core/support/paced.ts'
import type { Draft } from '../core/issue/draft.ts'
import type { Issue } from '../core/issue/issue.ts'
import { seal } from '../core/issue/seal.ts'
import { isMessage } from '../core/outbox/message-record.ts'
import { createOutbox } from '../core/outbox/outbox.ts'
import { requestKey } from '../core/outbox/read-record.ts'
import type { KeepOptions, Outbox, OutboxChange, OutboxRecord, RequestRecord } from '../core/outbox/record.ts'
import type { Backroom } from './backroom.ts'
import { clockOf } from './clock-of.ts'
import type { Context } from './context.ts'
import { openCorrecting } from './correcting.ts'
import type { Desk, Submission } from './desk.ts'
import { storeNameOf } from './device.ts'
import { lazily, type Lazy } from './lazily.ts'
import { openRequestList, type RequestList } from './request-list.ts'
import type { ThreadRoom } from './thread-room.ts'
import { apart } from './thread-schedule.ts'
import { kindOf } from '../core/forms/kind-of.ts'
import { openQueueRoom } from './queue-room.ts'
import { createTracker } from './tracker.ts'
import type { RedactionRoom } from './redaction.ts'
import { transportOf } from './transport-of.ts'

export interface PostingVerbs extends Pick<Desk, 'submit' | 'findings' | 'reply' | 'requests'>, Pick<Outbox, 'withdraw'> {
  /** Keeps and sends a draft as it is, with nothing enclosed. */
  post(draft: Draft): Promise<Submission>
  drain(options?: { force?: boolean }): Promise<void>
  /** Brings a refused issue back into its form. */
  correct(form: string, id: string): Promise<void>
  /** What is on the device, as it was read the last time: what waits, and what was accepted. */
  kept(): Promise<{ waiting: OutboxRecord[]; sent: RequestRecord[] }>
  redaction(): Promise<RedactionRoom>
  /** This device's requests, and those of whoever is signed in. */
  readonly list: RequestList
  /** Follows their threads. Opened once there is one. */
  readonly threads: Lazy<ThreadRoom>
  /** Forgets what waits, also what was only ever in memory. */
  forget(): Promise<void>
  dispose(): void
}

/** Everything that leaves the device. Fetched with the first issue, or when an earlier page left one waiting. */
export async function postingVerbs(context: Context, backroom: () => Promise<Backroom>): Promise<PostingVerbs> {
  const { settings, seams } = context
  const back = await backroom()
  const clock = clockOf(context)
  const transport = transportOf(context)
  const store = await back.store()
  const outbox = createOutbox({ store, transport, name: storeNameOf(context), clock, onProblem: context.tell, isHeld: back.held, ...(settings.identity && { identity: settings.identity }) })
  // A gap is nobody's request: once it is there, or cannot go, nothing of it stays.
  const clear = ({ id, status }: OutboxChange) =>
    void (status === 'accepted' ? store.write({ delete: [requestKey(id)] }) : status === 'refused' ? outbox.discard(id) : undefined)?.catch(() => {})
  const tracker = createTracker(context, outbox, clear)
  const queue = openQueueRoom(context, outbox, back.held)
  const aborter = new AbortController()
  const { signal } = aborter
  const list = openRequestList(context, store, outbox, signal)
  const threads = lazily(async () => (await import('./thread-room.ts')).openThreadRoom(context, back, list, verbs.reply))
  const follow = (act: (room: ThreadRoom) => void) => void (signal.aborted || threads().then(act).catch(() => {}))
  // An answer may come soon.
  const leave = outbox.subscribe(({ to, status }) => to !== undefined && status === 'accepted' && follow(room => room.soon()))

  const redaction = lazily(async () => (await import('./redaction.ts')).openRedaction(context))
  /** What it takes to write in a thread. */
  const writing = () => Promise.all([import('./reply.ts'), redaction()])

  const post = async (given: Draft, options?: KeepOptions): Promise<Submission> => {
    const draft = await (await redaction()).redacted(given)
    const { attachments = [] } = draft
    const issue = seal(draft, { now: clock.now(), ...(seams.random && { random: seams.random }) })
    const receipt = tracker.expect(issue.id, { issue })
    const { durable } = await outbox.keep(issue, attachments, options)
    if (issue.kind !== 'gap') void receipt.then(() => follow(room => room.soon()), () => {})
    return { id: issue.id, issue, durable, receipt }
  }

  const complete = async (draft: Draft): Promise<Draft> => (await back.enclosures()).enclose({ ...draft, kind: draft.kind ?? kindOf(draft.form ?? '', settings.forms) })

  const submit = async (draft: Draft, options?: KeepOptions): Promise<Submission> => {
    const written = () => context.state.drafts.get(draft.form ?? '')
    const before = written()
    const submission = await post(await complete(draft), options)
    const { durable, receipt } = submission
    void back.gaps?.settled().catch(() => {})
    // A case that climbs the ladder is not what is being typed in its form now, unless it was refused and is corrected there.
    const typed = draft.escalation && draft.replaces === undefined ? undefined : draft.form
    const drop = async () => {
      if (!typed || !isSame(before, written())) return
      await back.dropDraft(typed)
      // What was set aside for it.
      if (draft.replaces !== undefined) void back.restore(typed).catch(() => {})
    }
    if (durable) await drop()
    // In memory only, the draft stays until the receipt is there: it is the customer's one other copy.
    else void receipt.then(drop, () => {})
    return submission
  }

  const dispose = () => {
    aborter.abort()
    void threads.leave(room => room.stop()).catch(() => {})
    tracker.dispose()
    queue.stop()
    leave()
    outbox.dispose()
  }

  const find = async (id: string): Promise<{ issue: Issue; record?: RequestRecord }> => {
    const record = await list.accepted(id)
    if (record) return { issue: record.issue, record }
    const waiting = await outbox.get(id)
    if (waiting && !isMessage(waiting)) return { issue: JSON.parse(waiting.body) as Issue }
    throw new EarshotError('desk/unknown-issue', `There is no issue "${id}" on this device`, { id })
  }

  // While a long queue drains there is news twice a second: the disk, and the backend, are asked less often.
  const knownGently = paced(list.known, 1_000, clock)
  const requestsGently = paced(list.requests, apart.least, clock)

  const verbs: PostingVerbs = {
    post,
    submit,
    findings: async draft => (await redaction()).findings(await complete(draft)),
    correct: openCorrecting({ context, back, outbox, redaction }),
    withdraw: outbox.withdraw,
    redaction,
    kept: async () => {
      const [waiting, sent] = await Promise.all([outbox.records(), list.sent()])
      return { waiting, sent }
    },
    list,
    threads,
    async reply(id, text, extra) {
      const found = await find(id)
      if (!transport.reply) throw new EarshotError('desk/no-thread', 'The transport carries no messages: it has no "reply"', { id })
      const [room] = await writing()
      return room.reply({ context, outbox, tracker, redaction }, found, text, extra ?? {})
    },
    async requests({ known = false, gently = false } = {}) {
      const [ask, askGently] = known ? [list.known, knownGently] : [list.requests, requestsGently]
      const all = await (gently ? askGently : ask)()
      if (all.some(({ thread }) => thread)) {
        follow(room => room.shown())
        // Whoever reads may write back, and the connection may have gone by then.
        void writing().catch(() => {})
      }
      return all
    },
    async drain(options) {
      // Nothing is asked for, either.
      if (back.held()) {
        queue.look()
        return threads.leave(room => room.stop())
      }
      if (options?.force) await back.gaps?.tell()
      else back.gaps?.soon(true)
      if ((await list.sent().catch(() => [])).length) follow(room => room.wake())
      await outbox.drain(options)
    },
    async forget() {
      await outbox.forget()
      dispose()
    },
    dispose,
  }
  return verbs
}

/** Nothing was typed since: words that came after those that went are not thrown away with them. The kind comes by itself. */
const isSame = (before: Draft | undefined, now: Draft | undefined): boolean =>
  Object.entries(now ?? {}).every(([key, value]) => key === 'kind' || value === before?.[key])
