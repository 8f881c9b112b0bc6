import { claimMark } from '../core/issue/claim-mark.ts'
import { claimTo, readClaim } from '../core/issue/claim.ts'
import type { RequestRecord } from '../core/outbox/record.ts'
import { TransportError } from '../core/transports/transport.ts'
import { deadline } from '../core/support/deadline.ts'
import { EarshotError } from '../core/support/errors.ts'
import { clockOf } from './clock-of.ts'
import type { Context } from './context.ts'
import type { PostingVerbs } from './posting-verbs.ts'
import { reduceDesk } from './reduce.ts'
import { reduceRooms } from './reduce-rooms.ts'
import { requestOf } from './request-of.ts'
import type { Request } from './state.ts'
import { transportOf } from './transport-of.ts'

// An address is given at once where the backend makes no key of its own within this time, in milliseconds.
const patience = 3_000

async function recordOf(posting: PostingVerbs, id: string): Promise<RequestRecord> {
  const record = await posting.list.accepted(id)
  if (record) return record
  throw new EarshotError('desk/unknown-issue', `No issue "${id}" of this device has been accepted`, { id })
}

const noClaim = (id: string, why: string) => new EarshotError('desk/no-claim', `Nothing about "${id}" can be shared: ${why}`, { id })

/**
 * The address of this page, with the key to one request in its fragment: that part of an address is sent to nobody. A key of its own,
 * which can be taken back, where the backend makes some; else, and without a connection, this device's own.
 */
export async function claimLink(context: Context, posting: PostingVerbs, id: string): Promise<string> {
  const { issue, receipt } = await recordOf(posting, id)
  if (!receipt.token || !context.base) throw noClaim(id, 'its receipt has no token by which another device could read the answer')
  const ending = new AbortController()
  const shared = transportOf(context).share?.(receipt, { signal: ending.signal })
  const { token } = (shared && (await deadline(shared, patience, 'desk/no-key', clockOf(context)).catch(() => ending.abort()))) || receipt
  return context.base.replace(/[?#].*/, '') + claimMark + claimTo(issue, { ...receipt, token: token! })
}

/** A short code that stands for the request for some minutes. */
export async function claimCode(context: Context, posting: PostingVerbs, id: string): Promise<{ code: string; expiresAt: string }> {
  const { receipt } = await recordOf(posting, id)
  const shared = await transportOf(context).share?.(receipt, within())
  if (!shared) throw noClaim(id, 'the backend makes no codes')
  const { code, expiresAt } = shared
  return { code, expiresAt }
}

/** Takes back all keys and codes that were made for others; the one of this device stays. */
export async function revokeClaims(context: Context, posting: PostingVerbs, id: string): Promise<void> {
  const { receipt } = await recordOf(posting, id)
  const { unshare } = transportOf(context)
  if (!unshare) throw noClaim(id, 'the backend makes no keys, so that there is none to take back')
  await unshare(receipt, within())
}

const within = () => ({ signal: new AbortController().signal })

/** Takes a request of another device over, once the backend has shown its thread for it. */
export async function claim(context: Context, posting: PostingVerbs, link: string): Promise<Request> {
  const refused = (error: unknown): never => {
    if (!(error instanceof TransportError) || error.retry !== 'never') throw error
    throw new EarshotError('desk/wrong-claim', 'The backend does not know this request, or its key or code no longer fits')
  }
  const said = link.trim()
  const { open } = transportOf(context)
  const { issue, receipt } = open && isCode(said) ? await open(said, within()).catch(refused) : readClaim(said)
  const record = (await posting.list.accepted(issue.id)) ?? (await posting.list.reread({ version: 1, issue, receipt }).catch(refused))
  context.dispatch({ type: 'claimed' }, reduceRooms)
  void posting.threads().then(room => room.soon()).catch(() => {})
  return requestOf(record, context.state.storage === 'durable')
}

/** Short enough to be typed; a whole claim is far longer. */
const isCode = (said: string) => said.length <= 24 && !said.includes(claimMark)

/** Somebody came with such an address: they are asked, and nothing is kept before they say yes. */
export function offerClaim(context: Context, link: string): void {
  try {
    const { issue: { summary }, receipt: { reference } } = readClaim(link)
    context.dispatch({ type: 'claimOffered', claim: { link, reference, ...(summary && { summary }) } }, reduceRooms)
    context.dispatch({ type: 'opened', view: { name: 'requests' } }, reduceDesk)
  } catch (error) {
    const { code, message } = error as EarshotError
    context.tell({ code, message })
  }
}

/** It is not theirs: nothing of it was kept, and nothing is. */
export const declineClaim = (context: Context): void => context.dispatch({ type: 'claimed' }, reduceRooms)
