import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Query } from '../../../src/receiver/query.ts'
import type { ReceiverOptions } from '../../../src/receiver/settings.ts'
import { fakeClock } from '../../core/outbox/fixtures.ts'
import { customer } from '../customer.ts'
import { onEachDatabase } from '../databases.ts'
import { openReceiver } from '../open-receiver.ts'
import { ask, endpoint, newIssue, post, receiptOf } from '../requests.ts'

onEachDatabase('a receiver that ends', query => {
  const get = (path: string) => new Request(endpoint + path)

  /** A database that waits before it writes an issue, until it is let go. */
  function held() {
    let letGo = () => {}
    const gate = new Promise<void>(resolve => { letGo = resolve })
    let reached = () => {}
    const writing = new Promise<void>(resolve => { reached = resolve })
    const slow: Query = async (text, values) => {
      if (text.includes('insert into issues')) {
        reached()
        await gate
      }
      return query(text, values)
    }
    return { slow, letGo, writing }
  }

  const open = (options: Partial<ReceiverOptions> & { query?: Query } = {}) => openReceiver(options.query ?? query, options)

  it('finishes what it has begun, lets nobody else in, and is done when that is', async () => {
    const { slow, letGo, writing } = held()
    const { handle, close, rows } = open({ query: slow })
    assert.equal((await handle(get('/ready'))).status, 200)
    const begun = handle(post(newIssue()))
    await writing
    let isDone = false
    const closed = close().then(() => { isDone = true })
    const late = await handle(post(newIssue()))
    assert.equal(late.status, 503)
    assert.ok(Number(late.headers.get('retry-after')) >= 1)
    assert.equal(late.headers.get('connection'), 'close')
    assert.equal(isDone, false)
    letGo()
    const answer = await begun
    assert.deepEqual([answer.status, answer.headers.get('connection')], [201, 'close'])
    await closed
    assert.deepEqual((await rows('id')).map(row => row['id']), [(await receiptOf(answer)).id])
    await close()
  })

  it('says so to load balancers, while it is still alive', async () => {
    const { handle, close } = open()
    await handle(get('/ready'))
    await close()
    const [ready, health] = [await handle(get('/ready')), await handle(get('/health'))]
    assert.deepEqual([ready.status, health.status], [503, 200])
    assert.ok(Number(ready.headers.get('retry-after')) >= 1)
    // A page of another origin may still hear why.
    assert.equal((await handle(new Request(endpoint, { method: 'OPTIONS' }))).status, 204)
  })

  it('ends the streams of those who listen, and begins none', async () => {
    const receiver = open()
    const { id, token } = await customer(receiver).send()
    const listen = () => receiver.handle(ask(`/${id}/events`, { token }))
    const reader = (await listen()).body!.getReader()
    await reader.read()
    await receiver.close()
    assert.equal((await reader.read()).done, true)
    assert.equal((await listen()).status, 503)
  })

  it('refuses after the grace what is still on its way, whole and for later', async () => {
    const clock = fakeClock()
    const { handle, close, rows } = open({ clock })
    let isRead = () => {}
    const reading = new Promise<void>(resolve => { isRead = resolve })
    const endless = new ReadableStream({
      async pull(controller) {
        isRead()
        await new Promise<void>(resolve => clock.after(1_000, resolve))
        controller.enqueue(new Uint8Array(2_000))
      },
    }, { highWaterMark: 0 })
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'k' }
    const answer = handle(new Request(endpoint, { method: 'POST', body: endless, headers, duplex: 'half' } as RequestInit))
    await reading
    let isDone = false
    const closed = close(7_000).then(() => { isDone = true })
    await clock.advance(6_000)
    assert.equal(isDone, false)
    await clock.advance(2_000)
    await closed
    const { status, headers: said } = await answer
    assert.deepEqual([status, Number(said.get('retry-after')) >= 1], [503, true])
    assert.equal((await rows('id')).length, 0)
  })

  it('does not wait for ever for a database that does not answer', async () => {
    const { slow, letGo, writing } = held()
    const clock = fakeClock()
    const reports: unknown[] = []
    const { handle, close } = open({ query: slow, clock, report: error => reports.push(error) })
    const begun = handle(post(newIssue()))
    await writing
    const closed = close()
    await clock.advance(15_000)
    await closed
    assert.match(String(reports[0]), /receiver\/slow-requests/)
    letGo()
    assert.equal((await begun).status, 201)
  })

  it('that has never begun ends, too', async () => {
    const { close } = open({ query: () => Promise.reject(new Error('away')) })
    await Promise.all([close(), close()])
  })
})
