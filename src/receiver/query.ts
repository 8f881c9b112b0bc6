/**
 * All the receiver asks of a database: PostgreSQL's dialect, one statement a call, `$1` for values.
 * A `pg` pool and a PGlite both have it as `query`. Resolves once the statement is committed.
 */
export type Query = (text: string, values?: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>

/** An open database: what `openDatabase`, `openPglite` and `openPostgres` give. */
export interface Database {
  readonly engine: 'pglite' | 'postgres'
  query: Query
  close(): Promise<void>
}
