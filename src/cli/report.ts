import { join } from 'node:path'
import type { BuildIndexReport } from './build-index.ts'
import { count, kilobytes, seconds } from './figures.ts'
import { isMistake, type Warning } from './warning.ts'

/** One run of the command: what it made, what it has to say, and how long it took. */
export interface Outcome { report: BuildIndexReport; warnings: readonly Warning[]; milliseconds: number; out: string }

/** What was done, in a few lines a person reads. */
export function reportOf({ report: { articles, pictures, first }, warnings, milliseconds, out }: Outcome): string {
  const lines = [...articles].map(([locale, each]) => {
    const { files = 0, raw = 0, brotli = 0 } = first.get(locale) ?? {}
    return `${locale.padEnd(8)}${count(each, 'article').padEnd(16)}a first question fetches ${kilobytes(brotli)} in ${count(files, 'file')} (${kilobytes(raw)} unpacked)`
  })
  if (pictures) lines.push(count(pictures, 'picture'))
  const left = warnings.filter(each => !isMistake(each))
  const mistakes = warnings.filter(isMistake)
  if (left.length) lines.push(`${count(left.length, 'file')} left out: ${byKind(left)}`)
  if (mistakes.length) lines.push(`${count(mistakes.length, 'warning')}: ${byKind(mistakes)}`)
  lines.push(`${join(out, 'index.json')}, made in ${seconds(milliseconds)}`)
  return `${lines.join('\n')}\n`
}

/** The same for machines: one object on one line. */
export function jsonOf({ report: { articles, pictures, first }, warnings, milliseconds, out }: Outcome): string {
  const index = articles.size ? join(out, 'index.json') : null
  return `${JSON.stringify({ index, articles: Object.fromEntries(articles), pictures, firstQuestion: Object.fromEntries(first), milliseconds: Math.round(milliseconds), warnings })}\n`
}

function byKind(warnings: readonly Warning[]): string {
  const kinds = new Map<string, number>()
  for (const { kind } of warnings) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  return [...kinds].map(([kind, times]) => `${times} ${kind}`).join(', ')
}
