import type { Backroom } from './backroom.ts'
import type { Context } from './context.ts'
import type { Lazy } from './lazily.ts'
import type { PostingVerbs } from './posting-verbs.ts'
import { reduceRooms } from './reduce-rooms.ts'

/** What was kept in memory moves to the device, or back; the outbox opens again on the new ground. */
export async function giveConsent(backroom: Lazy<Backroom>, posting: Lazy<PostingVerbs>, granted: boolean): Promise<void> {
  await posting.leave(room => room.dispose())
  await (await backroom()).consent(granted)
}

/** Erases everything, also what was only ever in memory. */
export async function forgetAll(context: Context, backroom: Lazy<Backroom>, posting: Lazy<PostingVerbs>): Promise<void> {
  await posting.leave(room => room.forget())
  await (await backroom()).forget()
  context.dispatch({ type: 'forgot' }, reduceRooms)
}
