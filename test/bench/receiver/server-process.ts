// A receiver, and beside it on the same server a bare handler that does nothing but insert the same row, in a process of their own.
// Tells its parent its address and, whenever asked, its memory after all garbage was collected.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { toNodeHandler } from 'srvx/node'
import { filesIn } from '../../../src/receiver/files/files-in.ts'
import { openDatabase } from '../../../src/receiver/open-database.ts'
import type { Query } from '../../../src/receiver/query.ts'
import { createReceiver } from '../../../src/receiver/receiver.ts'
import { openBare } from './bare.ts'

// DATABASE: a server's address, or nothing for the embedded one in DIRECTORY. FILES: a folder for files, or nothing for the database.
const { DATABASE, DIRECTORY, FILES, SITE = 'bench' } = process.env

let statements = 0
const database = await openDatabase(DATABASE || undefined, DIRECTORY)
const query: Query = (text, values) => {
  statements++
  return database.query(text, values)
}
const receiver = createReceiver({
  query, site: SITE, answersWithin: 24, owner: { name: 'Maria' },
  ...(FILES && { files: filesIn(FILES) }),
})
await receiver.migrate()
const bare = await openBare(query)
const handle = (request: Request) => (new URL(request.url).pathname === '/bare' ? bare(request) : receiver.handle(request))
const server = createServer(toNodeHandler(handle) as Parameters<typeof createServer>[1])
server.keepAliveTimeout = 0

const asks: Record<string, () => unknown> = {
  statements: () => statements,
  async memory() {
    // A second time: what the first one let go of may have held more.
    for (let times = 0; times < 2; times++) {
      await new Promise(resolve => setImmediate(resolve))
      globalThis.gc!()
    }
    const { heapUsed, rss } = process.memoryUsage()
    return { heapUsed, rss }
  },
  async end() {
    server.closeAllConnections()
    await receiver.close()
    await database.close()
  },
}
process.on('message', (what: string) => void (async () => {
  const said = await asks[what]!()
  process.send!({ said: said ?? null }, () => what === 'end' && process.exit())
})())
process.on('disconnect', () => process.exit())
server.listen(0, '127.0.0.1', () => process.send!({ said: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }))
