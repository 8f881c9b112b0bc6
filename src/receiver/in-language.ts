import type { Ladder } from '../core/escalation/ladder.ts'
import { readLadder } from '../core/escalation/read-ladder.ts'
import { closestLocale } from '../core/support/closest-locale.ts'

/** What was written for a language, or the first there is. */
export function inLanguage<T>(choices: Record<string, T>, locale: string): T | undefined {
  const known = Object.keys(choices)
  return choices[closestLocale(known, locale) ?? known[0] ?? '']
}

/** The ladder as somebody of this language reads it; its rungs are the same ones in each. Empty without one. */
export function ladderFor(ladder: Ladder | Record<string, Ladder> | undefined, locale = ''): Ladder {
  const single = (given: Ladder | Record<string, Ladder>): given is Ladder => Array.isArray(given)
  const given = ladder && (single(ladder) ? ladder : inLanguage(ladder, locale))
  return given ? readOnce(given) : []
}

const known = new WeakMap<Ladder, Ladder>()

/** By the page's own rules: both sides call a rung by the same id. */
function readOnce(given: Ladder): Ladder {
  const ladder = known.get(given) ?? readLadder(given)
  known.set(given, ladder)
  return ladder
}
