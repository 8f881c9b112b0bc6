// `npm run test:kill:receiver`: two receivers on PostgreSQL are killed in the middle of taking in and passing on, again and again; then the
// same behind a balancer, with customers that have a page's outbox, and every other receiver asked to end instead.
// `npm run test:kill:receiver 20` for fewer kills (default 100). --seed N.
import { parseArgs } from 'node:util'
import { startPostgres } from '../engines/postgres.ts'
import { seeded } from './random.ts'
import { balanceReceivers, isBalanced } from './balanced-rounds.ts'
import { isKept, killReceivers } from './receiver-rounds.ts'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: 'string' } } })
const kills = Number(positionals[0] ?? 100)
const seed = Number(values.seed ?? Date.now() % 1_000_000)
if (!Number.isInteger(kills) || kills < 1) throw new Error(`The kills must be a whole number above 0; got "${positionals[0]}"`)
const server = await startPostgres()
if (!server) throw new Error('There is no PostgreSQL here to try it on')

try {
  console.log(`${kills} kills of two receivers, seed ${seed}`)
  const figures = await killReceivers({ url: server.url, kills, random: seeded(seed), onKill: kill => kill % 10 === 0 && console.log(`  kill ${kill}`) })
  const { taken, requests, lost, undelivered, changed, unannounced, deliveries, seconds } = figures
  if (!isKept(figures)) console.log(JSON.stringify(figures, undefined, 2))
  console.log(`${kills} kills: ${taken} taken in with 2xx by ${requests} requests, ${lost.length} lost, ${undelivered.length} not passed on, ` +
    `${changed.length} changed; ${deliveries} deliveries, ${unannounced.length} doubled without a death; ${seconds} s`)

  const balanced = await balanceReceivers({
    url: server.url, deaths: kills, customers: 8, random: seeded(seed), onDeath: death => death % 10 === 0 && console.log(`  death ${death}`),
  })
  if (!isBalanced(balanced)) console.log(JSON.stringify(balanced, undefined, 2))
  console.log(`${kills} deaths behind a balancer: ${balanced.issues} issues, ${balanced.messages} messages and ${balanced.files} files with a receipt, ` +
    `${balanced.lost.length} lost, ${balanced.changed.length} changed, ${balanced.undelivered.length} not passed on, ${balanced.doubled.length} doubled, ` +
    `${balanced.wrong.length} otherwise wrong; ${balanced.news} events heard; ${balanced.seconds} s`)
  process.exitCode = isKept(figures) && isBalanced(balanced) ? 0 : 1
} finally {
  await server.stop()
}
