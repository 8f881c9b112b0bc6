import { ownerOf } from '../core/outbox/owner.ts'
import { requestKey } from '../core/outbox/read-record.ts'
import type { RequestRecord } from '../core/outbox/record.ts'
import type { Store } from '../core/outbox/store.ts'
import type { Context } from './context.ts'
import type { RequestList } from './request-list.ts'
import { transportOf } from './transport-of.ts'

/** Whom the site has signed in, as a checksum; `nobody` is known only where the site says so itself. */
async function signedIn({ settings: { identity } }: Context): Promise<{ owner: string | undefined; nobody: boolean }> {
  let nobody = !identity
  const asked = identity && (async () => {
    const token = await identity()
    nobody = !token
    return token
  })
  return { owner: await ownerOf(asked), nobody }
}

/**
 * Without what was read for somebody else: that is taken from the device. Where it cannot be told who is signed in, it stays, unseen.
 */
export async function ownRequests(context: Context, store: Store, all: readonly RequestRecord[]): Promise<RequestRecord[]> {
  const { owner, nobody } = await signedIn(context)
  const foreign = owner || nobody ? all.filter(record => record.owner && record.owner !== owner) : []
  if (foreign.length) await store.write({ delete: foreign.map(({ issue }) => requestKey(issue.id)) }).catch(() => {})
  return all.filter(record => !record.owner || record.owner === owner)
}

/** The cases of whoever is signed in, from wherever they were written. What this device has itself is not bound to anybody by that. */
export async function fetchRequests(context: Context, update: RequestList['update'], signal: AbortSignal): Promise<void> {
  const { owner } = await signedIn(context)
  if (!owner) return
  const found = (await transportOf(context).requests?.({ signal })) ?? []
  // Signed out, or in as somebody else, while the answer was under way.
  if ((await signedIn(context)).owner !== owner) return
  for (const { issue, receipt, thread } of found) {
    // Before their own last word they have seen what there was, on another device.
    const seen = thread?.messages.findLast(({ from }) => from === 'customer')?.id
    const theirs: RequestRecord = { version: 1, issue, receipt, ...(thread && { thread }), ...(seen && { seen }), owner }
    await update(theirs, now => (now === theirs ? theirs : { ...now, ...(thread && { thread }), ...(now.owner && { receipt, owner }) }))
  }
}
