import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { toNodeHandler } from 'srvx/node'
import { contentTypeOf } from '../../demo/server/content-types.ts'
import { fileBelow } from '../../demo/server/static-files.ts'
import { Watch } from '../journeys/watch.ts'
import { freePort } from '../runtimes/servers/start.ts'
import { surroundings } from './apps.ts'

export type Answer = (request: Request) => Promise<Response>

/** A folder as any host of static pages serves it. */
export const folderAnswer = (folder: string): Answer => async request => {
  const { pathname } = new URL(request.url)
  const path = await fileBelow(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname)
  return path ? new Response(await readFile(path), { headers: { 'content-type': contentTypeOf(path) } }) : new Response('', { status: 404 })
}

/** An app's own server, in a process of its own. */
export async function startNext(folder: string): Promise<{ answer: Answer; close(): Promise<void> }> {
  const port = await freePort()
  const args = [join('..', 'node_modules', 'next', 'dist', 'bin', 'next'), 'start', '--port', String(port)]
  const child = spawn(process.execPath, folder.endsWith('/next') ? args : [join('..', args[0]!), ...args.slice(1)], {
    cwd: folder, env: surroundings(), stdio: ['ignore', 'pipe', 'pipe'],
  })
  const gone = once(child, 'exit')
  let said = ''
  const ready = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text
        if (said.includes('Ready in')) resolve()
      })
    }
    void gone.then(() => reject(new Error(`Next ended:\n${said}`)))
  })
  await ready
  return {
    async answer(request) {
      const { pathname, search } = new URL(request.url)
      const response = await fetch(`http://127.0.0.1:${port}${pathname}${search}`, { headers: { accept: request.headers.get('accept') ?? '*/*' } })
      const headers = new Headers({ 'content-type': response.headers.get('content-type') ?? 'text/plain' })
      return new Response(await response.arrayBuffer(), { status: response.status, headers })
    },
    async close() {
      child.kill('SIGKILL')
      await gone
    },
  }
}

export interface Site {
  readonly url: string
  /** Notes what no page may do: throw, write an error to the console. */
  readonly watch: Watch
  close(): Promise<void>
}

/** An address for an app, with the receiver at `/issues` beside it. */
export async function openSite(app: Answer, receiver: Answer): Promise<Site> {
  const watch = new Watch({ script: '' })
  const server = createServer(toNodeHandler(async request => {
    const own = await watch.answer(request)
    if (own) return own
    if (new URL(request.url).pathname.startsWith('/issues')) return receiver(request)
    const answer = await app(request)
    if (!answer.headers.get('content-type')?.startsWith('text/html')) return answer
    // As React writes it, and as some tools do.
    const page = (await answer.text()).replace(/<meta charset="utf-8"\s*\/?>/i, '<meta charset="utf-8">')
    return watch.lay(new Response(page, answer))
  }) as Parameters<typeof createServer>[1])
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    watch,
    close: () => new Promise(done => {
      server.close(() => done())
      server.closeAllConnections()
    }),
  }
}
