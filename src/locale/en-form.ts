import type { Message } from './message.ts'

/** What an untouched form says, in English; the rest of `en.ts` comes with what is done in it. */
export const enForm = {
  'kind.rating': 'Rate this',
  'story.problem': 'What happened?',
  'story.question': 'What would you like to know?',
  'story.idea': 'What is your idea?',
  'story.praise': 'What went well, and who did it?',
  'story.rating': 'Would you like to say why?',
  outcome: 'What would make it right?',
  'outcome.hint': 'If you know. A realistic wish gets the quickest answer.',
  'observation.add': 'Add something else you noticed',
  contact: 'Email (only if you want an answer)',
  'contact.hint': 'Without it you stay anonymous. The answer also appears here, under “Your requests”.',
  send: 'Send',
  'send.busy': 'Keeping it…',
  'match.title': 'Is it this?',
  'match.hint': 'While you write, articles that may answer it appear here.',
  'enclosed.title': 'What we send',
  'error.tooLong': { one: 'One character too many. Please shorten it a little.', other: '{count} characters too many. Please shorten it a little.' },
  'limit.left': { one: '{count} character left', other: '{count} characters left' },
} as const satisfies Record<string, Message>
