import { idRules } from '../../../../src/core/issue/redaction-ids.ts'
import { stretches } from '../../../../src/core/issue/stretches.ts'
import { heldOut, heldOutNearMisses, later } from './held-out.ts'
import { idNearMisses, nationalIds } from './ids.ts'
import { type Marked, unmark } from './marked.ts'
import { money } from './money.ts'
import { nearMisses } from './near-misses.ts'
import { people } from './people.ts'
import { secrets } from './secrets.ts'

/** Of one kind: what was to be found, what of it was found as it is marked, and what was found that is nobody's. */
export interface Score { marked: number; found: number; wrong: number }

export interface Measure {
  kinds: Map<string, Score>
  nearMisses: number
  untouched: number
  /** Lines with what went wrong in them, to be read. */
  faults: string[]
}

const isId = (kind: string) => kind.includes('-')

/** Counts as found only what is found from its first character to its last, and as what it is. */
export function measure(corpora: readonly Marked[], misses: readonly string[], idMisses: Readonly<Record<string, readonly string[]>>): Measure {
  const result: Measure = { kinds: new Map(), nearMisses: 0, untouched: 0, faults: [] }
  const scoreOf = (kind: string): Score => {
    const name = isId(kind) ? 'id' : kind
    return result.kinds.get(name) ?? result.kinds.set(name, { marked: 0, found: 0, wrong: 0 }).get(name)!
  }
  for (const [kind, lines] of corpora.flatMap(marked => Object.entries(marked))) {
    for (const line of lines ?? []) {
      const { text, spans } = unmark(line)
      const all = stretches(text, { ids: idRules(isId(kind) ? [kind] : []) })
      const hits = spans.filter(({ start, end }) => all.some(each => each.kind === (isId(kind) ? 'id' : kind) && each.start === start && each.end === end))
      const wrong = all.filter(each => !spans.some(({ start, end }) => each.start < end && start < each.end))
      const score = scoreOf(kind)
      score.marked += spans.length
      score.found += hits.length
      for (const each of wrong) scoreOf(each.kind).wrong++
      if (hits.length < spans.length || wrong.length) result.faults.push(`${kind}: ${line} → ${all.map(each => `${each.kind} ${each.text}`).join(', ') || 'nothing'}`)
    }
  }
  const asked = [...misses.map(line => ['', line] as const), ...Object.entries(idMisses).flatMap(([name, lines]) => lines.map(line => [name, line] as const))]
  for (const [name, line] of asked) {
    const all = stretches(line, { ids: idRules(name ? [name] : []) })
    result.nearMisses++
    if (!all.length) result.untouched++
    else result.faults.push(`near miss: ${line} → ${all.map(each => `${each.kind} ${each.text}`).join(', ')}`)
    for (const each of all) scoreOf(each.kind).wrong++
  }
  return result
}

export const known = () => measure([people, money, secrets, nationalIds], nearMisses, idNearMisses)
export const unseen = () => measure([heldOut, later], heldOutNearMisses, {})

export const recallOf = ({ marked, found }: Score): number => (marked ? found / marked : 1)
export const precisionOf = ({ found, wrong }: Score): number => (found + wrong ? found / (found + wrong) : 1)

export function total({ kinds }: Measure): Score {
  const sum = { marked: 0, found: 0, wrong: 0 }
  for (const score of kinds.values()) for (const key of ['marked', 'found', 'wrong'] as const) sum[key] += score[key]
  return sum
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`

/** A line for each kind and one for all. */
export function report(name: string, measured: Measure): string {
  const line = (kind: string, score: Score) =>
    `  ${kind.padEnd(8)} ${String(score.marked).padStart(4)} marked   recall ${percent(recallOf(score)).padStart(7)}   precision ${percent(precisionOf(score)).padStart(7)}`
  return [
    `${name}:`,
    ...[...measured.kinds].map(([kind, score]) => line(kind, score)),
    line('all', total(measured)),
    `  ${measured.untouched} of ${measured.nearMisses} near misses untouched`,
    ...measured.faults.map(fault => `  ✗ ${fault.replace(/\n/g, '⏎')}`),
  ].join('\n')
}
