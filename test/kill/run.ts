// `npm run test:kill`: a browser is killed in the middle of submitting, again and again; nothing that was told is lost or there twice.
// `npm run test:kill 20` for fewer rounds (default 100). --seed N; --engine chromium|firefox; --only rounds|tabs; --issues N
// for the tabs (default 200); --dist DIR walks another build. Wants a build.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../house/laws/sources.ts'
import type { Engine } from '../engines/find-browsers.ts'
import { isMortal } from './mortal-browser.ts'
import { killRounds } from './rounds.ts'
import { crashOfSender } from './tabs.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, engine: { type: 'string', default: 'chromium' }, only: { type: 'string' }, issues: { type: 'string', default: '200' }, dist: { type: 'string' } },
})
const rounds = Number(positionals[0] ?? 100)
const seed = Number(values.seed ?? Date.now() % 1_000_000)
const { dist } = values
const engine = values.engine as Engine
if (!Number.isInteger(rounds) || rounds < 1) throw new Error(`The rounds must be a whole number above 0; got "${positionals[0]}"`)
if (!existsSync(join(dist ?? join(root, 'dist'), 'earshot.js'))) throw new Error('dist/earshot.js is missing. Build it first: npm run build')
if (!isMortal(engine)) throw new Error(`There is no ${engine} of the system's own here that could be killed and started again`)

let isGood = true
if (values.only !== 'tabs') {
  console.log(`${rounds} rounds in ${engine}, seed ${seed}`)
  const figures = await killRounds({ engine, rounds, seed, dist, onRound: (round, where) => round % 10 === 0 && console.log(`  round ${round}: killed ${where}`) })
  const { lost, twice, changed, drafts } = figures
  console.log(JSON.stringify(figures, undefined, 2))
  console.log(`${figures.rounds} kills: ${figures.kept} told as kept, ${lost.length} lost, ${twice.length} twice, ${changed.length} changed; ` +
    `${drafts.back} of ${drafts.typed} drafts came back; ${figures.attempts} attempts; ${figures.seconds} s`)
  isGood &&= !lost.length && !twice.length && !changed.length && drafts.back === drafts.typed
}
if (values.only !== 'rounds' && engine === 'chromium') {
  const figures = await crashOfSender({ issues: Number(values.issues), dist })
  const { lost, twice, changed } = figures
  console.log(`Two tabs, ${figures.issues} issues, the sender's tab crashed: ${figures.kept} told as kept, ${lost.length} lost, ${twice.length} twice, ` +
    `${changed.length} changed; the other took over after ${(figures.takeover / 1_000).toFixed(1)} s`)
  isGood &&= !lost.length && !twice.length && !changed.length && figures.takeover <= 30_000
}
process.exitCode = isGood ? 0 : 1
