import { after, before, describe } from 'node:test'
import { openDatabase } from '../../src/receiver/open-database.ts'
import type { Database, Query } from '../../src/receiver/query.ts'
import { startPostgres, type PostgresServer } from '../engines/postgres.ts'

const server = await startPostgres()

/** Runs the same suite on the embedded database and on a real server. Tests keep apart by their `site`. */
export function onEachDatabase(name: string, suite: (query: Query) => void): void {
  const engines: [engine: string, server: PostgresServer | undefined][] = [['PGlite', undefined], ...(server ? [['PostgreSQL', server] as [string, PostgresServer]] : [])]
  for (const [engine, running] of engines) {
    describe(`${name} on ${engine}`, () => {
      let database: Database
      before(async () => { database = await openDatabase(running?.url) })
      after(() => database.close())
      suite((text, values) => database.query(text, values))
    })
  }
  after(() => server?.stop())
}
