import type { Message } from './message.ts'

/** What an untouched form says, in English; the rest of `en.ts` comes with what is done in it. */
export const enForm = {
  'kind.page': 'About this page',
  'kind.rating': 'Rate this',
  'story.problem': 'What happened?',
  'story.question': 'What would you like to know?',
  'story.idea': 'What is your idea?',
  'story.praise': 'What went well?',
  'story.page': 'What is wrong or missing?',
  'story.rating': 'Would you like to say why?',
  'field.detail': 'The detail that bothered you most',
  'field.person': 'Who made the difference? (if you know)',
  outcome: 'What would make it right?',
  'outcome.hint': 'If you know. A realistic wish gets the quickest answer.',
  contact: 'Email (only if you want an answer)',
  'contact.hint': 'Without it you stay anonymous. The answer also appears here, under “Your requests”.',
  send: 'Send',
  'article.again': 'Try again',
  'match.hint': 'While you write, articles that may answer it appear here.',
  'enclosed.title': 'What we send',
} as const satisfies Record<string, Message>
