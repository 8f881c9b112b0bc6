import type { Message } from './message.ts'

/** What a question mark beside a part of the page says, in English, and what opens from it. */
export const enMark = {
  'mark.sign': '?',
  'mark.about': 'Help: {label}',
  'mark.this': 'Help with this',
  'mark.close': 'Close',
  'mark.more': 'Read on',
} as const satisfies Record<string, Message>
