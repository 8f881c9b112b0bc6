import { createHash } from 'node:crypto'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { ServerRequest } from 'srvx'
import { toNodeHandler } from 'srvx/node'
import type { Clock } from '../../src/core/support/clock.ts'
import type { Forwarding } from '../../src/receiver/forwarding/forwarder.ts'
import { createInbox } from '../../src/receiver/inbox.ts'
import type { Database } from '../../src/receiver/query.ts'
import { createReceiver, type Receiver } from '../../src/receiver/receiver.ts'
import type { ReceiverOptions } from '../../src/receiver/settings.ts'
import type { SpamOptions } from '../../src/receiver/spam/settings.ts'
import type { Log } from '../../src/receiver/watch/json-lines.ts'
import { watchConnections } from './connections.ts'
import { forwardTo } from './forward-to.ts'
import { openHelp, type Help } from './help.ts'
import { listen } from './listen.ts'
import { openData } from './open-data.ts'
import { readPromise } from './promise.ts'
import { createRoutes, foldersOf } from './routes.ts'
import { isStaff } from './staff.ts'

/** What an interceptor may do: answer itself, cut the connection without a word, or (undefined) let the request pass. */
export type Interception = Response | 'drop' | undefined

export interface DemoOptions {
  /** Default 0: any free one. */
  port?: number
  /** Fail when the port is taken, instead of taking the next one. */
  insist?: boolean
  /** Default `127.0.0.1`. The inbox answers this machine only, whatever the host. */
  host?: string
  /** A folder of Markdown. Default: the shop's own articles. */
  articles?: string
  /** The folder of the embedded database, or `memory`, which is the default. */
  data?: string
  /** PostgreSQL instead of the embedded database. */
  databaseUrl?: string
  /** An address to which every issue is passed on as JSON. */
  forwardTo?: string
  /** Where issues go on to instead, for tests. */
  forwarding?: Forwarding
  /** What looks like spam to the receiver. Its policy lets pages work for a proof only where one is asked for. */
  spam?: SpamOptions
  /** Whose pages may send to the receiver from elsewhere. Default: nobody's. */
  cors?: ReceiverOptions['cors']
  /** Hears what the receiver and the inbox do. Default: nobody. */
  log?: Log
  /** The folder of the built widget. Default: the repository's `dist`. */
  dist?: string
  /**
   * Sees every request before anybody else, for tests. `proceed` asks the demonstration itself, so that an answer can be lost
   * after the work was done: `await proceed(); return 'drop'`.
   */
  intercept?: (request: Request, proceed: () => Promise<Response>) => Interception | Promise<Interception>
  /** What the receiver and the inbox take for the time, for tests. Default: the machine's. */
  clock?: Clock
}

export interface Demo {
  /** Without a slash at the end. */
  readonly url: string
  readonly port: number
  readonly engine: Database['engine']
  readonly receiver: Receiver
  readonly help: Help
  readonly docs: Help
  readonly query: Database['query']
  /** Pulls the cable, or puts it back: while off, open and new connections are destroyed. */
  offline(off: boolean): void
  close(): Promise<void>
}

const repository = resolve(import.meta.dirname, '../..')

/** Starts the shop, its help, the receiver and the inbox in this process. @throws {Error} with a sentence for the terminal. */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const { port = 0, insist = false, host = '127.0.0.1', data = 'memory', databaseUrl, forwardTo: address, intercept, clock, log, spam, cors } = options
  const articles = resolve(options.articles ?? join(repository, 'demo/articles'))
  if (!(await stat(articles).catch(() => undefined))?.isDirectory()) throw new Error(`There is no folder ${articles}.`)

  // In this order: nobody is served any more, then the rest is put away.
  const endings: (() => unknown)[] = []
  const close = async () => {
    for (const end of endings.splice(0)) await end()
  }
  try {
    const memory = data === 'memory'
    // The port first: that it is taken should not take seconds to find out. Who asks early waits.
    let open: (routes: (request: Request) => Promise<Response>) => void = () => {}
    const routes = new Promise<(request: Request) => Promise<Response>>(resolve => open = resolve)
    const serve = async (request: ServerRequest) => {
      const proceed = async () => (await routes)(request)
      const interception = await intercept?.(request, proceed)
      if (interception !== 'drop') return interception ?? proceed()
      request.runtime?.node?.req.socket.destroy()
      return new Response(null)
    }
    // What is thrown for one visitor must not end the process for all.
    const failed = (error: unknown) => (console.error(error), new Response('Something broke here.', { status: 500 }))
    const server = createServer(toNodeHandler((request: ServerRequest) => serve(request).catch(failed)) as Parameters<typeof createServer>[1])
    const connections = watchConnections(server)
    const bound = await listen(server, host, port, insist)
    let receiver: Receiver | undefined
    endings.push(async () => {
      await receiver?.close()
      // Answers that are on their way have a second to arrive; who only keeps a connection open has none to wait for.
      const late = setTimeout(connections.closeAll, 1_000)
      await new Promise<void>(done => server.close(() => done()))
      clearTimeout(late)
    })

    const cache = memory
      ? await mkdtemp(join(tmpdir(), 'earshot-help-'))
      : join(repository, '.cache', `help-${createHash('sha256').update(articles).digest('hex').slice(0, 10)}`)
    if (memory) endings.push(() => rm(cache, { recursive: true, force: true }))
    const help = await openHelp(articles, join(cache, 'help'))
    const docs = await openHelp(join(repository, 'docs'), join(cache, 'docs'), '/docs')

    const database = await openData(databaseUrl, data)
    endings.push(() => database.close())
    const { query, engine } = database
    const folders = foldersOf(repository)
    const forwarding = options.forwarding ?? (address && { to: { webhook: forwardTo(address) } })
    const taking = receiver = createReceiver({
      query, ...(clock && { clock }), ...(log && { log }), ...(await readPromise(folders.site)), ...(forwarding && { forwarding }), ...(spam && { spam }), ...(cors && { cors }),
    })
    await taking.migrate()
    taking.startForwarding()
    const inbox = createInbox({ query, basePath: '/inbox/api', authorize: isStaff, ...(clock && { clock }), ...(log && { log }) })
    open(createRoutes({ receiver: taking, inbox, help, docs, proof: !!spam?.proof, ...folders, ...(options.dist && { dist: resolve(options.dist) }) }))
    // "All addresses" is not one that a browser can go to.
    const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
    return {
      url: `http://${name}:${bound}`, port: bound, engine, receiver: taking, help, docs, query, offline: connections.offline, close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
