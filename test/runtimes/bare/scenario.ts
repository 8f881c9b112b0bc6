import type { createIdentity, createInbox, createReceiver, Query, s3 } from '../../../src/receiver/index.ts'
import type { github } from '../../../src/receiver/forwarders/github.ts'
import type { webhook } from '../../../src/receiver/forwarders/webhook.ts'
import type { Surroundings } from './surroundings.ts'

/** What a bundler or a loader has put together of the package. */
export interface Doors {
  createReceiver: typeof createReceiver
  createInbox: typeof createInbox
  createIdentity: typeof createIdentity
  s3: typeof s3
  github: typeof github
  webhook: typeof webhook
}

/** What Node, and nobody else, puts into the global scope. */
const ofNode = ['process', 'Buffer', 'global', 'require', 'module', 'setImmediate', '__dirname']
const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3)
const at = 'https://desk.example'

/** A statement over HTTP: in a worker the database is always somewhere else. */
const queryAt = (url: string): Query => async (text, values = []) => {
  const pack = (value: unknown): unknown => {
    if (value instanceof Uint8Array) return { bytes: btoa(Array.from(value, byte => String.fromCharCode(byte)).join('')) }
    return Array.isArray(value) ? { list: value.map(pack) } : { value }
  }
  const response = await fetch(url, { method: 'POST', body: JSON.stringify([text, values.map(pack)]) })
  if (!response.ok) throw Object.assign(new Error(await response.text()), { code: response.headers.get('code') })
  const unpack = (_: string, value: unknown) => {
    const { bytes, date } = (value ?? {}) as { bytes?: string; date?: string }
    if (typeof date === 'string') return new Date(date)
    return typeof bytes === 'string' ? Uint8Array.from(atob(bytes), letter => letter.charCodeAt(0)) : value
  }
  return JSON.parse(await response.text(), unpack) as { rows: Record<string, unknown>[] }
}

/**
 * Everything a customer, the staff and other systems do with a receiver, by nothing but what the web has.
 * Answers with what was seen, as JSON; the test says what that should be.
 */
export async function scenario(doors: Doors, { database, bucket, hooks, tracker, token }: Surroundings): Promise<Record<string, unknown>> {
  const query = queryAt(database)
  const reported: string[] = []
  const report = (error: unknown) => void reported.push(String(error))
  const site = crypto.randomUUID()
  const files = doors.s3(bucket)
  const receiver = doors.createReceiver({
    query, site, files, report, cors: ['https://shop.example'],
    identity: await doors.createIdentity({ secret: token.secret, audience: 'earshot' }),
    rateLimit: { perMinute: 1_000, address: () => 'one' },
    forwarding: { to: {
      github: doors.github({ repository: 'acme/shop', token: tracker.token, api: tracker.api }),
      webhook: doors.webhook({ ...hooks, unencrypted: true }),
    } },
  })
  const inbox = doors.createInbox({ query, site, files, report, authorize: request => request.headers.get('authorization') === 'Bearer staff' })
  const ask = (path: string, init: RequestInit = {}, bearer?: string) => {
    const headers = new Headers(init.headers)
    if (bearer) headers.set('authorization', `Bearer ${bearer}`)
    const request = new Request(at + path, { ...init, headers })
    return path.startsWith('/inbox') ? inbox.handle(request) : receiver.handle(request)
  }
  const json = (value: object): RequestInit => ({ method: 'POST', body: JSON.stringify(value), headers: { 'content-type': 'application/json' } })
  const read = async (response: Promise<Response>) => await (await response).json() as Record<string, unknown>
  const status = async (response: Promise<Response>) => (await response).status

  const id = crypto.randomUUID()
  const issue = {
    version: 1, id, createdAt: new Date().toISOString(), kind: 'problem', summary: 'It whistles', story: 'It whistles at night · مرحبا',
    contact: { email: 'ann@shop.example', channel: 'email' },
    attachments: [{ id: 'f1', name: 'lamp.png', type: 'image/png', size: picture.length }],
  }
  const send = () => {
    const form = new FormData()
    form.set('issue', new Blob([JSON.stringify(issue)], { type: 'application/json' }))
    form.append('f1', new Blob([picture], { type: 'image/png' }), 'lamp.png')
    return ask('/issues', { method: 'POST', body: form, headers: { 'idempotency-key': id, 'earshot-identity': token.signed } })
  }
  const [first, again] = [await send(), await send()]
  const receipt = await first.json() as { token: string; reference: string }
  const key = receipt.token
  const same = JSON.stringify(await again.json()) === JSON.stringify(receipt)

  const preflight = await ask('/issues', { method: 'OPTIONS', headers: { origin: 'https://shop.example' } })
  const keyed = (value: object, type = 'application/json'): RequestInit =>
    ({ method: 'POST', body: JSON.stringify(value), headers: { 'content-type': type, 'idempotency-key': id } })
  const wrong = [
    status(ask('/issues', keyed({ version: 1, id }))),
    status(ask('/issues', keyed({}, 'multipart/form-data; boundary=x'))),
    status(ask('/issues', keyed({ ...issue, story: 'x'.repeat(2 ** 21) }))),
    status(ask(`/issues/${id}`, {}, 'guessed')),
    status(ask('/inbox/issues')),
    status(ask('/elsewhere')),
  ]
  const said = await status(ask(`/issues/${id}/messages`, json({ id: crypto.randomUUID(), text: 'It is the red one' }), key))
  const answered = await status(ask(`/inbox/issues/${id}/messages`, json({ text: 'A new lid is on its way.', author: { name: 'Marit' } }), 'staff'))
  const thread = await read(ask(`/issues/${id}`, {}, key)) as { status: string; messages: { text: string }[] }
  const file = new Uint8Array(await (await ask(`/issues/${id}/attachments/f1`, {}, key)).arrayBuffer())

  const events = await ask(`/issues/${id}/events`, {}, key)
  const reader = events.body!.getReader()
  const news = new TextDecoder().decode((await reader.read()).value)
  await reader.cancel()

  const { code } = await read(ask(`/issues/${id}/shares`, { method: 'POST' }, key)) as { code: string }
  const opened = await read(ask('/issues/open', json({ code }))) as { receipt: { token: string } }
  const mine = await read(ask('/issues', { headers: { 'earshot-identity': token.signed } })) as { requests: object[] }
  const { issues } = await read(ask('/inbox/issues', {}, 'staff')) as { issues: { id: string; reference: string }[] }
  const api = await read(ask('/issues/openapi.json'))
  const known = [
    status(ask(`/issues/${id}`, {}, opened.receipt.token)), status(ask('/issues/people')), status(ask('/issues/health')), status(ask('/issues/ready')),
  ]
  const others = await Promise.all(known)
  const round = await receiver.forward()
  receiver.startForwarding()
  await receiver.close()
  return {
    globals: ofNode.filter(name => name in globalThis), reported, sent: [first.status, again.status, same],
    preflight: [preflight.status, preflight.headers.get('access-control-allow-origin')],
    wrong: await Promise.all(wrong), said, answered, status: thread.status, messages: thread.messages.map(({ text }) => text),
    file: String(file) === String(picture), events: [events.headers.get('content-type'), news],
    others, mine: mine.requests.length,
    listed: issues.map(listed => [listed.id === id, listed.reference === receipt.reference]), openapi: api['openapi'], round,
    closed: await status(ask('/issues/people')),
  }
}
