import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface Memory { heapUsed: number; rss: number }

/** The receiver under measurement, in a process of its own. */
export interface BenchServer {
  url: string
  memory(): Promise<Memory>
  /** How many statements the database was asked so far. */
  statements(): Promise<number>
  stop(): Promise<void>
}

/** @param profile a folder that gets a profile of the processor's time (`--cpu-prof`) when the server ends. */
export async function startServer(env: Record<string, string>, profile?: string): Promise<BenchServer> {
  const child = spawn(process.execPath, [
    '--expose-gc', ...(profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]), join(import.meta.dirname, 'server-process.ts'),
  ], { env: { ...process.env, NODE_NO_WARNINGS: '1', ...env }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const ended = once(child, 'exit').then(() => { throw new Error('The server ended before it was asked to') })
  ended.catch(() => {})
  const hear = async <T>() => ((await Promise.race([once(child, 'message'), ended])) as [{ said: T }])[0].said
  const ask = <T>(what: string) => {
    const answer = hear<T>()
    child.send(what)
    return answer
  }
  const url = await hear<string>()
  return {
    url,
    memory: () => ask('memory'),
    statements: () => ask('statements'),
    async stop() {
      const gone = once(child, 'exit')
      await ask('end')
      await gone
    },
  }
}
