import assert from 'node:assert/strict'
import { it, type TestContext } from 'node:test'
import { systemClock } from '../../../src/core/support/clock.ts'
import type { Query } from '../../../src/receiver/query.ts'
import type { ReceiverOptions } from '../../../src/receiver/settings.ts'
import { fakeClock } from '../../core/outbox/fixtures.ts'
import { onEachDatabase } from '../databases.ts'
import { openReceiver } from '../open-receiver.ts'
import { endpoint, newIssue } from '../requests.ts'
import { head, openWire, serve } from './serve.ts'

onEachDatabase('a receiver under pressure', query => {
  async function open(t: TestContext, options: Partial<ReceiverOptions>) {
    let isHeld = false
    let release = () => {}
    let waiting = 0
    let noticed = () => {}
    // A database that takes its time to write, and no test's time.
    const slow: Query = async (text, values) => {
      if (isHeld && text.includes('insert into issues')) {
        waiting++
        noticed()
        await new Promise<void>(resolve => {
          const before = release
          release = () => (before(), resolve())
        })
      }
      return query(text, values)
    }
    const address = (request: Request) => request.headers.get('x-address')!
    const receiver = openReceiver(slow, { clock: systemClock, rateLimit: { perMinute: 100_000, address }, ...options })
    const served = await serve(receiver)
    t.after(served.close)
    const issues: string[] = []
    async function send(from: string) {
      const issue = newIssue()
      const answer = await fetch(served.url, {
        method: 'POST', body: JSON.stringify(issue), headers: { 'content-type': 'application/json', 'idempotency-key': issue.id, 'x-address': from },
      })
      if (answer.ok) issues.push(issue.id)
      const retryAfter = Number(answer.headers.get('retry-after'))
      await answer.arrayBuffer()
      return { status: answer.status, retryAfter }
    }
    return {
      ...receiver, ...served, send, issues,
      hold: () => { isHeld = true },
      release: () => {
        isHeld = false
        release()
      },
      /** Until so many wait for the database. */
      until: (count: number) => new Promise<void>(resolve => {
        noticed = () => { if (waiting >= count) resolve() }
        noticed()
      }),
    }
  }

  it('refuses first whoever has most on the way, and loses nothing that it took in', async t => {
    const { send, hold, release, until, rows, issues } = await open(t, { limits: { atOnce: 20 } })
    await send('the first, so that the tables are there')
    hold()
    const flood = Array.from({ length: 60 }, () => send('a flood'))
    // Those that are let in stay; the others have their answers at once.
    let refused = 0
    await new Promise<void>(resolve => {
      for (const each of flood) void each.then(({ status }) => { if (status === 503 && ++refused === 50) resolve() })
    })
    const others = ['one', 'two', 'three'].map(send)
    await until(13)
    release()
    const statuses = (await Promise.all(flood)).map(({ status }) => status)
    assert.deepEqual([statuses.filter(status => status === 201).length, statuses.filter(status => status === 503).length], [10, 50])
    for (const { status, retryAfter } of await Promise.all(flood)) if (status === 503) assert.ok(retryAfter >= 1)
    assert.deepEqual((await Promise.all(others)).map(({ status }) => status), [201, 201, 201])
    assert.deepEqual((await rows('id')).map(row => row['id']).sort(), [...issues].sort())
    assert.equal((await send('a flood')).status, 201)
  })

  it('holds only so many bytes, and leaves room for others', async t => {
    const { send, port } = await open(t, { limits: { issue: 400_000, request: 400_000, bodies: 1_000_000, stall: 1_000 } })
    await send('the first')
    const wires = Array.from({ length: 10 }, () => openWire(port))
    // Each sends most of what it says, and then only waits.
    for (const { socket } of wires) socket.write(head(300_000, { 'x-address': 'a flood' }) + '"' + 'x'.repeat(250_000))
    const refused = wires.map(({ until }) => until('"detail"'))
    let count = 0
    await new Promise<void>(resolve => {
      for (const each of refused) void each.then(text => { if (text.startsWith('HTTP/1.1 503') && ++count === 8) resolve() })
    })
    assert.deepEqual((await Promise.all(['one', 'two', 'three'].map(send))).map(({ status }) => status), [201, 201, 201])
    for (const { socket } of wires) socket.destroy()
  })

  it('has a place for each who is slow, and not for all who are of one address', async () => {
    const clock = fakeClock()
    const { handle, migrate } = openReceiver(query, { clock, rateLimit: { perMinute: 100_000, address: request => request.headers.get('x-address')! } })
    // From here on nothing waits for the database.
    await migrate()
    const answers = new Map<number, string>()
    const slowly = (from: string, bytes: number) => {
      let sent = 0
      const body = new ReadableStream<Uint8Array>({
        async pull(controller) {
          await new Promise<void>(resolve => clock.after(1_000, resolve))
          if ((sent += 2_000) > bytes) controller.close()
          else controller.enqueue(new Uint8Array(2_000).fill(32))
        },
      }, { highWaterMark: 0 })
      const headers = { 'content-type': 'application/json', 'idempotency-key': 'k', 'x-address': from }
      void handle(new Request(endpoint, { method: 'POST', body, headers, duplex: 'half' } as RequestInit))
        .then(answer => answers.set(answers.size, `${from} ${answer.status}`))
    }
    for (let count = 0; count < 40; count++) slowly('a flood', 200_000)
    slowly('one', 70_000)
    await clock.advance(60_000)
    // Blanks are no JSON; but they were read to their end.
    assert.deepEqual([...answers.values()].sort(), [...Array<string>(8).fill('a flood 503'), 'one 400'])
    await clock.advance(60_000)
    assert.deepEqual([...answers.values()].filter(answer => answer === 'a flood 400').length, 32)
  })
})
