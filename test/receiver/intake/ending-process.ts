// A receiver in a process of its own that ends as the documentation says, at SIGTERM. Says its address when it is there.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { toNodeHandler } from 'srvx/node'
import { openPostgres } from '../../../src/receiver/postgres.ts'
import { createReceiver } from '../../../src/receiver/receiver.ts'

const { DATABASE, SITE } = process.env as Record<string, string>
const database = await openPostgres(DATABASE!)
const receiver = createReceiver({ query: database.query, site: SITE!, limits: { stall: 100 } })
await receiver.migrate()
const server = createServer(toNodeHandler(receiver.handle) as Parameters<typeof createServer>[1])
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/issues`))

process.once('SIGTERM', () => void (async () => {
  // Longer than any machine is busy: this is about what happens, not about how soon.
  await receiver.close(100_000)
  await new Promise(resolve => server.close(resolve))
  await database.close()
  process.exit()
})())
// Nobody is left to end it.
process.stdin.on('end', () => process.exit(1)).resume()
