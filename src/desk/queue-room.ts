import type { Queue } from '../core/outbox/queue.ts'
import type { Outbox } from '../core/outbox/record.ts'
import { clockOf } from './clock-of.ts'
import type { Context } from './context.ts'
import type { LookOut, Silence } from './page.ts'
import type { Reducer } from './reduce.ts'
import type { QueueReason, QueueState } from './state.ts'
import { tellOnce } from './tell-once.ts'

/** Between two looks at why nobody answers, in milliseconds: a backend that is down is not asked by us as well. */
const pause = 60_000

const reasons: Record<string, QueueReason | undefined> = {
  unreachable: 'unreachable', timeout: 'unreachable', busy: 'busy', unauthorized: 'identity', 'no-identity': 'identity',
  'not-a-receipt': 'foreign', 'not-found': 'setup', 'no-endpoint': 'setup',
}

/** Why it waits, as far as the last attempt can say. */
export function reasonOf({ count, failure }: Queue): QueueReason {
  if (!count) return 'refused'
  return failure ? (reasons[failure.code.replace('transport/', '')] ?? 'failing') : 'sending'
}

const reduceQueue: Reducer<QueueState | undefined> = ({ queue: before }, queue) =>
  JSON.stringify(before) === JSON.stringify(queue) ? undefined : { queue: queue && Object.freeze(queue) }

/**
 * Keeps `state.queue` true: after each change here or in another tab, and once at the beginning for what an earlier page left.
 * @param isHeld whether all of it waits for the customer's consent.
 */
export function openQueueRoom(context: Context, outbox: Outbox, isHeld: () => boolean = () => false) {
  const { settings: { endpoint, transport }, seams: { page } } = context
  const clock = clockOf(context)
  let lookOut: LookOut | undefined
  let silence: { is: Silence; at: number } | undefined
  let looking = false
  let again = false
  let ended = false
  // Before anything fails: when nobody answers, it cannot be fetched either.
  if (endpoint && !transport)
    void page?.reading().then(async reading => {
      const found = await reading.lookOut?.(endpoint)
      if (ended) found?.stop()
      else lookOut = found
    }).catch(() => {})

  const findOut = async (lookOut: LookOut) => {
    const at = clock.now()
    if (silence && Math.abs(at - silence.at) < pause) return
    silence = { is: silence?.is ?? 'unreachable', at }
    silence = { is: await lookOut.why(), at }
    look()
    const cause = causes[silence.is]
    if (cause) tellOnce(context)({ code: 'transport/blocked', message: `${endpoint} gives no answer, though this page's own address does. ${cause}. What was written is kept` })
  }
  const show = async () => {
    const queue = await outbox.queue()
    if (ended) return
    let reason = queue && (isHeld() && queue.count ? 'consent' : reasonOf(queue))
    if (reason !== 'unreachable') silence = undefined
    else if (lookOut) {
      reason = silence ? (silence.is in causes ? 'blocked' : (silence.is as QueueReason)) : reason
      void findOut(lookOut)
    }
    const { failure: _, ...figures } = queue ?? {}
    context.dispatch(queue && ({ ...figures, reason } as QueueState), reduceQueue)
  }
  const look = () => {
    again = true
    if (looking) return
    looking = true
    void (async () => {
      while (again && !ended) {
        again = false
        await show().catch(() => {})
      }
      looking = false
    })()
  }
  const leave = outbox.subscribe(look)
  look()
  return {
    look,
    stop() {
      ended = true
      leave()
      lookOut?.stop()
    },
  }
}

const causes: { [is in Silence]?: string } = {
  policy: "The page's Content-Security-Policy does not allow it: add its origin to connect-src",
  cors: 'It is there, but does not let this page read its answers: it has to allow this origin (CORS), and the headers Content-Type and Idempotency-Key',
  blocked: 'Something in between seems to be in the way: an ad blocker or another extension, a firewall, or the server itself is down. ' +
    'An address of your own site, without words such as "feedback" or "track", is rarely blocked',
}
