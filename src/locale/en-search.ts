import type { Message } from './message.ts'

/** What a search says, in English. */
export const enSearch = {
  'search.busy': 'Searching…',
  'search.count': { one: '{count} article', other: '{count} articles' },
  'search.none': 'We found nothing for “{query}”.',
  'search.noneHint': 'Other words may find it. Or ask us: a person reads it.',
  'search.failed': 'The search does not answer just now. You can still write to us.',
} as const satisfies Record<string, Message>
