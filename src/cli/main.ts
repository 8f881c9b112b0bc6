#!/usr/bin/env node
import { run } from './run.ts'

const stop = new AbortController()
// What is being written is finished first. A second time it ends at once, as everywhere.
if (process.argv.includes('--watch')) for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop.abort())

// `| head` has seen enough; that is no failure of ours.
for (const stream of [process.stdout, process.stderr]) stream.on('error', (error: NodeJS.ErrnoException) => { if (error.code !== 'EPIPE') throw error })

process.exitCode = await run(process.argv.slice(2), {
  out: text => void process.stdout.write(text),
  err: text => void process.stderr.write(text),
  terminal: process.stderr.isTTY === true,
  now: () => performance.now(),
  stop: stop.signal,
})
