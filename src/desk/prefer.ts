import type { Channel, Contact } from '../core/issue/issue.ts'
import { stretches } from '../core/issue/stretches.ts'
import type { Backroom } from './backroom.ts'
import type { Context } from './context.ts'
import { existed } from './device.ts'
import { contactKey } from './preferred.ts'
import { reduceThreads } from './reduce-threads.ts'

// As long as an address may be.
const longest = 254
const channels: readonly Channel[] = ['email', 'phone', 'chat', 'none']

/** Keeps how the customer wants to be answered, for every later form; undefined, or nothing in it, forgets it. */
export async function prefer(context: Context, backroom: Backroom, given: Contact | undefined): Promise<void> {
  const contact = given && tidy(given)
  context.dispatch({ type: 'contactPreferred', contact }, reduceThreads)
  // Nothing is put on the device to forget something.
  if (contact || context.state.storage !== 'unknown' || (await existed(context))) await backroom.keepNow(contactKey, contact)
}

/** Only what says how somebody is reached: numbers of cards and accounts, and secrets, are none of it wherever they were typed. */
function tidy({ channel, ...words }: Contact): Contact | undefined {
  const said = (['name', 'email', 'phone', 'when'] as const).flatMap(part => {
    const value: unknown = words[part]
    const text = typeof value === 'string' ? value.trim() : ''
    return text && text.length <= longest && !stretches(text, { off: ['email', 'phone'] }).length ? [[part, text] as const] : []
  })
  const known = channels.find(each => each === channel)
  return said.length || known ? { ...Object.fromEntries(said), ...(known && { channel: known }) } : undefined
}
