import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Query } from '../../../src/receiver/query.ts'
import { createReceiver } from '../../../src/receiver/receiver.ts'
import type { ReceiverOptions } from '../../../src/receiver/settings.ts'
import type { LogEntry } from '../../../src/receiver/watch/log-entry.ts'
import { onEachDatabase } from '../databases.ts'
import { fakeForwarder, refusal } from '../forwarding/fake-forwarder.ts'
import { handClock } from '../open-inbox.ts'
import { openReceiver } from '../open-receiver.ts'
import { ask, newIssue, post } from '../requests.ts'

const time = '2026-11-23T08:00:00.000Z'

onEachDatabase('the log', query => {
  function open(options: Partial<ReceiverOptions> = {}) {
    const entries: LogEntry[] = []
    const clock = handClock()
    const receiver = openReceiver(query, { clock, log: entry => entries.push(entry), ...options })
    const told = (event: LogEntry['event']) => entries.filter(entry => entry.event === event)
    return { ...receiver, clock, entries, told }
  }

  it('has one entry for each request: what was asked and how it ended, by pattern and code', async () => {
    const { handle, entries, migrate } = open()
    await migrate()
    entries.length = 0
    const issue = newIssue()
    const requestId = '0f8fad5b-d9cb-469f-a165-70867728950e'
    await handle(post(issue, { 'x-request-id': requestId }))
    await handle(post(issue))
    await handle(post({ ...issue, story: 'Another' }))
    await handle(ask(`/${issue.id}?email=anna@shop.example`, { token: 'wrong' }))
    await handle(ask('/nowhere/at/all/of/it'))
    await handle(ask('', { method: 'OPTIONS' }))
    const bytesIn = new TextEncoder().encode(JSON.stringify(issue)).length
    const shown = entries.map(entry => {
      assert.ok(entry.event === 'request')
      const { bytesOut, bytesIn, ...rest } = entry
      assert.ok(rest.status === 204 || bytesOut! > 50)
      return { ...rest, ...(bytesIn !== undefined && { bytesIn }) }
    })
    const request = { time, event: 'request', side: 'receiver', ms: 0 }
    assert.deepEqual(shown.slice(0, 2), [
      { ...request, level: 'info', method: 'POST', route: '/', status: 201, bytesIn, kind: 'problem', requestId },
      { ...request, level: 'info', method: 'POST', route: '/', status: 200, bytesIn, kind: 'problem' },
    ])
    assert.deepEqual(shown.slice(3), [
      { ...request, level: 'warn', method: 'GET', route: '/*', status: 401, code: 'not-allowed' },
      { ...request, level: 'warn', method: 'GET', route: 'none', status: 404, code: 'not-here' },
      { ...request, level: 'debug', method: 'OPTIONS', route: 'none', status: 204 },
    ])
    assert.deepEqual([shown[2]!.status, shown[2]!.code], [422, 'invalid'])
  })

  it('tells of attempts to pass something on, by the owner\'s name for where it goes', async () => {
    const { forwarder, failures } = fakeForwarder()
    const { handle, forward, clock, told } = open({ forwarding: { to: { tracker: forwarder }, attempts: 3 } })
    await handle(post(newIssue()))
    failures.push(refusal({ retry: 'later', status: 500, detail: 'It broke for anna@shop.example' }))
    await forward()
    clock.pass(1)
    await forward()
    await handle(post(newIssue()))
    failures.push(refusal({ retry: 'never', status: 422 }))
    await forward()
    const forwarded = { time, event: 'forward', forwarder: 'tracker', ms: 0 }
    assert.deepEqual(told('forward').map(entry => ({ ...entry, time })), [
      { ...forwarded, level: 'warn', outcome: 'failed', attempt: 1, code: 'transport/failed', status: 500 },
      { ...forwarded, level: 'info', outcome: 'done', attempt: 2 },
      { ...forwarded, level: 'error', outcome: 'dead', attempt: 1, code: 'transport/failed', status: 422 },
    ])
  })

  it('sums a flood', async () => {
    const { handle, told, clock, close } = open({ rateLimit: { perMinute: 2, address: () => 'a' } })
    for (let i = 0; i < 52; i++) await handle(post(newIssue()))
    assert.equal(told('request').length, 2)
    const [limit, ...more] = told('limited')
    assert.ok(limit?.event === 'limited' && limit.count === 1 && !more.length)
    clock.pass(0.001)
    await close()
    assert.deepEqual(told('limited').map(entry => (entry.event === 'limited' ? [entry.limit, entry.count, entry.level] : [])), [[limit.limit, 1, 'warn'], [limit.limit, 49, 'warn']])
    assert.deepEqual(told('closed').length, 1)
  })

  it('tells when tables were brought to another version, once', async () => {
    const { migrate, told } = open()
    await migrate()
    await migrate()
    // They were made by the tests before, so that there was nothing to do.
    assert.deepEqual(told('migrated'), [])
    const version = Number((await query('select max(version)::int as version from earshot_migrations')).rows[0]!['version'])
    let made = 0
    const empty: Query = async text => {
      if (text.startsWith('do $migration$')) made++
      if (/to_regclass/.test(text)) return { rows: [{ there: made > 0 }] }
      if (!/select.*max\(version\)/.test(text)) return { rows: [] }
      if (!made) throw Object.assign(new Error('relation "earshot_migrations" does not exist'), { code: '42P01' })
      return { rows: [{ version: made }] }
    }
    const entries: LogEntry[] = []
    await createReceiver({ query: empty, secret: 'x'.repeat(32), log: entry => entries.push(entry) }).migrate()
    assert.deepEqual(entries.map(({ time: _, ...entry }) => entry), [{ level: 'info', event: 'migrated', from: 0, to: version }])
  })

  it('lets nobody who looks on stop the work', async context => {
    const complaints = context.mock.method(console, 'error', () => {})
    const { handle } = open({ log() { throw new Error('The disk is full: anna@shop.example') } })
    assert.equal((await handle(post(newIssue()))).status, 201)
    assert.ok(complaints.mock.callCount() > 0)
    assert.ok(complaints.mock.calls.every(({ arguments: [line] }) => !String(line).includes('anna')))
  })

  it('gives whoever asks for it what was thrown, as it was', async () => {
    const reports: unknown[] = []
    const thrown = new Error('no')
    const { handle, told } = open({ query: () => Promise.reject(thrown), report: error => reports.push(error) })
    assert.equal((await handle(post(newIssue()))).status, 503)
    assert.deepEqual(reports, [thrown])
    assert.equal(told('error').length, 1)
    assert.deepEqual(told('request').map(entry => entry.event === 'request' && [entry.status, entry.code, entry.level]), [[503, 'failed', 'error']])
  })
})
