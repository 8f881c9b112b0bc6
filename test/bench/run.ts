// `npm run bench`: speed and weight as figures, each beside its target. Takes some minutes, and wants a quiet machine and a build.
// --strict ends with an error when a target is missed; --rounds N; --only PART (search, shift, tasks, opening, transfer, storage,
// signals, cycles, draining, typing, writing, redaction); --dist DIR measures another build.
import { existsSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../house/laws/sources.ts'
import { isMet, table, type Figure } from './figure.ts'
import { benchPage } from './page.ts'
import { benchRedaction } from './redaction.ts'
import { benchSearch, searchTable } from './search.ts'

const { values } = parseArgs({
  options: { strict: { type: 'boolean' }, rounds: { type: 'string', default: '5' }, only: { type: 'string' }, dist: { type: 'string' } },
})
const { only, dist = join(root, 'dist') } = values
if (only !== 'redaction' && !existsSync(join(dist, 'earshot.js'))) {
  console.error(`There is no earshot.js in ${dist} to measure. Build it first: npm run build`)
  process.exit(1)
}

async function search(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const wanted of [100, 1000, 10_000]) figures.push(...searchTable(wanted, await benchSearch(wanted)))
  return figures
}

const [before] = loadavg()
const figures = [
  ...(!only || only === 'search' ? await search() : []),
  ...(!only || only === 'redaction' ? benchRedaction(Number(values.rounds)) : []),
  ...(only !== 'search' && only !== 'redaction' ? await benchPage({ rounds: Number(values.rounds), dist, only }) : []),
]
console.log(table(figures))
const missed = figures.filter(each => isMet(each) === false)
console.log(`\n${missed.length ? `${missed.length} missed` : 'All targets met'}. ${availableParallelism()} cores; load was ${before!.toFixed(1)} at the start.`)
if (values.strict && missed.length) process.exitCode = 1
