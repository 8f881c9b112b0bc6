// Starts the demonstration: a shop with its help, the receiver, and the inbox. `npm start -- --help` lists the options.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { jsonLines } from '../src/receiver/watch/json-lines.ts'
import { readOptions, usage } from './server/options.ts'
import { startDemo, type Demo } from './server/start-demo.ts'

export { startDemo, type Demo, type DemoOptions, type Interception } from './server/start-demo.ts'

function describe({ url, help, docs, engine }: Demo, data: string, forwardTo?: string): string {
  const skipped = help.warnings.length
  return [
    '',
    `  Shop       ${url}/`,
    `  Help       ${url}/help/   ${help.count} articles${skipped ? `, ${skipped} warning${skipped > 1 ? 's' : ''}` : ''}`,
    `  Inbox      ${url}/inbox/`,
    `  Docs       ${url}/docs/   ${docs.count} pages`,
    `  Playground ${url}/playground/`,
    `  Receiver   ${url}/issues   ${engine === 'postgres' ? 'PostgreSQL at DATABASE_URL' : `embedded database in ${data}`}`,
    ...(forwardTo ? [`  Passed on  ${forwardTo}`] : []),
    '',
    '  Stop it with Ctrl+C.',
    'Ready',
  ].join('\n')
}

async function main() {
  const { help, log, proof, ...options } = readOptions(process.argv.slice(2))
  if (help) return console.log(usage)
  if (!existsSync(join(import.meta.dirname, '../dist/earshot.js'))) {
    throw new Error('dist/earshot.js is missing: the widget has not been built. Run "npm run build", or "npm start", which does it first.')
  }
  const databaseUrl = process.env['DATABASE_URL']
  const demo = await startDemo({ ...options, ...(databaseUrl && { databaseUrl }), ...(proof && { spam: { proof } }), ...(log && { log: jsonLines() }) })
  for (const { file, line, message } of demo.help.warnings.slice(0, 10)) console.warn(`  ${file}${line ? `:${line}` : ''} ${message}`)
  if (demo.help.warnings.length > 10) console.warn(`  … and ${demo.help.warnings.length - 10} more`)
  console.log(describe(demo, options.data, options.forwardTo))

  const stop = () => {
    // The second time somebody means it.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeListener(signal, stop)
    void demo.close()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
}

if (import.meta.main ?? process.argv[1] === import.meta.filename) {
  await main().catch((error: unknown) => {
    console.error(`Earshot did not start. ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  })
}
