import { mailto as letterTo, type MailtoOptions as Options } from '../core/transports/mailto.ts'
import type { Transport } from '../core/transports/transport.ts'

/** As the transport has them; the page opens the letter by itself. */
export type MailtoOptions = Partial<Options>

/**
 * No backend at all: what a customer says becomes a letter in their own mail program, which only they can send. It opens with
 * the press on Send; what waited for longer needs another press. See `accept` for what is told the customer.
 * @throws {EarshotError} `transport/wrong-option` for what is no address.
 */
export const mailto = (to: string, options: MailtoOptions = {}): Transport => letterTo(to, { open: openLetter, ...options })

/** Without a press browsers open nothing, and do not say so; some old ones do not say whether there was one. */
export function openLetter(address: string, _whole: string, { navigator, location }: Pick<typeof globalThis, 'navigator'> & { location: { href: string } } = globalThis): boolean {
  const activation = navigator.userActivation as UserActivation | undefined
  if (activation?.isActive === false) return false
  location.href = address
  return true
}
