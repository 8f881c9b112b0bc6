import type { Issue, Rating } from '../issue/issue.ts'
import type { Receipt } from '../issue/receipt.ts'
import type { Message, Thread } from '../issue/thread.ts'
import { isBad, isVeryBad } from './bad-rating.ts'

export type BrokenPromise = 'late' | 'not-solved' | 'reopened' | 'bad-rating'

/** One issue with what came of it, as far as the device knows. */
export interface Course {
  readonly issue: Issue
  readonly receipt?: Receipt | undefined
  readonly thread?: Thread | undefined
  /** The customer's messages that are still on their way. */
  readonly waiting?: readonly Message[]
  /** Ratings that were sent as issues of their own and name this one as their `parent`. */
  readonly ratings?: readonly Rating[]
}

// After these words of the customer's somebody owes them an answer.
const asking: readonly (Message['kind'] | undefined)[] = [undefined, 'answer', 'not-solved', 'holds-not']

/**
 * Why a case should go one level up. Undefined: what was promised was kept so far.
 * Of several reasons the first of: nobody answered in time · it came back · it was not solved · who helped was rated badly.
 */
export function brokenPromise(course: Course, now: number): BrokenPromise | undefined {
  if (isLate(course, now)) return 'late'
  const verdict = lastVerdict(course)
  if (verdict) return verdict
  const ratings = ratingsOf(course)
  return ratings.some(isVeryBad) || ratings.filter(isBad).length > 1 ? 'bad-rating' : undefined
}

const messagesOf = ({ thread, waiting = [] }: Course): readonly Message[] => {
  const there = thread?.messages ?? []
  return [...there, ...waiting.filter(({ id }) => !there.some(each => each.id === id))]
}

/** What was said since staff last said something is waited for from its first word on: asking again does not make it later. */
function isLate(course: Course, now: number): boolean {
  const { receipt, thread } = course
  const expectBy = Date.parse(thread?.expectBy ?? receipt?.expectBy ?? '')
  if (!(expectBy < now) || thread?.status === 'closed') return false
  const messages = thread?.messages ?? []
  const answered = messages.findLastIndex(({ from, kind }) => from === 'staff' && kind !== 'escalated')
  const asked = messages.slice(answered + 1).find(({ from, kind }) => from === 'customer' && asking.includes(kind))
  const since = answered < 0 ? receipt?.acceptedAt : asked?.at
  // A promise that was given before somebody asked was for an earlier question.
  return since !== undefined && Date.parse(since) <= expectBy
}

function lastVerdict(course: Course): 'not-solved' | 'reopened' | undefined {
  const verdicts = messagesOf(course).flatMap(({ from, kind }) => (from === 'customer' && kind && /^(not-)?solved$|^holds/.test(kind) ? kind : []))
  const last = verdicts.at(-1)
  if (last === 'holds-not') return 'reopened'
  return last === 'not-solved' ? (verdicts.includes('solved') || verdicts.includes('holds') ? 'reopened' : 'not-solved') : undefined
}

function ratingsOf(course: Course): Rating[] {
  const said = messagesOf(course).flatMap(({ from, rating }) => (from === 'customer' && rating ? rating : []))
  return [...(course.issue.rating ? [course.issue.rating] : []), ...(course.ratings ?? []), ...said]
}
