import { packageMissing } from './package-missing.ts'
import type { Database, Query } from './query.ts'

interface Pglite { query: Query; close(): Promise<void>; waitReady: Promise<void> }

/**
 * Opens the embedded PostgreSQL (Node only): nothing to install but the package `@electric-sql/pglite`.
 * @param directory where it keeps its files, made when missing; without one everything is in memory and gone at the end.
 * One process at a time may have a directory open.
 * @throws {EarshotError} `receiver/package-missing` when the package is not installed.
 */
export async function openPglite(directory?: string): Promise<Database> {
  // Not resolved by the type checker: its types would bring Node's globals into the receiver.
  const { PGlite } = await (import('@electric-sql/pglite' as string) as Promise<{ PGlite: new (directory?: string) => Pglite }>)
    .catch(packageMissing('@electric-sql/pglite', 'The embedded database needs'))
  if (directory && !directory.includes('://')) {
    const { mkdir } = await (import('node:fs/promises' as string) as Promise<{ mkdir(path: string, options: object): Promise<unknown> }>)
    await mkdir(directory, { recursive: true })
  }
  const database = new PGlite(directory)
  await database.waitReady
  return { engine: 'pglite', query: (text, values) => database.query(text, values), close: () => database.close() }
}
