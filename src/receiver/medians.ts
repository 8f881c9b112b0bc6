import type { Ladder, Rung } from '../core/escalation/ladder.ts'
import type { RungNews } from '../core/issue/rung-news.ts'
import { inFlight } from './in-flight.ts'
import { openBetween } from './open-between.ts'
import type { Query } from './query.ts'
import { findFirstAnswers, type FirstAnswer } from './store-medians.ts'

/** What each rung needed lately, by its id. */
export type RungMedians = ReadonlyMap<string, Required<Pick<RungNews, 'medianHours' | 'sample'>>>

const hour = 3_600_000
export const medianDays = 28
/** Fewer say nothing about the next one. */
export const fewestAnswers = 5

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

// Walking through opening hours is slow, and an answer once given stays as it was: only what came since the last time is walked.
const walked = new WeakMap<Rung, ReadonlyMap<string, number>>()

/** How long each answer took, in milliseconds in which the rung was open. @throws {EarshotError} for hours that cannot be read. */
function openTimesOf(rung: Rung, answers: readonly FirstAnswer[]): number[] {
  const before = walked.get(rung)
  const times = new Map<string, number>()
  const taken = answers.map(({ acceptedAt, answeredAt }) => {
    const key = `${acceptedAt} ${answeredAt}`
    const time = times.get(key) ?? before?.get(key) ?? openBetween(rung, acceptedAt, answeredAt)
    times.set(key, time)
    return time
  })
  walked.set(rung, times)
  return taken
}

/** In hours in which the rung was open; nothing for too few answers, or for hours that cannot be read. */
function measure(rung: Rung, answers: readonly FirstAnswer[]): { medianHours: number; sample: number } | undefined {
  if (answers.length < fewestAnswers) return undefined
  try {
    return { medianHours: Math.round(medianOf(openTimesOf(rung, answers)) / hour * 100) / 100, sample: answers.length }
  } catch {
    return undefined
  }
}

/** The median time to the first answer of the last 28 days, of each rung whose owner has it `measured`. */
export async function findMedians(query: Query, site: string, ladder: Ladder, now: number): Promise<RungMedians> {
  const measured = ladder.filter(rung => rung.measured)
  if (!measured.length) return new Map()
  const answers = await inFlight(query, `first answers ${site}`, () => findFirstAnswers(query, site, now - medianDays * 24 * hour, now))
  return new Map(measured.flatMap(rung => {
    const found = measure(rung, answers.filter(answer => answer.rung === rung.id))
    return found ? [[rung.id, found]] : []
  }))
}
