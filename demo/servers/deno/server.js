import { github } from 'earshot/forwarders/github'
import { createInbox, createReceiver, openPostgres } from 'earshot/receiver'

const database = await openPostgres(Deno.env.get('DATABASE_URL'))
const [staffKey, token, api] = ['STAFF_KEY', 'GITHUB_TOKEN', 'GITHUB_API'].map(name => Deno.env.get(name))
const addresses = new WeakMap()
const receiver = createReceiver({
  query: database.query,
  cors: ['https://shop.example'],
  rateLimit: { perMinute: 60, address: request => addresses.get(request) },
  ...(token && { forwarding: { to: { github: github({ repository: 'acme/shop', token, api }) } } }),
})
const inbox = createInbox({
  query: database.query,
  // Your own log-in goes here.
  authorize: request => Boolean(staffKey) && request.headers.get('authorization') === `Bearer ${staffKey}`,
})

await receiver.migrate()
receiver.startForwarding()
const server = Deno.serve({ port: Number(Deno.env.get('PORT') ?? 3000) }, (request, { remoteAddr }) => {
  // The connection's. Behind a proxy it is the header that this proxy sets, and no other.
  addresses.set(request, remoteAddr.hostname)
  return (new URL(request.url).pathname.startsWith('/inbox/') ? inbox : receiver).handle(request)
})

for (const signal of ['SIGINT', 'SIGTERM']) {
  Deno.addSignalListener(signal, async () => {
    await receiver.close()
    await server.shutdown()
    await database.close()
    Deno.exit()
  })
}
