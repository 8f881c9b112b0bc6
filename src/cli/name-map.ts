/**
 * Finds by the name of a file as people write it: in either form of Unicode, and in other capitals when nothing has the very name,
 * as it works on the systems where most people write.
 */
export interface NameMap<T> { get(name: string): T | undefined }

/** Of two entries with the same name the first counts. */
export function nameMap<T>(entries: Iterable<readonly [name: string, value: T]>): NameMap<T> {
  const exact = new Map<string, T>()
  const folded = new Map<string, T>()
  for (const [name, value] of entries) {
    const normal = name.normalize('NFC')
    if (!exact.has(normal)) exact.set(normal, value)
    if (!folded.has(normal.toLowerCase())) folded.set(normal.toLowerCase(), value)
  }
  return {
    get(name) {
      const normal = name.normalize('NFC')
      return exact.get(normal) ?? folded.get(normal.toLowerCase())
    },
  }
}
