import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Clock } from '../../src/core/support/clock.ts'
import { mostStreams } from '../../src/receiver/intake/streams.ts'
import type { Query } from '../../src/receiver/query.ts'
import { addMessage } from '../../src/receiver/store-threads.ts'
import { fakeClock, turn } from '../core/outbox/fixtures.ts'
import { customer, type Case } from './customer.ts'
import { onEachDatabase } from './databases.ts'
import { openReceiver } from './open-receiver.ts'
import { ask } from './requests.ts'

const news = 'event: news\ndata:\n\n'

onEachDatabase('events of a thread', query => {
  function open({ broken = (): boolean => false, reports = [] as unknown[] } = {}) {
    const time = fakeClock(Date.UTC(2026, 10, 21, 10))
    const timers = new Set<object>()
    const clock: Clock = {
      now: time.now,
      after(ms, run) {
        const timer = {}
        timers.add(timer)
        const cancel = time.after(ms, () => (timers.delete(timer), run()))
        return () => (timers.delete(timer), cancel())
      },
    }
    const asked = new Set<Promise<unknown>>()
    const watched: Query = (text, values) => {
      const answer = broken() && text.includes('as mark') ? Promise.reject(new Error('away')) : query(text, values)
      asked.add(answer)
      return answer.finally(() => asked.delete(answer))
    }
    const receiver = openReceiver(watched, { clock, report: error => reports.push(error) })
    /** Lets time go on, and waits for what the database is asked meanwhile. */
    async function pass(ms: number) {
      await time.advance(ms)
      while (asked.size) {
        await Promise.allSettled(asked)
        await turn()
      }
    }
    async function listen({ id, token }: Pick<Case, 'id' | 'token'>, signal?: AbortSignal) {
      const request = new Request(ask(`/${id}/events`, { token }), signal ? { signal } : {})
      const response = await receiver.handle(request)
      assert.equal(response.status, 200)
      assert.equal(response.headers.get('content-type'), 'text/event-stream')
      // Express's compression, Next's and many a proxy's keep to it.
      assert.match(response.headers.get('cache-control')!, /no-transform/)
      const reader = response.body!.getReader()
      const next = async () => new TextDecoder().decode((await reader.read()).value)
      return { next, ended: async () => (await reader.read()).done, leave: () => reader.cancel() }
    }
    // Its own clock, its own process as it were; the database is all they share.
    const elsewhere = (id: string, text = 'Here I am') =>
      addMessage(query, receiver.site, id, { id: crypto.randomUUID(), at: '2026-11-21T11:00:00.000Z', from: 'staff', text })
    return { ...receiver, ...customer(receiver), pass, listen, elsewhere, timers: () => timers.size }
  }

  it('tell of what another process has changed, and of nothing else', async () => {
    const { send, listen, pass, elsewhere } = open()
    const [mine, other] = [await send(), await send()]
    const stream = await listen(mine)
    assert.equal(await stream.next(), news)
    await elsewhere(other.id)
    for (let round = 0; round < 3; round++) await pass(1_500)
    await elsewhere(mine.id)
    await pass(1_500)
    assert.equal(await stream.next(), news)
    await pass(25_000)
    // Nothing between the two: the other's thread, and the quiet, were not told of.
    assert.equal(await stream.next(), ':\n\n')
    await stream.leave()
  })

  it('tell of the whole case, however far it went', async () => {
    const { send, escalate, listen, pass, elsewhere } = open()
    const first = await send()
    const stream = await listen(first)
    await stream.next()
    const second = await escalate(first)
    await pass(1_500)
    assert.equal(await stream.next(), news)
    await elsewhere(second.id)
    await pass(1_500)
    assert.equal(await stream.next(), news)
    await stream.leave()
  })

  it('end after five minutes, and leave nothing behind', async () => {
    const { send, listen, pass, timers } = open()
    const stream = await listen(await send())
    assert.equal(await stream.next(), news)
    await pass(5 * 60_000)
    while (!(await stream.ended()));
    assert.equal(timers(), 0)
  })

  it('stop when the reader goes, by closing or by breaking off', async () => {
    const { send, listen, pass, timers } = open()
    const mine = await send()
    const stream = await listen(mine)
    const leaving = new AbortController()
    const other = await listen(mine, leaving.signal)
    await other.next()
    assert.ok(timers() > 0)
    await stream.leave()
    leaving.abort()
    assert.equal(await other.ended(), true)
    await pass(0)
    assert.equal(timers(), 0)
  })

  it('end when the key they were opened with is taken back', async () => {
    const { send, share, unshare, listen, pass } = open()
    const mine = await send()
    const { token } = await share(mine)
    const [own, shared] = [await listen(mine), await listen({ id: mine.id, token })]
    await Promise.all([own.next(), shared.next()])
    await unshare(mine)
    await pass(1_500)
    assert.equal(await shared.ended(), true)
    await pass(25_000)
    assert.equal(await own.next(), ':\n\n')
    await own.leave()
  })

  it('end when the database is away: whoever listens comes again', async () => {
    let away = false
    const reports: unknown[] = []
    const { send, listen, pass, timers } = open({ broken: () => away, reports })
    const stream = await listen(await send())
    await stream.next()
    away = true
    await pass(1_500)
    assert.equal(await stream.ended(), true)
    assert.deepEqual([reports.length, timers()], [1, 0])
  })

  it('are for so many at a time, and for whoever has the key', async () => {
    const { send, listen, handle } = open()
    const mine = await send()
    const knock = (token?: string) => handle(ask(`/${mine.id}/events`, { token }))
    assert.deepEqual([(await knock()).status, (await knock('guess')).status], [401, 401])
    const streams = []
    for (let count = 0; count < mostStreams; count++) streams.push(await listen(mine))
    const refused = await knock(mine.token)
    assert.equal(refused.status, 503)
    assert.ok(Number(refused.headers.get('retry-after')) > 0)
    await streams.pop()!.leave()
    streams.push(await listen(mine))
    await Promise.all(streams.map(stream => stream.leave()))
  })
})
