import { answerBy, measuredOf } from '../core/escalation/availability.ts'
import type { Issue } from '../core/issue/issue.ts'
import { inLanguage, ladderFor } from './in-language.ts'
import type { RungMedians } from './medians.ts'
import type { Owner, ReceiverOptions } from './settings.ts'

/** What a receipt says besides that the issue is here: who has it, by when an answer comes, and what to do if none does. */
export interface IssuePromise {
  owner?: Owner
  /** ISO 8601. */
  expectBy?: string
  next?: string
  /** Whose rung it is. Absent without a ladder. */
  rung?: string
  /** 1 for the first contact. What the issue claims, kept within reason. */
  level: number
}

type Promising = Pick<ReceiverOptions, 'ladder' | 'owner' | 'answersWithin' | 'next'>

const hour = 3_600_000
const highest = 99

const localeOf = ({ environment }: Issue): string => (typeof environment?.locale === 'string' ? environment.locale : '')

/**
 * Promises what the people of the issue's rung can keep: their hours, their holidays, their pace. The rung is the one it was taken
 * to, else the ladder's first. Where a rung says nothing, or without a ladder, `owner` and `answersWithin` do.
 * For a gap nobody waits, so nothing is promised.
 */
export function promiseOf(options: Promising, issue: Issue, now: number, medians: RungMedians = new Map()): IssuePromise {
  const { owner, answersWithin, next } = options
  const locale = localeOf(issue)
  const ladder = ladderFor(options.ladder, locale)
  const wanted = issue.escalation?.rung
  const rung = ladder.find(({ id }) => id === wanted) ?? ladder[0]
  const has = rung ? { name: rung.name, ...(rung.avatar !== undefined && { avatar: rung.avatar }) } : owner
  const within = answersWithin === undefined ? undefined : now + answersWithin * hour
  const news = rung && medians.get(rung.id)
  const paced = rung && (rung.answersWithin !== undefined || measuredOf(rung, news) !== undefined)
  const by = issue.kind === 'gap' ? undefined : paced ? answerBy(rung, now, news) : within
  const words = typeof next === 'object' ? inLanguage(next, locale) : next
  const claimed = issue.escalation?.level
  return {
    ...(has && { owner: has }),
    ...(by !== undefined && { expectBy: new Date(by).toISOString() }),
    ...(words !== undefined && { next: words }),
    ...(rung && { rung: rung.id }),
    level: Number.isInteger(claimed) ? Math.min(Math.max(claimed!, 2), highest) : 1,
  }
}
