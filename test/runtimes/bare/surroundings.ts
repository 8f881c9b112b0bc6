// What a receiver in a bare runtime reaches over HTTP: a database, a bucket, GitHub and a system that takes signed webhooks.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SignJWT } from 'jose'
import { openPglite } from '../../../src/receiver/pglite.ts'
import { keys, startS3 } from '../../receiver/files/s3-server.ts'
import { startWebhooks } from '../../receiver/forwarders/webhook-server.ts'
import { startTracker } from '../servers/tracker.ts'

/** Addresses and secrets, as JSON. */
export interface Surroundings {
  database: string
  bucket: { endpoint: string; region: string; bucket: string; accessKeyId: string; secretAccessKey: string }
  hooks: { url: string; secret: string }
  tracker: { api: string; token: string }
  /** The site's: of a customer it has signed in. */
  token: { secret: string; signed: string }
}

async function listen(answer: RequestListener) {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => (server.close(), server.closeAllConnections()) }
}

type Packed = { bytes: string } | { list: Packed[] } | { value: unknown }
const unpack = (packed: Packed): unknown => {
  if ('bytes' in packed) return new Uint8Array(Buffer.from(packed.bytes, 'base64'))
  return 'list' in packed ? packed.list.map(unpack) : packed.value
}
const pack = (value: unknown): unknown => {
  if (value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('base64') }
  return value instanceof Date ? { date: value.toISOString() } : value
}

/** Starts all of them; `tracked` and `told` are what arrived at GitHub and by webhook. */
export async function startSurroundings() {
  const pglite = await openPglite()
  const database = await listen((request, response) => void buffer(request).then(async body => {
    const [text, values] = JSON.parse(body.toString()) as [string, Packed[]]
    const { rows } = await pglite.query(text, values.map(unpack))
    response.end(JSON.stringify({ rows: rows.map(row => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, pack(value)]))) }))
  }).catch((error: { code?: string }) => response.writeHead(500, { code: error.code ?? '' }).end(String(error))))

  const store = await startS3()
  const secret = `whsec_${randomBytes(32).toString('base64')}`
  const webhooks = await startWebhooks(secret)
  const tracker = await startTracker()

  const shared = randomBytes(32).toString('hex')
  const signed = await new SignJWT({ sub: 'ann', aud: 'earshot' }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('5m')
    .sign(new TextEncoder().encode(shared))
  const surroundings: Surroundings = {
    database: database.url,
    bucket: { endpoint: store.endpoint, region: 'eu-test-1', bucket: 'pictures', ...keys },
    hooks: { url: webhooks.url, secret },
    tracker: { api: tracker.api, token: tracker.token },
    token: { secret: shared, signed },
  }
  return {
    surroundings,
    tracked: () => tracker.issues.map(({ title }) => title),
    told: () => [...webhooks.taken.values()].map(({ event }) => event.type),
    async stop() {
      await Promise.all([database.stop(), tracker.stop(), store.stop(), webhooks.stop()])
      await pglite.close()
    },
  }
}

/** What the scenario sees wherever the receiver is whole. */
export function expectAll(seen: Record<string, unknown>): void {
  assert.deepEqual(seen, {
    globals: [], reported: [], sent: [201, 200, true], preflight: [204, 'https://shop.example'], wrong: [422, 400, 413, 401, 401, 404],
    said: 201, answered: 201, status: 'answered', messages: ['It is the red one', 'A new lid is on its way.'], file: true,
    events: ['text/event-stream', 'event: news\ndata:\n\n'], others: [200, 200, 200, 200], mine: 1, listed: [[true, true]], openapi: '3.1.0', round: { done: 4, failed: 0 },
    closed: 503,
  })
}
