import type { Article } from '../core/articles/article.ts'
import { fields } from './fields.ts'
import type { Warning } from './warning.ts'

export interface Settings {
  data: Record<string, unknown>
  /** The line of the file a setting stands on. */
  lineOf(key: string): number | undefined
}

/** The fields of an article that its settings give it. One of the wrong kind is warned about, with its line, and left out. */
export function readFields(
  { data, lineOf }: Settings, file: string, site: string | undefined, warn: (warning: Warning) => void,
): Partial<Article> {
  const read: Record<string, unknown> = {}
  for (const { name, from, expected, read: readField } of fields) {
    const keys = from.filter(key => Object.hasOwn(data, key) && data[key] !== null && data[key] !== undefined && data[key] !== '')
    // Tags and categories are both topics; of the rest the first name counts.
    const several = name === 'topics' && keys[0] !== 'topics'
    for (const key of several ? keys : keys.slice(0, 1)) {
      const value = readField(data[key], site)
      if (value === undefined) {
        const line = lineOf(key)
        warn({ kind: 'front-matter', file, ...(line && { line }), message: `its "${key}" was left out: expected ${expected}, but it is ${shown(data[key])}` })
      } else if (Array.isArray(value) && Array.isArray(read[name])) read[name] = [...new Set([...read[name] as unknown[], ...value as unknown[]])]
      else if (!Array.isArray(value) || value.length) read[name] = value
    }
  }
  return read
}

function shown(value: unknown): string {
  const text = value instanceof Date ? 'a date' : JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
