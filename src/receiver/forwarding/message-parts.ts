import type { Message, MessageKind } from '../../core/issue/thread.ts'
import { rated, type Part } from '../../core/transports/describe.ts'
import { goneParts } from './describe-issue.ts'
import type { Noted } from './find-content.ts'

const saying: Record<MessageKind, string> = {
  answer: 'The customer answers',
  solved: 'The customer says that it is solved',
  'not-solved': 'The customer says that it is not solved',
  rating: 'The customer rates how it went',
  praise: 'The customer praises',
  holds: 'The customer says that it is still solved',
  'holds-not': 'The customer says that it came back',
  'taken-back': 'The customer does not want it taken further any more',
  question: 'The staff ask',
  changed: 'The staff say what changed',
  escalated: 'The case was taken further',
}

/** A message that follows an issue, for staff who read it elsewhere; the first part always says whose word it is. */
export function messageParts(message: Message & Noted): Part[] {
  const { kind, from, text, answers = {}, rating, attachments = [] } = message
  const label = kind ? saying[kind] : from === 'staff' ? 'The staff write' : 'The customer writes'
  return [
    { label, text },
    ...Object.entries(answers).map(([label, value]) => ({ label, text: typeof value === 'string' ? value : (JSON.stringify(value) ?? '') })),
    ...(rating ? [{ label: 'Rating', text: rated(rating) }] : []),
    ...(attachments.length > 0 ? [{ label: 'Files', text: attachments.map(({ name, type, size }) => `${name} (${type}, ${size} bytes)`).join('\n') }] : []),
    ...goneParts(message),
  ]
}
