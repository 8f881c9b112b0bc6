import { count, number, seconds } from './figures.ts'
import type { Outcome } from './report.ts'
import { isMistake } from './warning.ts'

/** `guides/start.md and 2 more: 1,204 articles in 0.3 s`. */
export function changeLine(changed: readonly string[], { report: { articles }, warnings, milliseconds }: Outcome): string {
  const [first, ...more] = changed
  const all = [...articles.values()].reduce((sum, each) => sum + each, 0)
  const mistakes = warnings.filter(isMistake).length
  return `${first ?? ''}${more.length ? ` and ${number(more.length)} more` : ''}: ${count(all, 'article')}${mistakes ? `, ${count(mistakes, 'warning')},` : ''} in ${seconds(milliseconds)}\n`
}
