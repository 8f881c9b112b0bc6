import type { Issue } from '../issue/issue.ts'
import { isMessage } from './message-record.ts'
import { readRecord } from './read-record.ts'
import type { Kept, Listed } from './record.ts'
import type { Store } from './store.ts'

/** How many records are read and checked in one go: a page has to stay awake meanwhile. */
export const batch = 25

/** What could not be made a line of. */
export type Misread = (key: string, value: unknown, is: 'corrupt' | 'foreign') => unknown

/** What lies in the store, known by light lines: a body is read and checked once, not each time somebody looks whose turn it is. */
export interface Catalogue {
  /** By key. `keys` has those as well of which there is no line: of a later version, damaged, or not readable just now. @throws where the store cannot be read. */
  read(): Promise<{ lines: Map<string, Listed>; keys: Set<string> }>
  /** It lies there like this now. */
  note(key: string, record: Kept): void
  /** Another tab has changed it, or may have changed any of them. */
  doubt(key?: string): void
}

/** @param isTold whether other tabs tell what they change; else nothing is taken for known. */
export function createCatalogue(store: Store, start: string, misread: Misread, isTold: () => boolean): Catalogue {
  const known = new Map<string, Listed>()
  let doubts = 0
  const doubt = (key?: string) => {
    doubts++
    if (key === undefined) known.clear()
    else known.delete(key)
  }

  const learn = async (keys: readonly string[], lines: Map<string, Listed>) => {
    const before = doubts
    const values = await store.several(keys)
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at]!
      const record = readRecord(key, values[at])
      if (typeof record !== 'object') {
        await misread(key, values[at], record)
        continue
      }
      const line = lineOf(record)
      lines.set(key, line)
      // What was told meanwhile may be newer than what was read.
      if (doubts === before && !known.has(key)) known.set(key, line)
    }
  }

  return {
    async read() {
      if (!isTold()) doubt()
      const keys = await store.keys(start)
      const there = new Set(keys)
      for (const key of known.keys()) if (!there.has(key)) known.delete(key)
      const lines = new Map(known)
      const unknown = keys.filter(key => !lines.has(key))
      for (let from = 0; from < unknown.length; from += batch) await learn(unknown.slice(from, from + batch), lines)
      return { lines, keys: there }
    },
    note: (key, record) => void known.set(key, lineOf(record)),
    doubt,
  }
}

/** What it takes to tell whose turn it is. */
export function lineOf({ body, attachments: _, hash: __, ...line }: Kept): Listed {
  return !isMessage(line) && (JSON.parse(body) as Issue).kind === 'gap' ? { ...line, gap: true } : line
}
