import assert from 'node:assert/strict'
import { it } from 'node:test'
import { createHash } from 'node:crypto'
import { seal } from '../../src/core/issue/seal.ts'
import type { Thread } from '../../src/core/issue/thread.ts'
import type { Clock } from '../../src/core/support/clock.ts'
import { createReceiver } from '../../src/receiver/receiver.ts'
import type { ReceiverOptions } from '../../src/receiver/settings.ts'
import { hostileStrings } from '../core/issue/hostile-strings.ts'
import { onEachDatabase } from './databases.ts'
import { endpoint, getThread, newIssue, post, postForm, postReply, problemOf, receiptOf } from './requests.ts'

const stopped: Clock = { now: () => Date.UTC(2026, 10, 21, 10), after: () => () => {} }
let sites = 0

onEachDatabase('the receiver', query => {
  /** A receiver for a site of its own, so that tests never see one another's issues. */
  function open(options: Partial<ReceiverOptions> = {}) {
    const site = `site-${++sites}`
    const receiver = createReceiver({ query, site, clock: stopped, report: error => { throw error }, ...options })
    const rows = async (columns: string, table = 'issues', where = 'true') =>
      (await query(`select ${columns} from ${table} where ${where}${table === 'issues' ? ' and site = $1' : ' and issue in (select seq from issues where site = $1)'}`, [site])).rows
    return { ...receiver, rows, site }
  }

  it('takes an issue and answers with a receipt that names it', async () => {
    const { handle } = open({ owner: { name: 'Maria' }, answersWithin: 24, next: 'Call us.' })
    const issue = newIssue()
    const response = await handle(post(issue))
    assert.equal(response.status, 201)
    assert.equal(response.headers.get('location'), `/issues/${issue.id}`)
    assert.equal(response.headers.get('cache-control'), 'no-store')
    const { reference, token, ...receipt } = await receiptOf(response)
    assert.match(reference, /^E-[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{2}$/)
    assert.match(token!, /^[\w-]{43}$/)
    assert.deepEqual(receipt, {
      id: issue.id, owner: { name: 'Maria' }, expectBy: '2026-11-22T10:00:00.000Z', next: 'Call us.', acceptedAt: '2026-11-21T10:00:00.000Z',
    })
  })

  it('gives the same receipt with 200 when the same issue comes again', async () => {
    const { handle, rows } = open()
    const issue = newIssue()
    const first = await receiptOf(await handle(post(issue)))
    const again = await handle(post(issue))
    assert.equal(again.status, 200)
    assert.deepEqual(await receiptOf(again), first)
    assert.equal((await rows('id')).length, 1)
  })

  it('gives the same receipt after a restart with other settings', async () => {
    const { handle, site } = open({ owner: { name: 'Maria' } })
    const issue = newIssue()
    const first = await receiptOf(await handle(post(issue)))
    const restarted = createReceiver({ query, site, owner: { name: 'Ben' } })
    assert.deepEqual(await receiptOf(await restarted.handle(post(issue))), first)
  })

  it('refuses another body under the same key', async () => {
    const { handle, rows } = open()
    const issue = newIssue()
    await handle(post(issue))
    const response = await handle(post({ ...issue, story: 'Edited' }))
    assert.equal(response.status, 422)
    assert.equal(response.headers.get('content-type'), 'application/problem+json')
    assert.deepEqual((await rows("body->>'story' as story")).map(row => row['story']), [issue.story])
  })

  it('takes the same id on two sites', async () => {
    const issue = newIssue()
    assert.equal((await open().handle(post(issue))).status, 201)
    assert.equal((await open().handle(post({ ...issue, story: 'Of another site' }))).status, 201)
  })

  it('stores one issue when the same key comes twenty times at once', async () => {
    const { handle, rows } = open()
    const issue = newIssue({ observations: [{ text: 'late', topic: 'delivery' }] })
    const responses = await Promise.all(Array.from({ length: 20 }, () => handle(post(issue))))
    const statuses = responses.map(response => response.status)
    assert.equal(statuses.filter(status => status === 201).length, 1, statuses.join())
    assert.ok(statuses.every(status => [200, 201, 409].includes(status)), statuses.join())
    assert.ok(responses.filter(response => response.status === 409).every(response => Number(response.headers.get('retry-after')) >= 1))
    assert.equal((await rows('id')).length, 1)
    assert.equal((await rows('text', 'observations')).length, 1)
  })

  it('stores one issue when several processes take the same key at once', async () => {
    const { rows, site } = open()
    const issue = newIssue()
    const responses = await Promise.all(Array.from({ length: 10 }, () => createReceiver({ query, site }).handle(post(issue))))
    const receipts = await Promise.all(responses.map(receiptOf))
    assert.deepEqual(responses.map(response => response.status).sort(), [...Array<number>(9).fill(200), 201])
    assert.equal(new Set(receipts.map(receipt => JSON.stringify(receipt))).size, 1)
    assert.equal((await rows('id')).length, 1)
  })

  it('says 409 while the key is in progress, and takes it afterwards', async () => {
    let release = () => {}
    const gate = new Promise<void>(resolve => { release = resolve })
    let reached = () => {}
    const waiting = new Promise<void>(resolve => { reached = resolve })
    const { handle } = open({
      query: async (text, values) => {
        if (text.includes('insert into issues')) {
          reached()
          await gate
        }
        return query(text, values)
      },
    })
    const issue = newIssue()
    const first = handle(post(issue))
    await waiting
    assert.equal((await handle(post(issue))).status, 409)
    release()
    assert.equal((await first).status, 201)
    assert.equal((await handle(post(issue))).status, 200)
  })

  it('finds another reference when one is taken', async () => {
    let draws = 0
    const { handle } = open({ secret: 's', random: bytes => bytes.fill(++draws < 3 ? 1 : 2) })
    const first = await receiptOf(await handle(post(newIssue())))
    const second = await receiptOf(await handle(post(newIssue())))
    assert.deepEqual([first.reference, second.reference], ['E-3333-33', 'E-4444-44'])
  })

  it('keeps the body byte for byte, and beside it as data', async () => {
    const { handle, rows } = open()
    for (const text of [...hostileStrings, '\u0000 and \ud800']) {
      const issue = newIssue({ story: 'x' })
      const body = JSON.stringify({ ...issue, later: { text, absent: null } }, null, 1)
      const response = await handle(post(body, {}, issue.id))
      assert.equal(response.status, 201, JSON.stringify(text))
      const [row] = await rows("raw, body->'later'->'text' as text", 'issues', `id = '${issue.id}'`)
      assert.equal(row!['raw'], body)
      assert.equal(row!['text'], text.replace('\0', '\ufffd').replace('\ud800', '\ufffd'))
    }
  })

  it('keeps only a hash of the token', async () => {
    const { handle, rows } = open()
    const { token } = await receiptOf(await handle(post(newIssue())))
    assert.doesNotMatch(JSON.stringify(await rows('*')), new RegExp(token!))
  })

  it('keeps observations with their topics', async () => {
    const { handle, rows } = open()
    await handle(post(newIssue({ observations: [{ text: 'late', topic: 'delivery' }, { text: 'kind driver' }] })))
    assert.deepEqual(await rows('text, topic', 'observations'), [{ text: 'late', topic: 'delivery' }, { text: 'kind driver', topic: null }])
  })

  it('takes files beside the issue and knows a repeat by their bytes, too', async () => {
    const { handle, rows } = open()
    const bytes = new Uint8Array([0x89, 0x50, 0, 255])
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const issue = newIssue({ attachments: [{ id: 'a1', name: 'Bild ü.png', type: 'image/png', size: 4, sha256, bytes: bytes.buffer }] })
    assert.equal((await handle(postForm(issue, [['a1', bytes]]))).status, 201)
    assert.equal((await handle(postForm(issue, [['a1', bytes]]))).status, 200)
    const [row] = await rows('id, name, size::int as size, sha256, bytes', 'attachments')
    assert.deepEqual({ ...row, bytes: [...row!['bytes'] as Uint8Array] }, { id: 'a1', name: 'Bild ü.png', size: 4, sha256, bytes: [...bytes] })
  })

  it('matches files by order where their names say nothing', async () => {
    const { handle, rows } = open()
    const info = (id: string) => ({ id, name: id, type: 'text/plain', size: 1, bytes: new ArrayBuffer(1) })
    const issue = newIssue({ attachments: [info('a'), info('b')] })
    assert.equal((await handle(postForm(issue, [['file', new Uint8Array([1])], ['file', new Uint8Array([2])]]))).status, 201)
    assert.deepEqual((await rows('id, bytes', 'attachments')).map(row => [row['id'], (row['bytes'] as Uint8Array)[0]]), [['a', 1], ['b', 2]])
  })

  it('refuses files that are not what the issue says', async () => {
    const { handle, rows } = open()
    const attachment = { id: 'a', name: 'a', type: 'image/png', size: 2, bytes: new ArrayBuffer(2) }
    const refusals: [response: Response, pointer: string][] = [
      [await handle(post(newIssue({ attachments: [attachment] }))), '/attachments'],
      [await handle(postForm(newIssue(), [['a', new Uint8Array(2)]])), '/attachments'],
      [await handle(postForm(newIssue({ attachments: [attachment] }), [['a', new Uint8Array(3)]])), '/attachments/0/size'],
      [await handle(postForm(newIssue({ attachments: [{ ...attachment, sha256: '00' }] }), [['a', new Uint8Array(2)]])), '/attachments/0/sha256'],
    ]
    for (const [response, pointer] of refusals) {
      assert.equal(response.status, 422)
      assert.equal((await problemOf(response)).errors?.[0]?.pointer, pointer)
    }
    assert.equal((await rows('id')).length, 0)
  })

  it('says what is wrong and where', async () => {
    const { handle, rows } = open()
    const issue = newIssue()
    const response = await handle(post({ ...issue, story: 'x'.repeat(10_001), 'a/b': { constructor: 1 } }))
    assert.equal(response.status, 422)
    assert.deepEqual((await problemOf(response)).errors, [{ pointer: '/a~1b/constructor', detail: 'expected another key, got constructor' }])
    const long = await problemOf(await handle(post({ ...issue, story: 'x'.repeat(10_001), kind: 'rant' as never })))
    assert.deepEqual(long.errors?.map(error => error.pointer), ['/kind', '/story'])
    assert.equal((await rows('id')).length, 0)
  })

  it('refuses what it cannot read', async () => {
    const { handle } = open()
    const issue = newIssue()
    const deep = `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    const cases: [request: Request, status: number][] = [
      [post('{', {}, 'k'), 400],
      [post('', {}, 'k'), 400],
      [post(deep, {}, 'k'), 400],
      [post('"text"', {}, 'k'), 422],
      [post('null', {}, 'k'), 422],
      [new Request(endpoint, { method: 'POST', body: new Uint8Array([0x22, 0xff, 0x22]), headers: { 'content-type': 'application/json', 'idempotency-key': 'k' } }), 400],
      [post(issue, { 'content-type': 'text/plain' }), 415],
      [post(issue, { 'content-encoding': 'gzip' }), 415],
      [post(issue, { 'content-type': 'multipart/form-data; boundary=x' }), 400],
      [post(issue, {}, ''), 400],
      [post(issue, {}, 'another'), 422],
      [post(issue, {}, `"${issue.id}"`), 201],
    ]
    for (const [request, status] of cases) {
      const response = await handle(request)
      assert.equal(response.status, status)
      if (status !== 201) assert.equal((await problemOf(response)).status, status)
    }
  })

  it('refuses what is too large before it has read it all', async () => {
    const { handle } = open({ limits: { issue: 2_000 } })
    let pulled = 0
    const endless = new ReadableStream({ pull(controller) { pulled++; controller.enqueue(new Uint8Array(1_000)) } })
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'k' }
    const response = await handle(new Request(endpoint, { method: 'POST', body: endless, headers, duplex: 'half' } as RequestInit))
    assert.equal(response.status, 413)
    assert.ok(pulled < 10, `${pulled} pieces were read`)
    assert.equal((await handle(post(newIssue({ story: 'x'.repeat(3_000) })))).status, 413)
    assert.equal((await handle(post(newIssue()))).status, 201)
  })

  it('gives up on a body that never ends', async () => {
    const impatient: Clock = { now: stopped.now, after: (_, run) => (queueMicrotask(run), () => {}) }
    const { handle } = open({ clock: impatient })
    const silent = new ReadableStream({ pull: () => new Promise<void>(() => {}) })
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'k' }
    const response = await handle(new Request(endpoint, { method: 'POST', body: silent, headers, duplex: 'half' } as RequestInit))
    assert.equal(response.status, 408)
  })

  it('shows the thread to the holder of the token, and to nobody else', async () => {
    const { handle } = open({ owner: { name: 'Maria' }, answersWithin: 2 })
    const issue = newIssue()
    const { token, reference } = await receiptOf(await handle(post(issue)))
    const response = await handle(getThread(issue.id, token))
    assert.equal(response.status, 200)
    assert.equal(response.headers.get('cache-control'), 'no-store')
    assert.deepEqual(await response.json(), {
      id: issue.id, reference, status: 'open', owner: { name: 'Maria' }, expectBy: '2026-11-21T12:00:00.000Z', messages: [],
    })
    const other = await receiptOf(await handle(post(newIssue())))
    const refusals = await Promise.all([
      handle(getThread(issue.id)), handle(getThread(issue.id, 'wrong')), handle(getThread(issue.id, other.token)),
      handle(getThread('no-such-issue', token)), handle(getThread('%00', token)), handle(postReply('no-such-issue', token!, { id: 'm', text: 'x' })),
    ])
    const bodies = await Promise.all(refusals.map(refusal => refusal.text()))
    assert.deepEqual(refusals.map(refusal => refusal.status), Array(6).fill(401))
    assert.equal(new Set(bodies).size, 1)
  })

  it('takes a reply once, however often it is sent', async () => {
    const { handle } = open()
    const issue = newIssue()
    const { token } = await receiptOf(await handle(post(issue)))
    const reply = { id: 'm1', at: '1970-01-01T00:00:00.000Z', from: 'staff', text: '\ufeff Still broken\n' }
    const responses = await Promise.all([1, 2, 3].map(() => handle(postReply(issue.id, token!, reply))))
    assert.deepEqual(responses.map(response => response.status).sort(), [200, 200, 201])
    const thread = (await (await handle(getThread(issue.id, token))).json()) as Thread
    assert.deepEqual(thread.messages, [{ id: 'm1', at: '2026-11-21T10:00:00.000Z', from: 'customer', text: '\ufeff Still broken\n' }])
    assert.equal((await handle(postReply(issue.id, token!, { id: 'm1', text: 'Another' }))).status, 422)
    for (const wrong of [{ id: 'm2' }, { id: 'm2', text: '  ' }, { id: 'm2', text: 7 }, { id: 'a b', text: 'x' }, { text: 'x' }, [], { id: 'm2', text: 'x'.repeat(10_001) }]) {
      assert.equal((await handle(postReply(issue.id, token!, wrong))).status, 422)
    }
  })

  it('answers pages of the origins it knows, and no others', async () => {
    const { handle } = open({ cors: ['https://shop.example'] })
    const from = (origin: string) => new Request(endpoint, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } })
    const known = await handle(from('https://shop.example'))
    assert.equal(known.status, 204)
    assert.equal(known.headers.get('access-control-allow-origin'), 'https://shop.example')
    assert.match(known.headers.get('access-control-allow-headers')!, /Idempotency-Key/)
    assert.equal(known.headers.get('vary'), 'Origin')
    assert.equal(known.headers.get('access-control-allow-credentials'), null)
    for (const origin of ['https://shop.example.evil.example', 'http://shop.example', 'null']) {
      const stranger = await handle(from(origin))
      assert.equal(stranger.headers.get('access-control-allow-origin'), null)
      assert.equal(stranger.headers.get('vary'), 'Origin')
    }
    const refused = await handle(post('{', { origin: 'https://shop.example' }, 'k'))
    assert.equal(refused.headers.get('access-control-allow-origin'), 'https://shop.example')
    assert.match(refused.headers.get('access-control-expose-headers')!, /Retry-After/)
    assert.equal((await open({ cors: '*' }).handle(from('null'))).headers.get('access-control-allow-origin'), '*')
  })

  it('slows down who sends too much, and says until when', async () => {
    let now = 0
    const clock: Clock = { now: () => now, after: () => () => {} }
    const { handle } = open({ clock, rateLimit: { perMinute: 2, address: request => request.headers.get('x-address')! } })
    const from = async (address: string) => handle(post(newIssue(), { 'x-address': address }))
    assert.deepEqual([(await from('a')).status, (await from('a')).status, (await from('b')).status], [201, 201, 201])
    now = 20_500
    const slowed = await from('a')
    assert.deepEqual([slowed.status, slowed.headers.get('retry-after')], [429, '40'])
    now = 60_000
    assert.equal((await from('a')).status, 201)
  })

  it('asks whether the identity is true', async () => {
    const { handle, rows } = open({ identity: async token => (token === 'good' ? { sub: 'ann' } : undefined) })
    assert.equal((await handle(post(newIssue(), { authorization: 'Bearer bad' }))).status, 401)
    assert.equal((await handle(post(newIssue(), { authorization: 'Bearer good' }))).status, 201)
    assert.equal((await handle(post(newIssue()))).status, 201)
    assert.deepEqual((await rows('verified')).map(row => row['verified']), [{ sub: 'ann' }, null])
  })

  it('says nothing of the inside when the database is away, and works when it is back', async () => {
    const reports: unknown[] = []
    let away = true
    const { handle } = open({
      report: error => reports.push(error),
      query: (text, values) => (away ? Promise.reject(new Error('secret statement: insert into issues')) : query(text, values)),
    })
    const issue = newIssue()
    const response = await handle(post(issue))
    assert.equal(response.status, 503)
    assert.ok(Number(response.headers.get('retry-after')) > 0)
    assert.doesNotMatch(await response.text(), /insert|secret|stack/i)
    assert.equal(reports.length, 1)
    away = false
    assert.equal((await handle(post(issue))).status, 201)
  })

  it('answers wrong ways with the right ones', async () => {
    const { handle } = open()
    for (const [method, path, status, allow] of [
      ['GET', '', 405, 'POST, OPTIONS'], ['DELETE', '/x', 405, 'GET, OPTIONS'], ['GET', '/x/messages', 405, 'POST, OPTIONS'],
      ['GET', '/x/y', 404, null], ['GET', '/x/messages/z', 404, null], ['GET', '/%ff', 404, null], ['GET', 'x', 404, null],
    ] as const) {
      const response = await handle(new Request(endpoint + path, { method }))
      assert.deepEqual([response.status, response.headers.get('allow')], [status, allow], method + path)
    }
  })

  it('sets up its tables once when several processes start at once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => createReceiver({ query }).migrate()))
    const { rows } = await query('select version from earshot_migrations order by version')
    assert.deepEqual(rows, [{ version: 1 }])
  })

  it('takes what seal makes of hostile drafts', async () => {
    const { handle } = open()
    for (const text of hostileStrings) {
      const issue = seal({ kind: 'problem', story: text, topic: text, answers: { [text]: text }, contact: { name: text }, observations: [{ text: `.${text}`, topic: text }] })
      assert.equal((await handle(post(issue))).status, 201, JSON.stringify(text))
    }
  })
})
