import type { Problem } from '../support/errors.ts'
import { shorten } from '../support/whole-at.ts'
import type { Rung, RungKind } from './ladder.ts'

const web = (to: string) => URL.canParse(to, 'https://page.invalid/') && /^https?:$/.test(new URL(to, 'https://page.invalid/').protocol)
const mail = (to: string) => /^(mailto:)?[^\s@:/]+@[^\s@:/]+$/i.test(to)
const telephone = (to: string) => /^(tel:)?[^a-z]*$/i.test(to) && /\d.*\d/.test(to)

// What is reached through the form, or by going there, needs none.
const kinds: Partial<Record<RungKind, [fits: (to: string) => boolean, expected: string, needed: boolean]>> = {
  email: [mail, 'an e-mail address', true],
  phone: [telephone, 'a telephone number', true],
  chat: [web, 'an address that begins with https:', true],
  link: [web, 'an address that begins with https:', true],
  visit: [web, 'an address that begins with https:', false],
}

/** Whether an address outside of the house is one: of the web, of e-mail, or a telephone number. */
export const isOutside = (to: string): boolean => web(to) || mail(to) || telephone(to)

/**
 * What is wrong with where a rung is reached.
 * @param chat whether the owner's own chat is there to be opened: then a chat needs no address.
 */
export function checkAddress({ kind, name, to }: Rung, path: string, chat: boolean): Problem[] {
  const [fits, expected, needed] = kinds[kind] ?? []
  const who = `"${shorten(name, 60)}"`
  if (!fits) return []
  if (!to) {
    return needed && !(kind === 'chat' && chat)
      ? [{ code: 'ladder/no-address', path: `${path}/to`, message: `${who} of kind "${kind}" needs ${expected} in "to"; without one a message leads there` }]
      : []
  }
  return fits(to)
    ? []
    : [{ code: 'ladder/foreign-address', path: `${path}/to`, message: `"to" of ${who} must be ${expected}; got "${shorten(to, 60)}". A message leads there instead` }]
}
