import type { Issue } from '../core/issue/issue.ts'
import type { Message, MessageKind } from '../core/issue/thread.ts'
import { isRecord } from '../core/support/json.ts'
import type { Clock } from '../core/support/clock.ts'
import { parseJson } from './body.ts'
import { matchFiles, readEnclosed, type EnclosedFile } from './enclosed.ts'
import { idPattern, largestMessage, messageId, messageText, unprocessable } from './message.ts'
import type { ReceiverLimits } from './settings.ts'
import { checkIssue } from './submission.ts'

/** What a message of the customer's can be besides words. */
export const customerKinds =
  ['answer', 'solved', 'not-solved', 'rating', 'praise', 'holds', 'holds-not', 'taken-back'] satisfies MessageKind[]

/** A customer's message as it arrived, its files matched to their descriptions. */
export interface CustomerMessage { message: Message; files: EnclosedFile[] }

/**
 * Reads `POST {endpoint}/{id}/messages`: JSON, or multipart with the part `message` and its files. Dated by the receiver's
 * clock, and the customer's whatever it says: the sender's date and author are only claims.
 * @throws {Refusal} 400, 408, 413, 415, 422
 */
export async function readMessage(request: Request, limits: ReceiverLimits, clock: Clock): Promise<CustomerMessage> {
  const sent = await readEnclosed(request, 'message', largestMessage, limits, clock)
  const { value } = parseJson(sent.json, 'The message')
  const data = isRecord(value) ? value : {}
  const at = new Date(clock.now()).toISOString()
  const { kind, answerTo } = data
  // A message's rating, answers and files are like an issue's: one set of rules, and the same places in it.
  const { id, rating, answers, attachments = [], text = '' } = checkIssue({
    version: 1, id: messageId(data), createdAt: at, kind: 'rating',
    rating: data['rating'], answers: data['answers'], attachments: data['attachments'], text: data['text'],
  }, 'The message') as Issue & { text?: never }

  const refuse = (key: string, detail: string) => unprocessable({ pointer: `/${key}`, detail })
  if (kind !== undefined && !customerKinds.includes(kind as never)) throw refuse('kind', `expected ${customerKinds.join(', ')} or nothing`)
  if (answerTo !== undefined && !(typeof answerTo === 'string' && idPattern.test(answerTo))) throw refuse('answerTo', 'expected the id of a question')
  if (kind === 'answer' && !answerTo) throw refuse('answerTo', 'expected the id of a question, got nothing')
  if (kind === 'rating' && !rating) throw refuse('rating', 'expected a rating, got nothing')
  const saysItAll = attachments.length > 0 || (kind === 'answer' ? answers !== undefined : kind !== undefined)
  return {
    message: {
      id, at, from: 'customer', text: messageText({ text }, saysItAll),
      ...(kind !== undefined && { kind: kind as MessageKind }),
      ...(answerTo !== undefined && { answerTo }),
      ...(answers && { answers }),
      ...(rating && { rating }),
    },
    files: await matchFiles(attachments, sent.files),
  }
}
