import type { Message } from './message.ts'

/** The English that the panel's home needs: it comes with the panel, the rest of `en.ts` with what comes after. */
export const enFirst = {
  help: 'Help',
  close: 'Close help',
  back: 'Back',
  person: 'Talk to a person',
  'home.title': 'How can we help?',
  'home.suggestions': 'For this page',
  'home.say': 'Tell us',
  'search.label': 'Search for help',
  'kind.problem': 'Something is wrong',
  'kind.question': 'I have a question',
  'kind.idea': 'I have an idea',
  'kind.praise': 'I want to praise',
  'article.busy': 'Loading…',
  'requests.title': 'Your requests',
  'part.failed': 'This part could not be loaded.',
} as const satisfies Record<string, Message>
