import { github } from 'earshot/forwarders/github'
import { createInbox, createReceiver, openDatabase } from 'earshot/receiver'

const { DATABASE_URL, GITHUB_API, GITHUB_TOKEN, PORT = '3000', STAFF_KEY } = process.env
const database = await openDatabase(DATABASE_URL, '.data')
const addresses = new WeakMap()
const receiver = createReceiver({
  query: database.query,
  cors: ['https://shop.example'],
  rateLimit: { perMinute: 60, address: request => addresses.get(request) },
  ...(GITHUB_TOKEN && { forwarding: { to: { github: github({ repository: 'acme/shop', token: GITHUB_TOKEN, api: GITHUB_API }) } } }),
})
const inbox = createInbox({
  query: database.query,
  // Your own log-in goes here.
  authorize: request => Boolean(STAFF_KEY) && request.headers.get('authorization') === `Bearer ${STAFF_KEY}`,
})

await receiver.migrate()
receiver.startForwarding()
const server = Bun.serve({
  port: PORT,
  // Streams of news are silent for up to 25 seconds; Bun ends what is silent for 10.
  idleTimeout: 60,
  fetch(request, server) {
    // The connection's. Behind a proxy it is the header that this proxy sets, and no other.
    addresses.set(request, server.requestIP(request)?.address)
    return (new URL(request.url).pathname.startsWith('/inbox/') ? inbox : receiver).handle(request)
  },
})

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await receiver.close()
    await server.stop()
    await database.close()
    process.exit()
  })
}
