import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FoundArticle, Place } from './found-article.ts'
import { readArticle } from './read-article.ts'
import type { Warning } from './warning.ts'

/** What a file was found to be, warnings included: who builds the index again reads only what has changed. */
export type Memory = Map<string, Reading & { key: string }>

export interface Reading { found?: FoundArticle; warnings: Warning[] }

/** Reads a file, unless it is as it was: as large, and changed last at the same moment. Never rejects. */
export async function readOnce(dir: string, place: Place, memory: Memory | undefined): Promise<Reading> {
  const { file } = place
  // A file that is gone meanwhile says so when it is read.
  const { mtimeMs, size } = (memory && await stat(join(dir, file)).catch(() => undefined)) ?? {}
  const key = JSON.stringify([place, mtimeMs, size])
  const known = memory?.get(file)
  if (known?.key === key) return known
  const warnings: Warning[] = []
  const found = await readArticle(dir, place, warning => void warnings.push(warning))
  const reading = { key, warnings, ...(found && { found }) }
  memory?.set(file, reading)
  return reading
}
