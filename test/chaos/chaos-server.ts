import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { watchConnections } from '../../demo/server/connections.ts'
import { honest } from './behaviours.ts'
import { checksum, HonestStore } from './honest-store.ts'
import { corsFor, type Attempt, type Behaviour, type Visit } from './visit.ts'

/** Answers what is not an issue: pages, scripts. False: there is no such thing. */
export type Files = (request: IncomingMessage, response: ServerResponse, url: URL) => boolean | Promise<boolean>

export interface ChaosServer {
  /** Without a slash at the end. */
  readonly url: string
  /** The same server as another origin. */
  readonly otherUrl: string
  readonly store: HonestStore
  /** Every attempt that reached it, in any lane, in the order they came. */
  readonly attempts: readonly Attempt[]
  /** What becomes of attempts at `/issues/<lane>` from now on. A lane nobody spoke of is honest. */
  behave(lane: string, behaviour: Behaviour): void
  heal(lane: string): void
  /** From now on questions before a request of another origin are refused in this lane, or answered again. */
  refusePreflight(lane: string, refuse: boolean): void
  /** Pulls the cable, or puts it back: open and new connections are destroyed. */
  offline(off: boolean): void
  close(): Promise<void>
}

/** A server that does as it is told, over real connections, and remembers everything. */
export async function openChaos(files: Files = () => false): Promise<ChaosServer> {
  const store = new HonestStore()
  const attempts: Attempt[] = []
  const lanes = new Map<string, Behaviour>()
  const unfriendly = new Set<string>()
  const keys = new Map<string, string>()

  const visitOf = (lane: string, request: IncomingMessage, response: ServerResponse): Visit => {
    const { headers, socket } = request
    const attempt: Attempt = { lane, key: String(headers['idempotency-key'] ?? ''), at: performance.now(), headers }
    attempts.push(attempt)
    if (!attempt.key) store.violations.push(`${lane}: an attempt without a key`)
    let whole: Promise<Buffer> | undefined
    const read = async (perSecond: number) => {
      const parts: Buffer[] = []
      for await (const part of request as AsyncIterable<Buffer>) {
        parts.push(part)
        if (perSecond < Infinity) await pause((1_000 * part.length) / perSecond)
      }
      const body = Buffer.concat(parts)
      attempt.checksum = checksum(body)
      const before = keys.get(attempt.key)
      if (before !== undefined && before !== attempt.checksum) store.violations.push(`${lane}: the bytes under ${attempt.key} have changed`)
      keys.set(attempt.key, attempt.checksum)
      return body
    }
    const body = (perSecond = Infinity) => (whole ??= read(perSecond))
    return {
      request, response, socket, attempt, body, cors: corsFor(headers.origin),
      commit: async () => store.commit(lane, attempt.key, headers['content-type'] ?? '', await body()),
    }
  }

  const preflight = (lane: string, { headers }: IncomingMessage, response: ServerResponse) => {
    if (unfriendly.has(lane)) return response.writeHead(403).end()
    response.writeHead(204, {
      ...corsFor(headers.origin),
      'access-control-allow-methods': 'GET, POST', 'access-control-allow-headers': headers['access-control-request-headers'] ?? '',
    })
    response.end()
  }

  const listener: RequestListener = (request, response) => {
    const url = new URL(request.url ?? '/', 'http://chaos.test')
    const [, issues, lane = '', ...rest] = url.pathname.split('/').map(decodeURIComponent)
    // A client that goes away in the middle is what this server is for.
    request.on('error', () => {})
    response.on('error', () => {})
    const answered = async () => {
      if (issues !== 'issues') return (await files(request, response, url)) || response.writeHead(404).end()
      if (request.method === 'OPTIONS') return preflight(lane, request, response)
      if (request.method !== 'POST' || rest.length) return response.writeHead(404, corsFor(request.headers.origin)).end()
      return (lanes.get(lane) ?? honest)(visitOf(lane, request, response))
    }
    answered().catch(() => request.socket.destroy())
  }

  const servers: Server[] = []
  const listen = async () => {
    const server = createServer(listener)
    servers.push(server)
    const connections = watchConnections(server)
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, connections }
  }
  const own = await listen()
  const other = await listen()

  return {
    url: own.url, otherUrl: other.url, store, attempts,
    behave: (lane, behaviour) => void lanes.set(lane, behaviour),
    heal: lane => void lanes.delete(lane),
    refusePreflight: (lane, refuse) => void (refuse ? unfriendly.add(lane) : unfriendly.delete(lane)),
    offline(off) {
      for (const { connections } of [own, other]) connections.offline(off)
    },
    async close() {
      for (const { connections } of [own, other]) connections.closeAll()
      await Promise.all(servers.map(server => new Promise(done => server.close(done))))
    },
  }
}
