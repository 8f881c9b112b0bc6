import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Clock } from '../../src/core/support/clock.ts'
import { createReceiver } from '../../src/receiver/receiver.ts'
import type { ReceiverOptions } from '../../src/receiver/settings.ts'
import { onEachDatabase } from './databases.ts'
import { openReceiver } from './open-receiver.ts'
import { endpoint, newIssue, post } from './requests.ts'

onEachDatabase('the receiver', query => {
  const open = (options: Partial<ReceiverOptions> = {}) => openReceiver(query, options)

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
    assert.equal(slowed.status, 429)
    // Never too early: another one may come half a minute after the first.
    assert.ok(Number(slowed.headers.get('retry-after')) >= 10)
    now = 30_000
    assert.deepEqual([(await from('a')).status, (await from('a')).status], [201, 429])
  })

  it('tells its owner, and no customer, that a body parser was mounted before it', async () => {
    const reports: unknown[] = []
    const { handle } = open({ report: error => reports.push(error) })
    const read = post(newIssue())
    await read.json()
    const held = post(newIssue())
    held.body!.getReader()
    for (const request of [read, held]) {
      const response = await handle(request)
      assert.equal(response.status, 503)
      assert.doesNotMatch(await response.text(), /parser/)
    }
    assert.deepEqual(reports.map(error => (error as { code?: string }).code), ['receiver/body-read', 'receiver/body-read'])
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
      ['DELETE', '', 405, 'GET, POST, OPTIONS'], ['DELETE', '/x', 405, 'GET, OPTIONS'], ['GET', '/x/messages', 405, 'POST, OPTIONS'],
      ['GET', '/open', 405, 'POST, OPTIONS'], ['GET', '/x/shares', 405, 'POST, DELETE, OPTIONS'], ['POST', '/x/attachments/y', 405, 'GET, OPTIONS'],
      ['GET', '/x/y', 404, null], ['GET', '/x/messages/z', 404, null], ['GET', '/x/attachments', 404, null], ['GET', '/x/attachments/y/z', 404, null],
      ['GET', '/*/messages/y', 404, null], ['GET', '/constructor/toString', 404, null], ['GET', '/%ff', 404, null], ['GET', 'x', 404, null],
    ] as const) {
      const response = await handle(new Request(endpoint + path, { method }))
      assert.deepEqual([response.status, response.headers.get('allow')], [status, allow], method + path)
    }
  })

  it('sets up its tables once when several processes start at once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => createReceiver({ query }).migrate()))
    const { rows } = await query('select version from earshot_migrations order by version')
    assert.ok(rows.length >= 3)
    assert.deepEqual(rows.map(row => row['version']), rows.map((_, index) => index + 1))
  })
})
