import assert from 'node:assert/strict'
import { it } from 'node:test'
import { createHash } from 'node:crypto'
import type { Clock } from '../../src/core/support/clock.ts'
import type { ReceiverOptions } from '../../src/receiver/settings.ts'
import { onEachDatabase } from './databases.ts'
import { openReceiver, stopped } from './open-receiver.ts'
import { endpoint, newIssue, post, postForm, problemOf } from './requests.ts'

onEachDatabase('reading what was sent', query => {
  const open = (options: Partial<ReceiverOptions> = {}) => openReceiver(query, options)

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

  it('refuses what it cannot read, and says where it is wrong', async () => {
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
      if (status === 201) continue
      const problem = await problemOf(response)
      assert.equal(problem.status, status)
      assert.ok(problem.errors?.every(({ pointer, detail }) => typeof pointer === 'string' && detail), JSON.stringify(problem))
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
})
