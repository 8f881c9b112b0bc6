import type { Backroom } from './backroom.ts'
import type { Context } from './context.ts'
import type { Lazy } from './lazily.ts'
import type { PostingVerbs } from './posting-verbs.ts'
import { reduceRooms } from './reduce-rooms.ts'

/** What was kept in memory moves to the device and is sent; or nothing is sent any more, and what is on the device moves back. */
export async function giveConsent(backroom: Lazy<Backroom>, posting: Lazy<PostingVerbs>, drain: () => Promise<void>, granted: boolean): Promise<void> {
  const room = await backroom()
  await room.consent(granted)
  // Nobody waits for the wire.
  if (!room.held() || posting.now) void drain().catch(() => {})
}

/** Erases everything, also what was only ever in memory. */
export async function forgetAll(context: Context, backroom: Lazy<Backroom>, posting: Lazy<PostingVerbs>): Promise<void> {
  await posting.leave(room => room.forget())
  await (await backroom()).forget()
  context.dispatch({ type: 'forgot' }, reduceRooms)
}
