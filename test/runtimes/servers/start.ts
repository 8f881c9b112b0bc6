import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'

export interface Command { program: string; args?: string[]; folder: string; env?: Record<string, string>; portAs?: string }

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  await new Promise(done => probe.close(done))
  return port
}

/** A server in a process of its own, once it answers. */
export async function start({ program, args = [], folder, env = {} }: Command, port: number) {
  const { DATABASE_URL: _, NODE_OPTIONS: __, NODE_TEST_CONTEXT: ___, ...rest } = process.env
  const child = spawn(program, args, { cwd: folder, env: { ...rest, PORT: String(port), ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', chunk => { log = (log + String(chunk)).slice(-20_000) })
  const gone = once(child, 'exit') as Promise<[code: number | null, signal: string | null]>
  let ended = false
  void gone.then(() => { ended = true })

  const url = `http://127.0.0.1:${port}`
  for (;;) {
    const status = await fetch(`${url}/issues/ready`).then(async response => (await response.text(), response.status), () => 0)
    if (status === 200) break
    if (status > 0 && status !== 503) {
      child.kill('SIGKILL')
      throw new Error(`It answers ${status}:\n${log}`)
    }
    if (ended) throw new Error(`It ended before it answered:\n${log}`)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  return {
    url,
    log: () => log,
    /** Asks it to end, and waits until it has. */
    async stop() {
      child.kill('SIGTERM')
      const [code, signal] = await gone
      return { code, signal }
    },
    kill: () => ended || child.kill('SIGKILL'),
  }
}
