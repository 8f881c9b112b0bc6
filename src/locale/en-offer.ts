import type { Message } from './message.ts'

/** What an offer says, in English. Help, never a promotion. */
export const enOffer = {
  'offer.ask': 'Would this help?',
  'offer.said': 'Would this help? {title}',
  'offer.read': 'Read it',
  'offer.no': 'No thanks',
} as const satisfies Record<string, Message>
