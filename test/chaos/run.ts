// A long storm: `npm run test:chaos -- --seed 7 --requests 20000`. Prints its figures, and fails where one of them is not 0.
import { parseArgs } from 'node:util'
import { storm } from './storm.ts'

const { values } = parseArgs({ options: { seed: { type: 'string', default: String(Date.now() % 1_000_000) }, requests: { type: 'string', default: '10000' } } })
const seed = Number(values.seed)
const start = performance.now()
console.log(`Seed ${seed}, ${values.requests} requests to a server that does as it likes`)
const figures = await storm({ seed, requests: Number(values.requests) })
const { lost, violations, doubled, changedKeys, changedBytes, early } = figures
console.table({ ...figures, lost: lost.length, violations: violations.length, seconds: Math.round((performance.now() - start) / 1_000) })
for (const line of [...lost.map(id => `lost: ${id}`), ...violations].slice(0, 20)) console.error(line)
if (lost.length + violations.length + doubled + changedKeys + changedBytes + early > 0) process.exitCode = 1
