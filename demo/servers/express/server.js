import { github } from 'earshot/forwarders/github'
import { createInbox, createReceiver, openDatabase } from 'earshot/receiver'
import express from 'express'
import { toNodeHandler } from 'srvx/node'

const { DATABASE_URL, GITHUB_API, GITHUB_TOKEN, PORT = '3000', STAFF_KEY } = process.env
const database = await openDatabase(DATABASE_URL, '.data')
const receiver = createReceiver({
  query: database.query,
  cors: ['https://shop.example'],
  // Express's own: behind a proxy, app.set('trust proxy', 1) makes it the address that the proxy names.
  rateLimit: { perMinute: 60, address: request => request.runtime.node.req.ip },
  ...(GITHUB_TOKEN && { forwarding: { to: { github: github({ repository: 'acme/shop', token: GITHUB_TOKEN, api: GITHUB_API }) } } }),
})
const inbox = createInbox({
  query: database.query,
  // Your own log-in goes here.
  authorize: request => Boolean(STAFF_KEY) && request.headers.get('authorization') === `Bearer ${STAFF_KEY}`,
})

await receiver.migrate()
receiver.startForwarding()
const app = express()
// Before express.json() and its like: a body that was read by them is gone. With `all`, because `use` would take the path away.
app.all('/issues{/*rest}', toNodeHandler(receiver.handle))
app.all('/inbox/*rest', toNodeHandler(inbox.handle))
app.use(express.json())
app.post('/basket', (request, response) => response.json({ items: request.body.items }))
const server = app.listen(PORT)

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await receiver.close()
    await new Promise(done => server.close(done))
    await database.close()
  })
}
