/** One thing measured in several rounds of one run. */
export interface Figure {
  name: string
  unit: string
  median: number
  worst: number
  /** The same work without us, or done the plain way, in the same run. */
  baseline?: number
  target?: Target
  note?: string
}

/** The most that may be reached, by the median unless it says `worst`. */
export interface Target {
  limit: number
  of?: 'worst'
}

/** The value below which `share` of the numbers lie; 0 of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** Sums up rounds. */
export const figure = (name: string, unit: string, rounds: readonly number[], more: Omit<Partial<Figure>, 'name' | 'unit'> = {}): Figure =>
  ({ name, unit, median: median(rounds), worst: Math.max(...rounds), ...more })

/** Undefined when there is nothing to reach. */
export const isMet = ({ target, median, worst }: Figure): boolean | undefined => target && (target.of ? worst : median) <= target.limit

const number = (value: number): string =>
  value === 0 ? '0' : Math.abs(value) < 0.01 ? value.toExponential(0) : Math.abs(value) < 10 ? value.toFixed(2).replace(/\.?0+$/, '') : value.toFixed(Math.abs(value) < 100 ? 1 : 0)

/** A line of the table for each figure, under a line of heads. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map(each => {
    const { name, unit, baseline, target, note = '' } = each
    const ratio = baseline ? number(each.median / baseline) : ''
    const verdict = { true: 'met', false: 'MISSED', undefined: '' }[String(isMet(each))]!
    const limit = target ? `≤ ${number(target.limit)}${target.of ? ' (worst)' : ''}` : ''
    return [name, number(each.median), number(each.worst), unit, baseline === undefined ? '' : number(baseline), ratio, limit, verdict, note]
  })
  const all = [['', 'median', 'worst', '', 'baseline', 'ratio', 'target', '', ''], ...rows]
  const widths = all[0]!.map((_, column) => Math.max(...all.map(row => row[column]!.length)))
  const isNumber = (column: number) => [1, 2, 4, 5].includes(column)
  return all.map(row => row.map((cell, column) => isNumber(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)).join('  ').trimEnd()).join('\n')
}
