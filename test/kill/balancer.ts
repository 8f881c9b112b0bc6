import { Agent, createServer, get, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How often it looks whether a process is ready, in milliseconds. */
const every = 25

/** A load balancer as they all are: one request here, the next one there; whoever is not ready gets none. */
export interface Balancer {
  url: string
  /** An endpoint (`http://127.0.0.1:4000/issues`) that is asked at `/ready` from now on. */
  add(endpoint: string): void
  /** Asked no more, and sent nothing. */
  remove(endpoint: string): void
  /** Resolves when so many are ready. */
  ready(count: number): Promise<void>
  close(): Promise<void>
}

interface Backend { port: number; isUp: boolean; timer?: NodeJS.Timeout }

export async function startBalancer(): Promise<Balancer> {
  const backends = new Map<string, Backend>()
  const agent = new Agent({ keepAlive: true })
  let waiting: { count: number; resolve: () => void }[] = []
  let turn = 0
  const up = () => [...backends.values()].filter(({ isUp }) => isUp)

  function look(endpoint: string, backend: Backend): void {
    const told = (isUp: boolean) => {
      if (backends.get(endpoint) !== backend) return
      backend.isUp = isUp
      waiting = waiting.filter(({ count, resolve }) => up().length < count || resolve())
      backend.timer = setTimeout(() => look(endpoint, backend), every)
    }
    get(`${endpoint}/ready`, { agent: false }, response => {
      response.resume()
      told(response.statusCode === 200)
    }).on('error', () => told(false))
  }

  function remove(endpoint: string): void {
    clearTimeout(backends.get(endpoint)?.timer)
    backends.delete(endpoint)
  }

  function refuse(response: ServerResponse, status: number): void {
    if (response.headersSent) return void response.destroy()
    response.writeHead(status, { 'content-type': 'text/html' }).end(`<h1>${status}</h1>`)
  }

  /** Passes on byte by byte, streams too. What breaks in the middle breaks for the client, too: nothing is sent twice from here. */
  function pass(request: IncomingMessage, response: ServerResponse): void {
    const found = up()
    const backend = found[turn++ % found.length]
    if (!backend) {
      request.resume()
      return refuse(response, 503)
    }
    const { method, url, headers } = request
    const passed = ask({ agent, host: '127.0.0.1', port: backend.port, method, path: url, headers }, answer => {
      const { connection: _, ...more } = answer.headers
      response.writeHead(answer.statusCode!, more)
      response.flushHeaders()
      answer.on('error', () => response.destroy()).pipe(response)
    })
    passed.on('error', () => refuse(response, 502))
    request.on('error', () => passed.destroy()).pipe(passed)
    response.on('close', () => passed.destroy())
  }

  const server = createServer(pass)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/issues`,
    add(endpoint) {
      const backend = { port: Number(new URL(endpoint).port), isUp: false }
      backends.set(endpoint, backend)
      look(endpoint, backend)
    },
    remove,
    ready: count => new Promise(resolve => (up().length >= count ? resolve() : void waiting.push({ count, resolve }))),
    async close() {
      for (const endpoint of [...backends.keys()]) remove(endpoint)
      agent.destroy()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
