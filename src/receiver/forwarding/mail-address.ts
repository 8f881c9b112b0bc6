import type { Contact } from '../../core/issue/issue.ts'

/** `name` may be empty. */
export interface MailAddress { name: string; address: string }

// One address, nothing that could end it or begin a second one.
const shape = /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,251}[\p{L}\p{N}])?\.[\p{L}\p{N}-]{2,63}$/u

/** Where the customer wants to be answered, as a mail address with a name to it; undefined where there is none, or none that is one. */
export function mailAddress({ name, email }: Contact = {}): MailAddress | undefined {
  const address = typeof email === 'string' ? email.trim() : ''
  if (address.length > 254 || !shape.test(address)) return undefined
  const said = typeof name === 'string' ? name.replace(/[\s\p{Cc}<>"\\]+/gu, ' ').trim().slice(0, 120) : ''
  // A name with an address in it would pass for another sender.
  return { name: said.includes('@') ? '' : said, address }
}
