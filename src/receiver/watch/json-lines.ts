import { logLevels, type LogEntry, type LogLevel } from './log-entry.ts'

/** Writes each entry as one line of JSON. For `createReceiver({ log })`. */
export type Log = (entry: LogEntry) => void

/** What JSON has no word for, said in another one; objects that contain themselves end there. */
function plain(value: unknown, above: readonly object[] = []): unknown {
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null) return value
  if (above.includes(value) || above.length > 8) return '…'
  const inside = [...above, value]
  if (Array.isArray(value)) return value.map(item => plain(item, inside))
  // Without a prototype: a key named `__proto__` or `toJSON` is one like any other.
  const copy = Object.create(null) as Record<string, unknown>
  for (const key of Object.keys(value)) {
    const inner = (value as Record<string, unknown>)[key]
    copy[key] = typeof inner === 'function' || typeof inner === 'symbol' ? undefined : plain(inner, inside)
  }
  return copy
}

function line(entry: LogEntry): string {
  try {
    return JSON.stringify(plain(entry))
  } catch {
    return JSON.stringify({ time: new Date().toISOString(), level: 'error', event: 'unreadable-entry' })
  }
}

/**
 * A `log` of one line of JSON for each entry: to the console, or to wherever `write` puts them. The line comes without its end.
 * @param least what is below that level is left out. Default `info`.
 */
export function jsonLines(write: (line: string) => void = text => console.log(text), least: LogLevel = 'info'): Log {
  const from = logLevels.indexOf(least)
  return entry => {
    if (logLevels.indexOf(entry.level) < from) return
    write(line(entry))
  }
}
