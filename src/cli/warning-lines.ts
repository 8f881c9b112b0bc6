import { number } from './figures.ts'
import type { Warning, WarningKind } from './warning.ts'

// More of one kind is one mistake made many times.
const most = 10

/** What was left out and why, one line each, those of a kind together; of each kind the first few, unless `all` are wanted. */
export function warningLines(warnings: readonly Warning[], all: boolean): string {
  const kinds = new Map<WarningKind, Warning[]>()
  for (const warning of warnings) {
    const alike = kinds.get(warning.kind)
    if (alike) alike.push(warning)
    else kinds.set(warning.kind, [warning])
  }
  return [...kinds].map(([kind, each]) => {
    const shown = all ? each : each.slice(0, most)
    const lines = shown.map(({ file, line, message }) => `${file}${line ? `:${line}` : ''} ${message}\n`).join('')
    return each.length > shown.length ? `${lines}and ${number(each.length - shown.length)} more (${kind}); --verbose lists all\n` : lines
  }).join('')
}
