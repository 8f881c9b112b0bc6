import { resolve } from 'node:path'
import { openDatabase } from '../../src/receiver/open-database.ts'
import type { Database } from '../../src/receiver/query.ts'
import { lockData } from './data-lock.ts'

/** Opens PostgreSQL by its address, or the embedded database in `directory` (`memory` for none), which is this process's alone until closed. */
export async function openData(url: string | undefined, directory: string): Promise<Database> {
  if (url) return openDatabase(url)
  if (directory === 'memory') return openDatabase()
  const unlock = await lockData(resolve(directory))
  try {
    const database = await openDatabase(undefined, resolve(directory))
    return { ...database, close: () => database.close().finally(unlock) }
  } catch (error) {
    await unlock()
    throw error
  }
}
