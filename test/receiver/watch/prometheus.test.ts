import assert from 'node:assert/strict'
import { it } from 'node:test'
import { Counter, Registry } from '@prometheus-io/client'
import type { Clock } from '../../../src/core/support/clock.ts'
import { createInbox } from '../../../src/receiver/inbox.ts'
import type { Query } from '../../../src/receiver/query.ts'
import type { ReceiverOptions } from '../../../src/receiver/settings.ts'
import { createMetrics, type MetricsOptions } from '../../../src/receiver/watch/prometheus.ts'
import { onEachDatabase } from '../databases.ts'
import { fakeForwarder, refusal } from '../forwarding/fake-forwarder.ts'
import { handClock } from '../open-inbox.ts'
import { openReceiver } from '../open-receiver.ts'
import { ask, newIssue, post, receiptOf } from '../requests.ts'

const scrape = new Request('https://desk.example/metrics')

/** The figures by their names and labels, as they are written. */
function read(text: string): Map<string, number> {
  const lines = text.split('\n').filter(line => line && !line.startsWith('#'))
  return new Map(lines.map(line => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]))
}

onEachDatabase('figures for Prometheus', query => {
  async function open(options: Partial<ReceiverOptions> = {}, counting: MetricsOptions = {}) {
    const clock = handClock()
    const metrics = await createMetrics({ process: false, clock, ...counting })
    const receiver = openReceiver(options.query ?? query, { clock, metrics, report: () => {}, ...options })
    const figures = async () => read(await (await metrics.handle(scrape)).text())
    return { ...receiver, clock, metrics, figures }
  }

  it('count requests by route and how they ended, with what came in and went out', async () => {
    const { handle, figures, site, metrics } = await open()
    const issue = newIssue({ kind: 'idea' })
    await handle(post(issue))
    await handle(post(issue))
    await handle(post(newIssue()))
    await handle(post({ ...issue, story: 'Another' }))
    await handle(ask(`/${issue.id}`))
    const inbox = createInbox({ query, site, metrics, authorize: () => true })
    await inbox.handle(new Request('https://desk.example/inbox/issues?q=lamp'))
    const found = await figures()
    const count = (labels: string) => found.get(`earshot_request_seconds_count{${labels}}`)
    assert.equal(count('side="receiver",method="POST",route="/",status="2xx"'), 3)
    assert.equal(count('side="receiver",method="POST",route="/",status="4xx"'), 1)
    assert.equal(count('side="receiver",method="GET",route="/*",status="4xx"'), 1)
    assert.equal(count('side="inbox",method="GET",route="/issues",status="2xx"'), 1)
    assert.equal(found.get('earshot_requests_in_flight{side="receiver"}'), 0)
    assert.equal(found.get('earshot_issues_total{kind="idea"}'), 1)
    assert.equal(found.get('earshot_issues_total{kind="problem"}'), 1)
    assert.equal(found.get('earshot_issue_repeats_total{kind="idea"}'), 1)
    assert.equal(found.get('earshot_refusals_total{side="receiver",code="invalid"}'), 1)
    assert.ok(found.get('earshot_received_bytes_total{side="receiver",route="/"}')! > 4 * 150)
    assert.ok(found.get('earshot_sent_bytes_total{side="receiver",route="/"}')! > 4 * 80)
    assert.ok(found.get('earshot_database_seconds_count')! > 5)
    assert.equal(found.get('earshot_database_up'), 1)
    assert.ok([...found.keys()].every(name => !name.includes(issue.id)))
  })

  it('know what waits and what needs a person, and how old it is, asked for at most every ten seconds', async () => {
    let asked = 0
    const counting: Query = (text, values) => {
      if (/min\(created_at\)/.test(text)) asked++
      return query(text, values)
    }
    const { forwarder, failures } = fakeForwarder()
    const { handle, forward, figures, clock } = await open({ query: counting, forwarding: { to: { tracker: forwarder, idle: fakeForwarder().forwarder }, rules: [{ to: 'tracker' }] } })
    const waiting = async (status: string, forwarder = 'tracker') => {
      const found = await figures()
      return [found.get(`earshot_forwards{forwarder="${forwarder}",status="${status}"}`), found.get(`earshot_forwards_oldest_seconds{forwarder="${forwarder}",status="${status}"}`)]
    }
    await handle(post(newIssue()))
    failures.push(refusal({ retry: 'never', status: 422 }))
    await forward()
    clock.pass(1)
    await handle(post(newIssue()))
    await handle(post(newIssue()))
    assert.deepEqual(await waiting('waiting'), [2, 0])
    assert.equal(asked, 1)
    clock.pass(0.002)
    assert.deepEqual(await waiting('waiting'), [2, 0])
    assert.equal(asked, 1)
    clock.pass(0.5)
    assert.deepEqual(await waiting('waiting'), [2, 1807.2])
    assert.deepEqual(await waiting('dead'), [1, 5407.2])
    assert.deepEqual(await waiting('dead', 'idle'), [0, 0])
    assert.equal(asked, 2)
    await forward()
    const found = await figures()
    assert.equal(found.get('earshot_forward_seconds_count{forwarder="tracker",outcome="done"}'), 2)
    assert.equal(found.get('earshot_forward_seconds_count{forwarder="tracker",outcome="dead"}'), 1)
    assert.equal(found.get('earshot_forward_failures_total{forwarder="tracker",code="transport/failed"}'), 1)
  })

  it('come at once while the database hangs, without what it would have to say', async () => {
    const alarms = new Set<() => void>()
    const clock: Clock = { ...handClock(), after: (_, run) => (alarms.add(run), () => void alarms.delete(run)) }
    let hangs = false
    const hanging: Query = (text, values) => (hangs ? new Promise(() => {}) : query(text, values))
    const { handle, metrics } = await open({ query: hanging, clock, forwarding: { to: { tracker: fakeForwarder().forwarder } } }, { clock, authorize: () => true })
    await handle(post(newIssue()))
    hangs = true
    alarms.clear()
    const asked = handle(ask('/metrics'))
    // Two figures wait for the same answer.
    while (alarms.size < 2) await new Promise(resolve => setImmediate(resolve))
    for (const ring of alarms) ring()
    const found = read(await (await asked).text())
    assert.equal(found.get('earshot_forwards{forwarder="tracker",status="waiting"}'), undefined)
    assert.equal(found.get('earshot_issues_total{kind="problem"}'), 1)
    assert.ok(metrics.authorize)
  })

  it('have no address without somebody who may read them, and one beside the issues with', async () => {
    const closed = await open()
    const known = await closed.handle(ask('/people'))
    assert.equal(known.status, 200)
    assert.notEqual((await closed.handle(ask('/metrics', { token: 'sesame' }))).status, 200)
    const away = () => Promise.reject(Object.assign(new Error('away'), { code: 'ECONNREFUSED' }))
    const { handle, figures } = await open({ query: away }, { authorize: request => request.headers.get('authorization') === 'Bearer sesame' })
    await handle(post(newIssue()))
    assert.equal((await handle(ask('/metrics', { token: 'guessed' }))).status, 401)
    assert.notEqual((await handle(ask('/metrics', { token: 'sesame', method: 'POST', body: {} }))).status, 200)
    const answer = await handle(ask('/metrics', { token: 'sesame' }))
    assert.equal(answer.status, 200)
    assert.match(answer.headers.get('content-type')!, /^text\/plain; version=0\.0\.4/)
    assert.equal(answer.headers.get('cache-control'), 'no-store')
    const text = await answer.text()
    assert.equal(read(text).get('earshot_database_up'), 0)
    assert.ok(read(text).get('earshot_database_errors_total{code="ECONNREFUSED"}')! > 0)
    assert.ok((await figures()).get('earshot_errors_total{name="Error"}')! > 0)
  })

  it('count what was refused by a limit, and streams that are open', async () => {
    const { handle, figures } = await open({ rateLimit: { perMinute: 1, address: () => '192.0.2.1' } })
    const issue = newIssue()
    const { token } = await receiptOf(await handle(post(issue)))
    for (let i = 0; i < 3; i++) assert.equal((await handle(post(newIssue()))).status, 429)
    const stream = await handle(ask(`/${issue.id}/events`, { token }))
    const found = await figures()
    assert.equal(found.get('earshot_limited_total{limit="address"}'), 3)
    assert.equal(stream.status, 200)
    assert.equal(found.get('earshot_event_streams'), 1)
    await stream.body!.cancel()
    assert.equal((await figures()).get('earshot_event_streams'), 0)
  })

  it('go into a registry of the owner\'s own, and know the process on Node', async () => {
    const registry = new Registry()
    new Counter({ name: 'shop_orders_total', help: 'Orders.', registers: [registry] }).inc()
    const { handle } = await open({}, { registry })
    await handle(post(newIssue()))
    const text = await registry.metrics()
    assert.match(text, /shop_orders_total 1/)
    assert.match(text, /earshot_issues_total\{kind="problem"\} 1/)
    const own = await createMetrics()
    assert.match(await (await own.handle(scrape)).text(), /process_resident_memory_bytes [1-9]/)
    assert.equal((await own.handle(new Request(scrape, { method: 'POST' }))).status, 405)
  })
})
