import { openPglite } from './pglite.ts'
import { openPostgres } from './postgres.ts'
import type { Database } from './query.ts'

/**
 * Opens PostgreSQL when there is a `DATABASE_URL`, else the embedded database.
 * @param url the value of `DATABASE_URL`: `openDatabase(process.env.DATABASE_URL, '.data')`
 * @param directory of the embedded database; without one it is in memory.
 */
export const openDatabase = (url?: string, directory?: string): Promise<Database> =>
  url ? openPostgres(url) : openPglite(directory)
