import { EarshotError, type Problem } from '../support/errors.ts'
import type { Rung } from './ladder.ts'
import { openTimes } from './open-times.ts'

/**
 * What the owner should know about a rung's hours: unreadable hours, an unknown zone, impossible holidays.
 * @param path JSON pointer of the rung (`/ladder/0`).
 */
export function checkRung(rung: Rung, path: string): Problem[] {
  const problems: Problem[] = []
  rung.holidays?.forEach((day, index) => {
    const time = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(day) : NaN
    if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day) {
      const message = `Expected a day as YYYY-MM-DD, but got "${day}"; it is not counted as a holiday`
      problems.push({ code: 'ladder/bad-holiday', message, path: `${path}/holidays/${index}` })
    }
  })
  try {
    openTimes(rung, 0).next()
  } catch (error) {
    if (!(error instanceof EarshotError)) throw error
    const field = error.code === 'ladder/bad-hours' ? 'hours' : 'timeZone'
    problems.push({ code: error.code, message: `${error.message}; "${rung.name}" counts as always reachable`, path: `${path}/${field}` })
  }
  return problems
}
