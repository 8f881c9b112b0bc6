import { serve } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import { github } from 'earshot/forwarders/github'
import { createInbox, createReceiver, openDatabase } from 'earshot/receiver'
import { Hono } from 'hono'

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
const app = new Hono()
app.all('/issues/*', c => {
  // The connection's. Behind a proxy it is the header that this proxy sets, and no other.
  addresses.set(c.req.raw, getConnInfo(c).remote.address)
  return receiver.handle(c.req.raw)
})
app.all('/inbox/*', c => inbox.handle(c.req.raw))
const server = serve({ fetch: app.fetch, port: Number(PORT) })

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await receiver.close()
    await new Promise(done => server.close(done))
    await database.close()
  })
}
