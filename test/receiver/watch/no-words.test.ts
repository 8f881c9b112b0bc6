import assert from 'node:assert/strict'
import { it, mock } from 'node:test'
import type { Forwarder } from '../../../src/receiver/forwarding/forwarder.ts'
import { createInbox } from '../../../src/receiver/inbox.ts'
import type { Query } from '../../../src/receiver/query.ts'
import { createReceiver } from '../../../src/receiver/receiver.ts'
import { jsonLines } from '../../../src/receiver/watch/json-lines.ts'
import type { LogEntry } from '../../../src/receiver/watch/log-entry.ts'
import { createMetrics } from '../../../src/receiver/watch/prometheus.ts'
import { onEachDatabase } from '../databases.ts'
import { monday } from '../open-inbox.ts'
import { endpoint, postForm } from '../requests.ts'
import { databaseError, failures, marker, markedIssue, sentence } from './marked.ts'

const inboxAt = 'https://desk.example/inbox'

/** Everything that a request has room for, in such words. */
function marked(url: string, method: string, body?: unknown, headers: Record<string, string> = {}): Request {
  const address = new URL(url)
  address.searchParams.set(marker(), sentence())
  return new Request(address, {
    method,
    headers: {
      [marker()]: marker(), 'x-request-id': marker(), traceparent: marker(), 'user-agent': marker(), 'x-forwarded-for': marker(), referer: marker(),
      'idempotency-key': marker(), authorization: `Bearer ${marker()}`, 'earshot-identity': marker(), 'earshot-earlier': marker(),
      'if-none-match': marker(), 'content-type': 'application/json', ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
}

onEachDatabase('what is logged and counted', query => {
  /** Both sides of a shop, everything going wrong in turn, and all that was told of it. */
  async function open(site: string, options: { silent?: boolean } = {}) {
    const told: string[] = []
    const entries: LogEntry[] = []
    const write = jsonLines(line => told.push(line), 'debug')
    const log = options.silent ? {} : { log: (entry: LogEntry) => (entries.push(entry), write(entry)) }
    const metrics = await createMetrics({ authorize: () => true, process: false })
    let fault: ((text: string) => Error | undefined) | undefined
    const faulty: Query = async (text, values) => {
      const error = fault?.(text)
      if (error) throw error
      return query(text, values)
    }
    let failing: unknown[] = []
    const broken: Forwarder = { async send() { throw failing.shift() ?? new Error(sentence()) } }
    const hooked: Forwarder = { ...broken, async hook() { throw new Error(sentence()) } }
    const shared = { site, query: faulty, ...log, metrics }
    const receiver = createReceiver({
      ...shared, clock: { now: () => monday, after: () => () => {} }, forwarding: { to: { broken, hooked }, attempts: 2 },
      rateLimit: { perMinute: 10_000, address: request => request.headers.get('x-forwarded-for') ?? '' },
      async identity() {
        if (fault) throw new Error(sentence())
        return { sub: marker(), email: marker() }
      },
    })
    const inbox = createInbox({ ...shared, authorize: () => true })
    const end = async (response: Response) => {
      await response.body?.cancel()
      return response
    }
    return {
      told, entries, metrics, receiver,
      failWith: (errors: unknown[]) => failing = errors,
      breakDatabase: (how?: (text: string) => Error | undefined) => fault = how,
      send: async (request: Request) => end(await receiver.handle(request)),
      staff: async (request: Request) => end(await inbox.handle(request)),
    }
  }

  /** Every route, by every method. */
  async function askEverything({ send, staff }: Awaited<ReturnType<typeof open>>, id = marker(), token = marker()) {
    const bearer = { authorization: `Bearer ${token}` }
    const paths = ['', '/open', '/people', '/openapi.json', '/metrics', `/hooks/${marker()}`, '/hooks/hooked', ...['', '/messages', `/attachments/${marker()}`, '/events', '/shares', '/proof', `/${marker()}`].map(part => `/${id}${part}`)]
    for (const path of paths) {
      for (const method of ['GET', 'POST', 'DELETE', 'PUT', 'OPTIONS', marker().toUpperCase()]) {
        const body = method === 'GET' ? undefined : { id: marker(), text: sentence(), code: marker(), [marker()]: marker() }
        await send(marked(endpoint + path, method, body, bearer))
        await send(marked(`${endpoint}/${marker()}`, method, body))
      }
    }
    const inbox = ['/issues', `/issues/${id}`, `/issues/${id}/messages`, `/attachments/${marker()}`, '/notes', '/kudos', '/forwards', `/forwards/${marker()}/retry`, '/forwards/1/give-up', '/duty', `/${marker()}`, `/issues/${id}/${marker()}`]
    for (const path of inbox) {
      for (const method of ['GET', 'POST', 'PATCH', 'PUT', 'DELETE']) {
        const body = method === 'GET' ? undefined : { text: sentence(), author: { name: marker() }, owner: { name: marker() }, status: marker(), topic: marker(), person: marker(), rung: marker() }
        await staff(marked(`${inboxAt}${path}`, method, body))
        await staff(marked(`${inboxAt}${path}?q=${marker()}&before=${marker()}&level=${marker()}`, method, body))
      }
    }
  }

  async function everything(shop: Awaited<ReturnType<typeof open>>) {
    await shop.receiver.migrate()
    const issue = markedIssue()
    const taken = await shop.receiver.handle(marked(endpoint, 'POST', issue, { 'idempotency-key': issue.id }))
    assert.equal(taken.status, 201)
    const { token } = await taken.json() as { token: string }
    const files = markedIssue(['one', 'two'])
    assert.equal((await shop.send(postForm(files, files.attachments!.map(({ id }) => [id, new Uint8Array([7])])))).status, 201)
    for (const wrong of [`{"${marker()}`, { ...issue, kind: marker() }, { ...issue, story: [marker()] }, { ...markedIssue(), id: issue.id }, [marker()], sentence()]) {
      assert.ok((await shop.send(marked(endpoint, 'POST', wrong, { 'idempotency-key': issue.id }))).status >= 400)
    }
    await askEverything(shop, issue.id, token)
    for (const errors = failures(); errors.length;) {
      shop.failWith(errors.splice(0, 4))
      const another = markedIssue()
      assert.equal((await shop.send(marked(endpoint, 'POST', another, { 'idempotency-key': another.id }))).status, 201)
      await shop.receiver.forward()
    }
    // Refused by the database itself, which quotes what it was given; and by one that quotes everything it could.
    const real = (await query('select $1::int', [marker()]).then(() => assert.fail(), (error: unknown) => error)) as Error
    assert.match(real.message, /Zqmark/)
    for (const error of [real, databaseError(), new Error(sentence()), Object.assign(new Error(sentence()), { code: 'ECONNREFUSED', address: marker() })]) {
      shop.breakDatabase(text => (/earshot_migrations/.test(text) ? undefined : error))
      await askEverything(shop, issue.id, token)
      const late = markedIssue()
      assert.equal((await shop.send(marked(endpoint, 'POST', late, { 'idempotency-key': late.id }))).status, 503)
      await shop.receiver.forward().catch(() => {})
      shop.breakDatabase()
    }
    await askEverything(shop, issue.id, token)
    await shop.receiver.close()
    return (await shop.metrics.handle(new Request('https://desk.example/metrics'))).text()
  }

  // Whoever looks for one of these words finds every place where one could have come through.
  const assertNoWords = (text: string) => assert.equal(/.{0,80}zqmark.{0,40}/i.exec(text)?.[0], undefined)

  it('has no word of a customer\'s in it, whatever goes wrong', async () => {
    const quiet = mock.method(console, 'error', () => {})
    const shop = await open('words')
    const figures = await everything(shop)
    assert.equal(quiet.mock.callCount(), 0)
    quiet.mock.restore()
    assertNoWords(shop.told.join('\n'))
    assertNoWords(JSON.stringify(shop.entries))
    assertNoWords(figures)
    // Nothing was proven if nothing was told.
    assert.ok(shop.told.length > 500)
    const events = new Set(shop.entries.map(({ event }) => event))
    for (const event of ['request', 'forward', 'error', 'database-away', 'database-back', 'closing', 'closed']) assert.ok(events.has(event as LogEntry['event']), event)
    const routes = new Set(shop.entries.flatMap(entry => (entry.event === 'request' ? [`${entry.side} ${entry.route}`] : [])))
    for (const route of ['/', '/open', '/*', '/*/messages', '/*/attachments/*', '/*/events', '/*/shares', '/hooks/*', '/metrics']) assert.ok(routes.has(`receiver ${route}`), route)
    for (const route of ['/issues', '/issues/*', '/issues/*/messages', '/notes', '/forwards/*/retry', '/duty']) assert.ok(routes.has(`inbox ${route}`), route)
    assert.match(figures, /earshot_forward_failures_total\{forwarder="broken",code="transport\/refused"\} [1-9]/)
    assert.match(figures, /earshot_errors_total\{name="DatabaseError"\} [1-9]/)
  })

  it('has none on the console either, where nobody listens', async () => {
    const said: unknown[][] = []
    const console_ = mock.method(console, 'error', (...words: unknown[]) => said.push(words))
    await everything(await open('console', { silent: true }))
    console_.mock.restore()
    assert.ok(said.length > 20)
    assert.ok(said.every(words => words.length === 1 && typeof words[0] === 'string'))
    assertNoWords(said.flat().join('\n'))
  })
})
