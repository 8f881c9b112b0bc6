import assert from 'node:assert/strict'
import { it, type TestContext } from 'node:test'
import { systemClock } from '../../../src/core/support/clock.ts'
import type { ReceiverOptions } from '../../../src/receiver/settings.ts'
import { fakeClock } from '../../core/outbox/fixtures.ts'
import { onEachDatabase } from '../databases.ts'
import { openReceiver } from '../open-receiver.ts'
import { newIssue, postForm } from '../requests.ts'
import { head, openWire, serve } from './serve.ts'

onEachDatabase('a body on its way', query => {
  async function open(t: TestContext, options: Partial<ReceiverOptions> = {}) {
    const receiver = openReceiver(query, { clock: systemClock, ...options })
    const served = await serve(receiver)
    t.after(served.close)
    return { ...receiver, ...served, wire: () => openWire(served.port) }
  }

  it('that is declared too large is refused at once, and who still sends it reads that', async t => {
    const { wire, handle } = await open(t)
    const { socket, until } = wire()
    socket.write(head(12 * 2 ** 20))
    // Before a byte of it has gone.
    assert.match(await until('"detail"'), /^HTTP\/1.1 413 .*application\/problem\+json/s)
    // All of it can still be sent: nobody cuts the line while the answer is on it.
    let isOver = false
    socket.once('close', () => { isOver = true })
    for (let sent = 0; sent < 12; sent++) {
      const isRoom = socket.write(new Uint8Array(2 ** 20))
      if (!isRoom) await new Promise(resolve => socket.once('drain', resolve))
    }
    assert.equal(isOver, false)
    // And the connection is still good for another request.
    socket.write('GET /issues/health HTTP/1.1\r\nHost: desk.example\r\nConnection: close\r\n\r\n')
    assert.match(await until('"alive"'), /HTTP\/1.1 200 .*"alive"/s)
    assert.equal((await handle(postForm(newIssue(), []))).status, 201)
  })

  it('that grows too large without saying so is refused then', async t => {
    const { wire } = await open(t, { limits: { issue: 100_000 } })
    const { socket, until } = wire()
    socket.write(head('chunked'))
    for (let sent = 0; sent < 3; sent++) socket.write(`10000\r\n${'x'.repeat(65_536)}\r\n`)
    assert.match(await until('"detail"'), /^HTTP\/1.1 413 .*at most 100000 bytes/s)
  })

  it('that comes a byte at a time is refused, whatever that would have become', async t => {
    const { wire } = await open(t)
    const { socket, until } = wire()
    socket.write(head('chunked') + '1\r\nx\r\n'.repeat(50_000))
    assert.match(await until('"detail"'), /^HTTP\/1.1 400 .*too small pieces/s)
  })

  it('that comes slowly, for minutes, is taken in whole', async () => {
    const clock = fakeClock()
    const { handle, rows } = openReceiver(query, { clock })
    const file = new Uint8Array(200_000).fill(7)
    const form = postForm(newIssue({ attachments: [{ id: 'a', name: 'a', type: 'image/png', size: file.length, bytes: file.buffer }] }), [['a', file]])
    const bytes = new Uint8Array(await form.clone().arrayBuffer())
    let at = 0
    // Twenty thousand bytes each ten seconds by the receiver’s clock, a minute and a half in all: none of them is spent.
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        await clock.advance(10_000)
        controller.enqueue(bytes.slice(at, at += 20_000))
        if (at >= bytes.length) controller.close()
      },
    }, { highWaterMark: 0 })
    const answer = await handle(new Request(form.url, { method: 'POST', headers: form.headers, body, duplex: 'half' } as RequestInit))
    assert.equal(answer.status, 201)
    assert.equal((await rows('size::int as size', 'attachments'))[0]!['size'], file.length)
  })

  it('that stops coming is given up, and so is its connection', async t => {
    const clock = fakeClock()
    const { wire, rows } = await open(t, { clock })
    const { socket, until, ended } = wire()
    socket.write(head(5_000) + '{"version":1,')
    let isAnswered = false
    const answer = until('"detail"').then(text => (isAnswered = true, text))
    while (!isAnswered) await clock.advance(1_000)
    assert.match(await answer, /^HTTP\/1.1 408 .*Nothing came for 20 seconds/s)
    let isOver = false
    void ended.then(() => { isOver = true })
    while (!isOver) await clock.advance(1_000)
    assert.equal((await rows('id')).length, 0)
  })
})
