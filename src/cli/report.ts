import { join } from 'node:path'
import type { BuildIndexReport } from './build-index.ts'
import type { Warning } from './warning.ts'

/** What was done, in a few lines a person reads. */
export function reportOf({ articles, pictures, bytes }: BuildIndexReport, warnings: readonly Warning[], out: string): string {
  const lines = [...articles].map(([locale, count]) =>
    `${locale.padEnd(8)}${many(count, 'article').padEnd(16)}${kilobytes(bytes.locales.get(locale) ?? 0)} with the first question`)
  if (pictures) lines.push(many(pictures, 'picture'))
  const kinds = new Map<string, number>()
  for (const { kind } of warnings) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  if (warnings.length) lines.push(`${many(warnings.length, 'warning')}: ${[...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ')}`)
  lines.push(`${join(out, 'index.json')} (${kilobytes(bytes.manifest)})`)
  return `${lines.join('\n')}\n`
}

const many = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
