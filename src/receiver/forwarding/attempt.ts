import { bytesIn } from '../../core/issue/bytes-in.ts'
import { clean } from '../../core/issue/clean.ts'
import { readReceipt } from '../../core/transports/read-receipt.ts'
import { TransportError } from '../../core/transports/transport.ts'
import type { Receipt } from '../../core/issue/receipt.ts'
import { deadline } from '../../core/support/deadline.ts'
import { timeToSend } from '../../core/support/time-to-send.ts'
import { until } from '../../core/support/until.ts'
import type { Context } from '../context.ts'
import { forwardEnded } from '../watch/forward-ended.ts'
import { afterFailure } from './after-failure.ts'
import { findContent, type Content } from './find-content.ts'
import type { Forwarder } from './forwarder.ts'
import type { ReadForwarding } from './read-forwarding.ts'
import { extendClaim, failForward, finishForward, releaseForward, restForwarder, type Claim } from './store-forwards.ts'

/** What a worker needs of the receiver. */
export type WorkerOptions = Pick<Context['options'], 'query' | 'site' | 'clock' | 'random' | 'report' | 'tell' | 'files'>

/** How often a claim is longer than an attempt may take: room for a slow database before and after it. */
export const claimFactor = 4

/** How an attempt ended; `left`: the worker was stopped, and whoever comes next goes on, or the issue was deleted and nobody has to. */
export type Outcome = 'done' | 'failed' | 'left'

async function send(forwarder: Forwarder, { issue, attachments, earlier, follows }: Content, again: boolean, now: string, signal: AbortSignal): Promise<Receipt | undefined> {
  if (follows) {
    if (!forwarder.reply) throw new TransportError('transport/no-replies', 'It takes nothing that follows an issue', { retry: 'never', detail: 'It takes nothing that follows an issue' })
    await forwarder.reply(follows.receipt, follows.message, { signal, attachments })
    return undefined
  }
  const answer: unknown = await forwarder.send(issue, attachments, { signal, ...(earlier.length && { earlier }), ...(again && { again }) })
  // Whatever else stands in it is the forwarder's: it may find its way back by that.
  if (readReceipt(answer, issue.id, now)) return clean(answer) as unknown as Receipt
  throw new TransportError('transport/no-receipt', 'The forwarder answered without a receipt that names the issue and has a reference', { retry: 'later' })
}

/** Makes one attempt that was claimed, and writes down what came of it. Rejects only when the database does: the claim then ends by itself. */
export async function attempt(
  { query, site, clock, random, report, tell, files }: WorkerOptions, { to, timeout, attempts }: ReadForwarding, claim: Claim, stop: AbortSignal,
): Promise<Outcome> {
  const iso = () => new Date(clock.now()).toISOString()
  const since = clock.now()
  const controller = new AbortController()
  let receipt: Receipt | undefined
  const within = <T>(work: () => Promise<T>, ms: number, code: string) =>
    until(stop, () => deadline(work(), ms, code, clock), () => new Error('The worker was stopped'))
  try {
    const content = await within(() => findContent(query, files, claim.seq), timeout, 'receiver/slow-files')
    if (!content) return 'left'
    // Base64 makes three bytes four.
    const patience = timeToSend(timeout, bytesIn(content.attachments) * 4 / 3)
    if (patience > timeout) await extendClaim(query, claim, patience * claimFactor)
    const sending = () => send(to.get(claim.forwarder)!, content, claim.attempts > 1, iso(), controller.signal)
    receipt = await within(sending, patience, 'receiver/slow-forward')
  } catch (error) {
    if (stop.aborted) {
      await releaseForward(query, claim)
      return 'left'
    }
    // What the other side is to blame for stands with the job; all else is a fault of somebody's program.
    const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown }
    if (name !== 'TransportError' && code !== 'receiver/slow-forward') report(error)
    const after = afterFailure(claim, error, { now: clock.now(), random, attempts })
    await failForward(query, claim, after)
    tell(forwardEnded(claim, after.status === 'dead' ? 'dead' : 'failed', clock.now() - since, after.failure))
    if (after.restUntil) await restForwarder(query, site, claim.forwarder, after.restUntil)
    return 'failed'
  } finally {
    controller.abort()
  }
  await finishForward(query, claim, iso(), receipt)
  tell(forwardEnded(claim, 'done', clock.now() - since))
  return 'done'
}
