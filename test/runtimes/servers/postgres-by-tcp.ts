import { once } from 'node:events'
import { connect, createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { startPostgres } from '../../engines/postgres.ts'
import { openPostgres } from '../../../src/receiver/postgres.ts'

/** The tests' PostgreSQL, which has a socket only, at an address of TCP: some runtimes know no other. Absent where there is no PostgreSQL. */
export async function postgresByTcp() {
  const postgres = await startPostgres()
  if (!postgres) return undefined
  const socket = join(new URL(postgres.url).searchParams.get('host')!, '.s.PGSQL.5432')
  const server = createServer(here => {
    const there = connect(socket)
    for (const [one, other] of [[here, there], [there, here]] as const) one.on('error', () => other.destroy()).on('close', () => other.destroy()).pipe(other)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const own = await openPostgres(postgres.url)
  return {
    /** Makes a database of that name, and says where it is. */
    async database(name: string): Promise<string> {
      await own.query(`create database ${name}`)
      return `postgres://earshot:unused@127.0.0.1:${port}/${name}`
    },
    /** How many connections to it are open. */
    async connections(name: string): Promise<number> {
      const { rows } = await own.query('select count(*)::int as count from pg_stat_activity where datname = $1', [name])
      return Number(rows[0]!['count'])
    },
    async stop() {
      await own.close()
      server.close()
      await postgres.stop()
    },
  }
}
