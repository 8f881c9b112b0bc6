import { mailto as letterTo, type MailtoOptions as Options } from '../core/transports/mailto.ts'
import type { Transport } from '../core/transports/transport.ts'
import { openLetter } from './open-letter.ts'

/** As the transport has them; the page opens the letter by itself. */
export type MailtoOptions = Partial<Options>

/**
 * No backend at all: what a customer says becomes a letter in their own mail program, which only they can send. It opens with
 * the press on Send; what waited for longer needs another press. See `accept` for what is told the customer.
 * @throws {EarshotError} `transport/wrong-option` for what is no address.
 */
export const mailto = (to: string, options: MailtoOptions = {}): Transport => letterTo(to, { open: address => openLetter(address), ...options })
