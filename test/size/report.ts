// `npm run size`: what the customer's browser fetches, in brotli. Ends with an error when a budget is exceeded.
// `node test/size/report.ts FOLDER` measures another build than dist/.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../house/laws/sources.ts'
import { budgets, chunkFolder } from './budgets.ts'
import { brotli, measure, type Built } from './measure.ts'

const dist = process.argv[2] ?? join(root, 'dist')
if (!existsSync(join(dist, 'earshot.js'))) {
  console.error(`There is no earshot.js in ${dist} to measure. Build it first: npm run build`)
  process.exit(1)
}

const scripts = readdirSync(dist, { recursive: true, encoding: 'utf8' }).map(name => name.replaceAll('\\', '/'))
  .filter(name => name.endsWith('.js') && (name.startsWith(chunkFolder) || !name.includes('/')))
const built: Built = new Map(scripts.map(name => [name, readFileSync(join(dist, name), 'utf8')]))

const line = (name: string, bytes: number, limit?: number, isOver?: boolean) =>
  `${name.padEnd(36)} ${(bytes / 1000).toFixed(2).padStart(7)} kB${limit === undefined ? '' : `  of ${(limit / 1000).toFixed(2)} kB${isOver ? '  TOO MUCH' : ''}`}`

const measured = measure(built, budgets)
console.log('Brotli, in all:')
for (const { name, size, limit, isOver } of measured) console.log(line(name, size, limit, isOver))

const needed = new Set(measured.flatMap(({ files }) => files))
const chunks = scripts.filter(name => name.startsWith(chunkFolder)).sort()
console.log('\nAt once:')
for (const name of chunks.filter(chunk => needed.has(chunk))) console.log(line(name, brotli(built.get(name)!)))
console.log('\nOnly when needed:')
for (const name of chunks.filter(chunk => !needed.has(chunk))) console.log(line(name, brotli(built.get(name)!)))

const report = {
  unit: 'bytes of brotli',
  budgets: measured.map(({ name, size, limit, files }) => ({ name, size, limit, files })),
  chunks: Object.fromEntries(chunks.map(name => [name, brotli(built.get(name)!)])),
}
writeFileSync(join(dist, 'size.json'), `${JSON.stringify(report, null, 2)}\n`)

const over = measured.filter(({ isOver }) => isOver)
for (const { name, size, limit } of over) console.error(`\n${name}: ${size} bytes are ${size - limit} more than the budget of ${limit}.`)
process.exitCode = over.length ? 1 : 0
