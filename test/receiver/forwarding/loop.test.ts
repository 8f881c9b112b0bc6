import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Clock } from '../../../src/core/support/clock.ts'
import type { Forwarder } from '../../../src/receiver/forwarding/forwarder.ts'
import { onEachDatabase } from '../databases.ts'
import { monday, openInbox } from '../open-inbox.ts'
import { fakeForwarder } from './fake-forwarder.ts'

/** Timers that go off only when they are told to: those that are not longer than the rest that a process has when it is closed. */
function handTimers(): Clock & { fire(): void } {
  const timers = new Set<{ ms: number; run: () => void }>()
  return {
    now: () => monday,
    after(ms, run) {
      const timer = { ms, run }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    fire() {
      for (const timer of [...timers].filter(({ ms }) => ms <= 10_000)) {
        timers.delete(timer)
        timer.run()
      }
    },
  }
}

/** Something that goes on until it is let go, whatever it is told. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>(resolve => { open = resolve })
  return { open, opened }
}

const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise(resolve => setImmediate(resolve))
}

onEachDatabase('a process that passes on', query => {
  const open = (github: Forwarder, clock: Clock = handTimers()) => openInbox(query, {}, { forwarding: { to: { github } }, clock })

  it('does so at once with what it takes in itself', async () => {
    const { forwarder, ids, replies } = fakeForwarder()
    const { receiver, send, say } = open(forwarder)
    receiver.startForwarding()
    const sent = await send()
    await until(() => ids().includes(sent.id))
    await say(sent, { id: 'more', text: 'More' })
    await until(() => replies.length === 1)
    await receiver.close()
  })

  it('looks from time to time for what others took in', async () => {
    const { forwarder, ids } = fakeForwarder()
    const clock = handTimers()
    const { receiver, send, site } = open(forwarder, clock)
    const other = openInbox(query, {}, { site, forwarding: { to: { github: forwarder } }, clock }).receiver
    const { id } = await send()
    // Nobody told this one; it started before, and sleeps.
    receiver.startForwarding()
    await until(() => ids().includes(id))
    const { id: next } = await send()
    await until(() => (clock.fire(), ids().includes(next)))
    await Promise.all([receiver.close(), other.close()])
  })

  it('lets what is on its way end before it stops, and begins nothing more', async () => {
    const { forwarder, ids } = fakeForwarder()
    const { open: letGo, opened } = gate()
    let begun = 0
    const { receiver, send, site } = open({ send: async (...given) => (begun++, await opened, forwarder.send(...given)) })
    receiver.startForwarding()
    const first = await send()
    await until(() => begun === 1)
    const closed = receiver.close()
    // By another process: this one takes nothing in any more.
    await openInbox(query, {}, { site, forwarding: { to: { github: forwarder } } }).send()
    letGo()
    await closed
    assert.deepEqual(ids(), [first.id])
    assert.deepEqual((await query('select status from forwards where site = $1 order by seq', [site])).rows, [{ status: 'done' }, { status: 'waiting' }])
  })

  it('leaves to the next one what does not end in time, which hears that something may have arrived', async () => {
    const clock = handTimers()
    let [begun, stopped] = [false, false]
    const stuck: Forwarder = {
      send: (_issue, _files, { signal }) => new Promise(() => {
        begun = true
        signal.addEventListener('abort', () => { stopped = true })
      }),
    }
    const { receiver, send, site } = open(stuck, clock)
    receiver.startForwarding()
    const { id } = await send()
    await until(() => begun)
    let over = false
    const closed = receiver.close().then(() => { over = true })
    await until(() => (clock.fire(), over))
    await closed
    assert.ok(stopped)
    const { forwarder, sent } = fakeForwarder()
    const next = openInbox(query, {}, { site, forwarding: { to: { github: forwarder } }, clock }).receiver
    assert.deepEqual(await next.forward(), { done: 1, failed: 0 })
    assert.deepEqual(sent.map(({ issue, options }) => [issue.id, options.again]), [[id, true]])
  })

  it('goes on when the database comes back', async () => {
    const { forwarder, ids } = fakeForwarder()
    const clock = handTimers()
    const heard: unknown[] = []
    let away = false
    const { receiver, send } = openInbox(query, {}, {
      forwarding: { to: { github: forwarder } }, clock, report: error => heard.push(error),
      query: (text, values) => (away && text.includes('forwards') ? Promise.reject(new Error('away')) : query(text, values)),
    })
    const { id } = await send()
    away = true
    receiver.startForwarding()
    await until(() => heard.length > 0)
    away = false
    await until(() => (clock.fire(), ids().includes(id)))
    await receiver.close()
  })
})
