import { nameOf } from './often.ts'
import { packageMissing } from './package-missing.ts'
import type { Database, Query } from './query.ts'
import { consoleReport } from './watch/console-report.ts'

interface Named { name: string; text: string; values: unknown[] | undefined }
interface Pool { query(what: string | Named, values?: unknown[]): ReturnType<Query>; end(): Promise<void>; on(event: 'error', listener: (error: unknown) => void): void }
interface Pg { Pool: new (options: object) => Pool }

/** The server knows nothing of this name, or knows it already, or what it meant has changed: nothing was done. */
const isNotPrepared = (error: unknown) => ['26000', '42P05', '0A000'].includes(String((error as { code?: unknown } | null)?.code))

/**
 * Opens a pool of connections to a PostgreSQL server (Node only) through the package `pg`.
 * @param url `postgres://user:password@host:5432/database`
 * @param report hears of connections that broke while idle; the pool replaces them. Default: the console, without their messages.
 * @throws {EarshotError} `receiver/package-missing` when the package is not installed.
 */
export async function openPostgres(url: string, report: (error: unknown) => void = consoleReport): Promise<Database> {
  // Not resolved by the type checker: its types would bring Node's globals into the receiver.
  const module = await (import('pg' as string) as Promise<Pg & { default?: Pg }>).catch(packageMissing('pg', 'PostgreSQL needs'))
  const { Pool } = module.default ?? module
  let closed = false
  let prepares = true
  const pool = new Pool({ connectionString: url, connectionTimeoutMillis: 10_000, statement_timeout: 30_000 })
  // Without a listener a restart of the server would end this process.
  pool.on('error', error => void (closed || report(error)))
  return {
    engine: 'postgres',
    async query(text, values) {
      const name = prepares ? nameOf(text) : undefined
      if (name === undefined) return pool.query(text, values)
      try {
        return await pool.query({ name, text, values })
      } catch (error) {
        if (!isNotPrepared(error)) throw error
        // A pooler between us gives each transaction another connection: there no statement can be known by name.
        prepares = false
        return pool.query(text, values)
      }
    },
    close() {
      closed = true
      return pool.end()
    },
  }
}
