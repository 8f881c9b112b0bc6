import type { Form } from '../core/forms/form.ts'
import type { Draft } from '../core/issue/draft.ts'
import type { Contact } from '../core/issue/issue.ts'
import { isRecord } from '../core/support/json.ts'
import { deadline } from '../core/support/deadline.ts'
import type { Backroom } from './backroom.ts'
import { clockOf } from './clock-of.ts'
import type { Context } from './context.ts'
import { existed } from './device.ts'
import { reduceThreads } from './reduce-threads.ts'

export const contactKey = 'contact'

// A form does not wait longer for it, in milliseconds.
const patience = 400

/** How the customer wants to be answered, if they said so; opens nothing where there is nothing. */
export async function preferred(context: Context, backroom: () => Promise<Backroom>): Promise<Contact | undefined> {
  if (context.state.contact) return context.state.contact
  const look = async () => ((await existed(context)) ? (await backroom()).load(contactKey) : undefined)
  const found = await deadline(look(), patience, 'store/timeout', clockOf(context)).catch(() => undefined)
  if (isRecord(found) && !context.state.contact) context.dispatch({ type: 'contactPreferred', contact: found as Contact }, reduceThreads)
  return context.state.contact
}

/** What every form begins with here, as far as the customer has said it. */
export const beginning = async (context: Context, backroom: () => Promise<Backroom>) => beginningWith(await preferred(context, backroom))

/** What a form begins with besides: of the contact what it has fields for, so that nothing goes unseen. Whoever reads the answer here is not asked for an address. */
const beginningWith = (contact: Contact | undefined) => (form: Form): Form => {
  const { kind, fields, initial } = form
  // Whatever a field says of a draft with nothing but a contact is of the contact.
  const asked = (said: Contact) => fields.filter(field => form.value(field, { kind, contact: said }) !== undefined)
  if (!contact || !asked({ email: '@', phone: '0', name: '-' }).length) return form
  const { channel, when } = contact
  const begun = (said: Contact): Form => ({ ...form, initial: { ...initial, contact: { ...said, ...initial.contact } } })
  if (channel === 'none') return begun({ channel })
  const known = asked(contact).reduce<Partial<Draft>>((draft, field) => {
    const value = form.value(field, { kind, contact })
    return { ...draft, ...form.patch(field, { kind, ...draft }, value) }
  }, {}).contact
  if (!known) return form
  const isReached = channel === 'email' || channel === 'phone' ? known[channel] !== undefined : channel !== undefined
  return begun({ ...known, ...(isReached && { channel, ...(when && { when }) }) })
}
