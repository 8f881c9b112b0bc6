// A receiver in a process of its own that takes issues in and passes them on, until it is killed. Says its address when it is there.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { toNodeHandler } from 'srvx/node'
import { TransportError } from '../../src/core/transports/transport.ts'
import { filesIn } from '../../src/receiver/files/files-in.ts'
import type { Forwarder } from '../../src/receiver/forwarding/forwarder.ts'
import { openPostgres } from '../../src/receiver/postgres.ts'
import { createReceiver } from '../../src/receiver/receiver.ts'

// BACKEND: where issues go on to; FILES: a folder for their files.
const { DATABASE, BACKEND, SITE, FILES } = process.env as Record<string, string>

async function deliver(id: string, value: unknown, headers: Record<string, string>, signal: AbortSignal): Promise<unknown> {
  try {
    const body = JSON.stringify(value)
    const response = await fetch(BACKEND!, { method: 'POST', headers: { 'idempotency-key': id, 'content-type': 'application/json', ...headers }, body, signal })
    return await response.json()
  } catch (error) {
    throw new TransportError('transport/failed', `No answer: ${String(error)}`, { retry: 'later', afterMs: 1_000 })
  }
}

const backend: Forwarder = {
  send: async (issue, _files, { again, signal }) =>
    (await deliver(issue.id, issue, again ? { again: 'yes' } : {}, signal)) as Awaited<ReturnType<Forwarder['send']>>,
  // A message carries no word of another attempt: its id is all there is.
  reply: async (receipt, message, { signal }) => void await deliver(message.id, message.text, { again: 'yes', follows: receipt.id }, signal),
}

const database = await openPostgres(DATABASE!)
const receiver = createReceiver({
  query: database.query, site: SITE!,
  ...(BACKEND && { forwarding: { to: { backend }, timeout: 1_500 } }),
  ...(FILES && { files: filesIn(FILES) }),
})
const server = createServer(toNodeHandler(receiver.handle) as Parameters<typeof createServer>[1])
await receiver.migrate()
if (BACKEND) receiver.startForwarding()
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/issues`))
// Asked to end it ends what it has begun. Connections that are kept would wait for more.
process.once('SIGTERM', () => void (async () => {
  await receiver.close(2_000)
  server.close()
  server.closeIdleConnections()
  await database.close()
  process.exit()
})())
// Nobody is left to kill it.
process.stdin.on('end', () => process.exit()).resume()
