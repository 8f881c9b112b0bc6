// `npm run bench:receiver`: how fast the receiver takes issues in, beside a handler that only inserts the same row, on the embedded
// database and on PostgreSQL; how long the inbox and the threads look among many issues; whether memory stays flat. Takes some minutes.
// --only PART (pace, queries, memory); --engine pglite or postgres; --rounds N; --size N issues a round; --clients N;
// --count N issues for memory and queries (default 100000); --profile DIR for a profile of the processor's time.
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startPostgres } from '../../engines/postgres.ts'
import { table, type Figure } from '../figure.ts'
import { startServer, type BenchServer } from './bench-server.ts'
import { benchMemory } from './memory.ts'
import { benchPace } from './pace.ts'
import { benchQueries } from './queries.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string' }, engine: { type: 'string' }, rounds: { type: 'string', default: '5' }, size: { type: 'string', default: '1000' },
    clients: { type: 'string', default: '16' }, count: { type: 'string', default: '100000' }, profile: { type: 'string' },
  },
})
const { only, engine, profile } = values
const [rounds, size, clients, count] = [values.rounds, values.size, values.clients, values.count].map(text => {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new Error(`Expected a whole number above 0, got "${text}"`)
  return number
}) as [number, number, number, number]
const isWanted = (part: string) => !only || only === part

const [before] = loadavg()
const postgres = engine === 'pglite' ? undefined : await startPostgres()
const folder = mkdtempSync(join(tmpdir(), 'earshot-bench-'))
const figures: Figure[] = []

async function onServer(env: Record<string, string>, measure: (server: BenchServer) => Promise<Figure[]>): Promise<void> {
  const server = await startServer(env, profile)
  try {
    figures.push(...await measure(server))
  } finally {
    await server.stop()
  }
}

try {
  const embedded = { DATABASE: '', DIRECTORY: join(folder, 'data') }
  if (isWanted('pace')) {
    if (engine !== 'postgres') await onServer(embedded, server => benchPace(server, { engine: 'PGlite', rounds, size: Math.ceil(size / 2), clients }))
    if (postgres) await onServer({ DATABASE: postgres.url }, server => benchPace(server, { engine: 'PostgreSQL', rounds, size, clients }))
    else if (engine !== 'pglite') console.log('Not measured on PostgreSQL: it is not here, and could not be installed.')
  }
  if (isWanted('memory')) await onServer(postgres ? { DATABASE: postgres.url, SITE: 'memory' } : embedded, server => benchMemory(server, { count, clients }))
  if (isWanted('queries')) {
    if (postgres) figures.push(...await benchQueries(postgres.url, { count, rounds }))
    else console.log('Queries were not measured: they need PostgreSQL.')
  }
  console.log(table(figures))
  console.log(`\n${availableParallelism()} cores, which the clients share; load was ${before!.toFixed(1)} at the start.`)
} finally {
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
}
