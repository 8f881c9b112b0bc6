import type { Message } from '../../core/issue/thread.ts'
import type { Request } from '../../desk/state.ts'
import { moment } from '../shared/moment.ts'
import type { Say } from '../shared/say.ts'

/** The question of the staff's that waits for an answer, if one does; the latest. */
export function openQuestion(messages: readonly Message[]): Message | undefined {
  const answered = new Set(messages.map(({ answerTo }) => answerTo))
  const last = messages.findLast(({ kind }) => kind === 'question')
  if (!last || answered.has(last.id)) return undefined
  // Words written since are an answer, too, where no form was asked for.
  const since = messages.slice(messages.indexOf(last) + 1)
  return !last.fields?.length && since.some(({ from, text }) => from === 'customer' && text) ? undefined : last
}

/** Whether it counts as solved: by what the customer said last, else by what the backend says. */
export function isSolved(request: Request, messages: readonly Message[]): boolean {
  const said = messages.findLast(({ kind }) => kind === 'solved' || kind === 'not-solved' || kind === 'holds-not' || kind === 'holds')?.kind
  return said ? said === 'solved' || said === 'holds' : request.thread?.status === 'closed'
}

/** What is awaited, and from whom, in one sentence; nothing before the request is there. */
export function awaited(request: Request, messages: readonly Message[], locale: string, say: Say, now = Date.now()): string | undefined {
  const { receipt, thread } = request
  if (request.status !== 'accepted' || !receipt) return undefined
  if (thread?.continuedBy) return say('receipt.further')
  if (isSolved(request, messages)) return say('awaited.nothing')
  const question = openQuestion(messages)
  if (question) return say('awaited.question', { name: question.author?.name ?? thread?.owner?.name ?? say('requests.team') })
  if (thread?.status === 'answered') return say('awaited.you')
  const by = thread?.expectBy ?? receipt.expectBy
  const time = moment(by, locale)
  if (!time) return say('awaited.us')
  return say(Date.parse(by!) < now ? 'awaited.late' : 'awaited.usBy', { time })
}
