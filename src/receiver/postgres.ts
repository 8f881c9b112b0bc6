import { packageMissing } from './package-missing.ts'
import type { Database, Query } from './query.ts'
import { consoleReport } from './watch/console-report.ts'

interface Pool { query: Query; end(): Promise<void>; on(event: 'error', listener: (error: unknown) => void): void }
interface Pg { Pool: new (options: object) => Pool }

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
  const pool = new Pool({ connectionString: url, connectionTimeoutMillis: 10_000, statement_timeout: 30_000 })
  // Without a listener a restart of the server would end this process.
  pool.on('error', error => void (closed || report(error)))
  return {
    engine: 'postgres',
    query: (text, values) => pool.query(text, values),
    close() {
      closed = true
      return pool.end()
    },
  }
}
