import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { it } from 'node:test'
import { http, type HttpOptions } from '../../src/core/transports/http.ts'
import { TransportError } from '../../src/core/transports/transport.ts'
import { createInbox } from '../../src/receiver/inbox.ts'
import { onEachDatabase } from './databases.ts'
import { openReceiver } from './open-receiver.ts'
import { endpoint, newIssue } from './requests.ts'

const { signal } = new AbortController()

onEachDatabase('the http transport with the receiver', query => {
  it('brings an issue there with its files, once, and the answer back', async () => {
    const { handle, rows, site } = openReceiver(query, { owner: { name: 'Maria' } })
    const transport = http(endpoint, { fetch: async (input, init) => handle(new Request(input, init)) })
    const bytes = new Uint8Array([13, 10, 0, 255, 45, 45]).buffer
    const sha256 = createHash('sha256').update(new Uint8Array(bytes)).digest('hex')
    const file = { id: 'a1', name: 'Bild "1".png', type: 'image/png', size: 6, sha256, bytes }
    const issue = newIssue({ attachments: [file] })
    const receipt = await transport.send(issue, [file], { signal })
    assert.equal(receipt.id, issue.id)
    assert.deepEqual(await transport.send(issue, [file], { signal }), receipt)
    assert.deepEqual((await rows('sha256', 'attachments')).map(row => row['sha256']), [sha256])

    const inbox = createInbox({ query, site, authorize: () => true })
    await inbox.handle(new Request(`https://desk.example/inbox/issues/${issue.id}/messages`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text: 'On its way', author: { name: 'Ben' } }),
    }))
    await transport.reply!(receipt, { id: 'm1', at: issue.createdAt, from: 'customer', text: 'Thank you' }, { signal })
    const thread = await transport.thread!(receipt, { signal })
    assert.deepEqual(thread.messages.map(({ from, text }) => [from, text]), [['staff', 'On its way'], ['customer', 'Thank you']])
    assert.deepEqual([thread.status, thread.owner], ['open', { name: 'Maria' }])
  })

  it('takes a case further, to another device, and to whom the site signed in', async () => {
    const { handle } = openReceiver(query, { identity: async token => (token === 'ann' ? { sub: 'ann' } : undefined) })
    const speak = (options: HttpOptions = {}) => http(endpoint, { fetch: async (input, init) => handle(new Request(input, init)), ...options })
    const [here, there] = [speak(), speak()]
    const first = newIssue({ summary: 'A lamp' })
    const receipt = await here.send(first, [], { signal })
    const second = newIssue({ escalation: { of: first.id, rung: 'lead', level: 2 } })
    const next = await speak({ identity: async () => 'ann' }).send(second, [], { signal, earlier: [receipt] })
    const { continuedBy, level } = await here.thread!(receipt, { signal })
    assert.deepEqual([continuedBy, level], [{ id: second.id, reference: next.reference }, 1])

    const share = await here.share!(receipt, { signal })
    const opened = await there.open!(share.code, { signal })
    assert.deepEqual([opened.issue.summary, opened.receipt.reference], ['A lamp', receipt.reference])
    const bytes = new Uint8Array([1, 2, 3]).buffer
    const file = { id: 'f', name: 'f.txt', type: 'text/plain', size: 3, bytes }
    const { bytes: _, ...described } = file
    const message = { id: 'm', at: first.createdAt, from: 'customer' as const, text: '', attachments: [described] }
    await there.reply!(opened.receipt, message, { signal, attachments: [file] })
    assert.deepEqual((await here.thread!(next, { signal })).messages.map(({ kind, issue, attachments }) => [kind, issue, attachments?.[0]?.size]),
      [['escalated', first.id, undefined], [undefined, first.id, 3]])

    const mine = await speak({ identity: async () => 'ann' }).requests!({ signal })
    assert.deepEqual(mine.map(({ issue, receipt, thread }) => [issue.id, receipt.token, thread?.level]), [[second.id, next.token, 2]])
    assert.deepEqual(await here.requests!({ signal }), [])

    const leaving = new AbortController()
    await new Promise<void>((resolve, reject) => {
      here.watch!(receipt, resolve, { signal: leaving.signal }).then(reject, reject)
    })
    leaving.abort()
    await here.unshare!(receipt, { signal })
    for (const { token } of [opened.receipt, share]) {
      await assert.rejects(there.thread!({ ...receipt, token: token! }, { signal }), { status: 401 })
    }
    await assert.rejects(there.open!(share.code, { signal }), { retry: 'never' })
  })

  it('learns from every refusal whether to come again', async () => {
    const identity = async () => undefined
    const { handle } = openReceiver(query, { identity, limits: { issue: 1_000 } })
    const verdict = async (story: string, options = {}) => {
      const transport = http(endpoint, { fetch: async (input, init) => handle(new Request(input, init)), ...options })
      const error = await transport.send(newIssue({ story }), [], { signal }).catch((thrown: unknown) => thrown)
      assert.ok(error instanceof TransportError)
      return [error.status, error.retry]
    }
    assert.deepEqual(await verdict('x'.repeat(2_000)), [413, 'never'])
    assert.deepEqual(await verdict('x', { identity: async () => 'forged' }), [401, 'later'])
  })
})
