import type { Message } from './message.ts'

/** What a search says, in English. */
export const enSearch = {
  'search.busy': 'Searching…',
  'search.count': { one: '{count} article', other: '{count} articles' },
  'search.none': 'We found nothing for “{query}”.',
  'person.ask': 'Ask a person about this',
  'search.noneHint': 'Other words may find it. Or ask us: a person reads it.',
  'search.missing': {
    one: 'Some answers may be missing: {names} does not answer.',
    other: 'Some answers may be missing: {names} do not answer.',
  },
  'search.topics': 'What there is to read',
  'search.language': 'In {language}',
  'answer.customer': 'Answer by a customer',
  'answer.by': 'Answer by {name}, another customer',
  'gaps.ask': 'May we pass on what you searched for, without your name, so that the answer gets written?',
  'gaps.shared': 'We pass it on.',
  'gaps.kept': 'It stays with you.',
  'article.yes': 'Yes',
  'article.no': 'No',
  'search.failed': 'The search does not answer just now. You can still write to us.',
} as const satisfies Record<string, Message>
