import type { LocaleEntry } from '../core/articles/index-format.ts'

/** The files a browser fetches for a first question of one word: of an index in pieces the largest that it may need. */
export function firstQuestion({ index, head }: LocaleEntry, written: ReadonlyMap<string, number>): string[] {
  const pieces = new Map<string, string>()
  const folder = head?.replace(/[^/]*$/, '')
  for (const [file, bytes] of written) {
    if (!folder || !file.startsWith(folder) || file === head) continue
    // A letter for the kind, then a number.
    const kind = file.charAt(folder.length)
    if (bytes > (written.get(pieces.get(kind) ?? '') ?? -1)) pieces.set(kind, file)
  }
  return ['index.json', ...(typeof index === 'string' ? [index] : []), ...(head ? [head] : []), ...pieces.values()]
}
