import { claimMark } from '../core/issue/claim-mark.ts'
import { claimTo, readClaim } from '../core/issue/claim.ts'
import { TransportError } from '../core/transports/transport.ts'
import { EarshotError } from '../core/support/errors.ts'
import type { Context } from './context.ts'
import type { PostingVerbs } from './posting-verbs.ts'
import { reduceDesk } from './reduce.ts'
import { reduceRooms } from './reduce-rooms.ts'
import { requestOf } from './request-of.ts'
import type { Request } from './state.ts'

/** The address of this page, with the key to one request in its fragment: that part of an address is sent to nobody. */
export async function claimLink(context: Context, posting: PostingVerbs, id: string): Promise<string> {
  const record = await posting.accepted(id)
  if (!record) throw new EarshotError('desk/unknown-issue', `No issue "${id}" of this device has been accepted`, { id })
  if (!record.receipt.token || !context.base) {
    throw new EarshotError('desk/no-claim', `The receipt of "${id}" has no token by which another device could read the answer`, { id })
  }
  return context.base.replace(/[?#].*/, '') + claimMark + claimTo(record.issue, record.receipt)
}

/** Takes a request of another device over, once the backend has shown its thread for it. */
export async function claim(context: Context, posting: PostingVerbs, link: string): Promise<Request> {
  const { issue, receipt } = readClaim(link)
  const record = (await posting.accepted(issue.id)) ?? (await posting.reread({ version: 1, issue, receipt }).catch((error: unknown) => {
    if (!(error instanceof TransportError) || error.retry !== 'never') throw error
    throw new EarshotError('desk/wrong-claim', 'The backend does not know this request, or its key no longer fits', { id: issue.id })
  }))
  context.dispatch({ type: 'claimed' }, reduceRooms)
  return requestOf(record, context.state.storage === 'durable')
}

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
