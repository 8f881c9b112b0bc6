import { github } from 'earshot/forwarders/github'
import { createInbox, createReceiver, s3 } from 'earshot/receiver'
import pg from 'pg'

/** A connection belongs to the request that opened it, so each request has a receiver of its own. Hyperdrive keeps the real ones open. */
function open({ DB, RECEIPT_SECRET, R2_ENDPOINT, R2_KEY_ID, R2_KEY, GITHUB_API, GITHUB_TOKEN, STAFF_KEY }) {
  const pool = new pg.Pool({ connectionString: DB.connectionString, max: 4 })
  const query = (text, values) => pool.query(text, values)
  const files = s3({ endpoint: R2_ENDPOINT, region: 'auto', bucket: 'pictures', accessKeyId: R2_KEY_ID, secretAccessKey: R2_KEY })
  const receiver = createReceiver({
    query,
    files,
    secret: RECEIPT_SECRET,
    cors: ['https://shop.example'],
    ...(GITHUB_TOKEN && { forwarding: { to: { github: github({ repository: 'acme/shop', token: GITHUB_TOKEN, api: GITHUB_API }) } } }),
  })
  const inbox = createInbox({
    query,
    files,
    // Your own log-in goes here.
    authorize: request => Boolean(STAFF_KEY) && request.headers.get('authorization') === `Bearer ${STAFF_KEY}`,
  })
  return { receiver, inbox }
}

export default {
  async fetch(request, env, context) {
    // Counted at Cloudflare: what a receiver counts ends with its request.
    const { success } = await env.LIMIT.limit({ key: request.headers.get('cf-connecting-ip') ?? '' })
    if (!success) return new Response('Too many requests', { status: 429, headers: { 'retry-after': '60', 'access-control-allow-origin': '*' } })

    const { receiver, inbox } = open(env)
    const response = await (new URL(request.url).pathname.startsWith('/inbox/') ? inbox : receiver).handle(request)
    if (request.method === 'POST' && response.ok) context.waitUntil(receiver.forward())
    return response
  },

  // Once a minute: what could not be passed on at once.
  scheduled: (_, env, context) => context.waitUntil(open(env).receiver.forward()),
}
