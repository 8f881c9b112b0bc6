import type { OpeningHours } from './opening-hours.ts'

const minutesOfDay = 1_440
const minutesOfWeek = 7 * minutesOfDay

/** Whether two stretches of a week share a minute, the one from Saturday's night into Sunday included. Touching is no sharing. */
export function overlap(week: OpeningHours): boolean {
  const all = week
    .flatMap((spans, weekday) => spans.map(({ from, to }) => ({ from: weekday * minutesOfDay + from, to: weekday * minutesOfDay + to })))
    .sort((a, b) => a.from - b.from)
  const round = all.slice(0, 1).map(({ from, to }) => ({ from: from + minutesOfWeek, to: to + minutesOfWeek }))
  // Each against the one before is enough: had it met an earlier one, that one would have met the one between.
  return [...all, ...round].some(({ from }, index, stretches) => from < (stretches[index - 1]?.to ?? -Infinity))
}
