import type { Sources } from './sources.ts'

export interface Limits {
  median: number
  p90: number
  longest: number
}

const linesOf = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0)

/** The value below which `share` of the sorted numbers lie. */
const quantile = (sorted: readonly number[], share: number): number => sorted[Math.ceil(sorted.length * share) - 1] ?? 0

/** Files that are too long, one by one and taken together. */
export function sizeViolations(sources: Sources, { median, p90, longest }: Limits): string[] {
  const lengths = [...sources].map(([path, text]) => ({ path, lines: linesOf(text) }))
  const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b)
  const violations = lengths.filter(({ lines }) => lines > longest).map(({ path, lines }) => `${path} has ${lines} lines, more than ${longest}`)
  const middle = quantile(sorted, 0.5)
  const high = quantile(sorted, 0.9)
  if (middle > median) violations.push(`the median is ${middle} lines, more than ${median}`)
  if (high > p90) violations.push(`one file in ten has more than ${high} lines; ${p90} are allowed`)
  return violations
}
