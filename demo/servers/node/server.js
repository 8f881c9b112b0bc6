import { github } from 'earshot/forwarders/github'
import { createInbox, createReceiver, openDatabase } from 'earshot/receiver'
import { serve } from 'srvx'

const { DATABASE_URL, GITHUB_API, GITHUB_TOKEN, PORT = '3000', STAFF_KEY } = process.env
const database = await openDatabase(DATABASE_URL, '.data')
const receiver = createReceiver({
  query: database.query,
  cors: ['https://shop.example'],
  // Behind a proxy: serve({ trustProxy: true, … }), and this is the address that the proxy names.
  rateLimit: { perMinute: 60, address: request => request.ip },
  ...(GITHUB_TOKEN && { forwarding: { to: { github: github({ repository: 'acme/shop', token: GITHUB_TOKEN, api: GITHUB_API }) } } }),
})
const inbox = createInbox({
  query: database.query,
  // Your own log-in goes here.
  authorize: request => Boolean(STAFF_KEY) && request.headers.get('authorization') === `Bearer ${STAFF_KEY}`,
})

await receiver.migrate()
receiver.startForwarding()
const server = serve({
  port: PORT,
  // The one below also waits for what is being passed on.
  gracefulShutdown: false,
  fetch: request => (new URL(request.url).pathname.startsWith('/inbox/') ? inbox : receiver).handle(request),
})

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await receiver.close()
    await server.close()
    await database.close()
  })
}
