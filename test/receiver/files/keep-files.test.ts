import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Issue } from '../../../src/core/issue/issue.ts'
import { createInbox } from '../../../src/receiver/inbox.ts'
import { createReceiver } from '../../../src/receiver/receiver.ts'
import type { ReceiverOptions } from '../../../src/receiver/settings.ts'
import { onEachDatabase } from '../databases.ts'
import { fakeForwarder } from '../forwarding/fake-forwarder.ts'
import { openInbox } from '../open-inbox.ts'
import { openReceiver, stopped } from '../open-receiver.ts'
import { ask, newIssue, post, postForm, postMessageForm, receiptOf } from '../requests.ts'
import { aStore } from './a-store.ts'

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
const withFile = (bytes = png, name = 'lamp.png') =>
  newIssue({ attachments: [{ id: 'f1', name, type: 'image/png', size: bytes.length, bytes: bytes.slice().buffer }] })
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer())

onEachDatabase('files in a store of their own', query => {
  const open = (more: object = {}) => {
    const files = aStore()
    return { files, ...openReceiver(query, { files: files.store, ...more }) }
  }
  const openInboxWith = (more: Partial<ReceiverOptions>) => {
    const files = aStore()
    const { receiver, clock } = openInbox(query, {}, { files: files.store, ...more })
    const send = async (issue: Issue) => {
      assert.equal((await receiver.handle(postForm(issue, [['f1', png]]))).status, 201)
      return issue
    }
    return { files, receiver, clock, send }
  }
  const strays = async (keys: Iterable<string>) =>
    (await query('select place from strays where place = any($1)', [[...keys]])).rows.map(row => row['place'])

  it('puts the bytes there and none of them into the database, and gives them back to the customer and the staff', async () => {
    const { files, handle, rows, site } = open()
    const issue = withFile()
    const response = await handle(postForm(issue, [['f1', png]]))
    assert.equal(response.status, 201)
    const { token } = await receiptOf(response)
    const [row] = await rows('seq::text as key, bytes, place', 'attachments')
    assert.equal(row!['bytes'], null)
    assert.match(String(row!['place']), /^[0-9a-f]{64}$/)
    assert.deepEqual([...files.kept], [[row!['place'], { bytes: png, type: 'image/png' }]])
    assert.deepEqual(await strays(files.kept.keys()), [])
    assert.deepEqual(await bytesOf(await handle(ask(`/${issue.id}/attachments/f1`, { token }))), png)

    const inbox = createInbox({ query, site, authorize: () => true, files: files.store })
    assert.deepEqual(await bytesOf(await inbox.handle(new Request(`https://desk.example/inbox/attachments/${String(row!['key'])}`))), png)
  })

  it('keeps the files of messages there, too', async () => {
    const { files, handle } = open()
    const issue = newIssue()
    const { token } = await receiptOf(await handle(post(issue)))
    const message = { id: 'm1', text: 'Here.', attachments: [{ id: 'f2', name: 'a.txt', type: 'text/html', size: 3 }] }
    const send = () => handle(postMessageForm(issue.id, token!, message, [['f2', new TextEncoder().encode('<b>')]]))
    assert.equal((await send()).status, 201)
    // The type is ours: what is served from a bucket by mistake must not run.
    assert.deepEqual([...files.kept.values()].map(({ type }) => type), ['application/octet-stream'])
    const [key] = files.kept.keys()
    assert.equal((await send()).status, 200)
    assert.deepEqual([...files.kept.keys()], [key])
    assert.equal(await (await handle(ask(`/${issue.id}/attachments/f2`, { token }))).text(), '<b>')
  })

  it('asks to come again when the store is down, and has kept nothing by half', async () => {
    const errors: unknown[] = []
    const { files, handle, rows } = open({ report: (error: unknown) => errors.push(error) })
    files.fails = 'put'
    const issue = withFile()
    const response = await handle(postForm(issue, [['f1', png]]))
    assert.equal(response.status, 503)
    assert.ok(Number(response.headers.get('retry-after')) >= 5)
    assert.deepEqual(await rows('id'), [])
    assert.match(String(errors[0]), /the store cannot put/)
    files.fails = undefined
    assert.equal((await handle(postForm(issue, [['f1', png]]))).status, 201)
    assert.equal(files.kept.size, 1)
  })

  it('tells the reader to come again while the store is down, and that a file is gone once it is', async () => {
    const { files, handle } = open({ report: () => {} })
    const issue = withFile()
    const { token } = await receiptOf(await handle(postForm(issue, [['f1', png]])))
    const read = () => handle(ask(`/${issue.id}/attachments/f1`, { token }))
    files.fails = 'get'
    assert.equal((await read()).status, 503)
    files.fails = undefined
    files.kept.clear()
    assert.equal((await read()).status, 404)
  })

  it('leaves one copy when the same issue comes again, or another under its id', async () => {
    const { files, handle, rows } = open()
    const issue = withFile()
    await handle(postForm(issue, [['f1', png]]))
    assert.equal((await handle(postForm(issue, [['f1', png]]))).status, 200)
    assert.equal((await handle(postForm({ ...issue, story: 'Edited' }, [['f1', png]]))).status, 422)
    const [row] = await rows('place', 'attachments')
    assert.deepEqual([...files.kept.keys()], [row!['place']])
  })

  it('leaves the copy that was named when a repeat cannot be tidied up', async () => {
    const errors: unknown[] = []
    const { files, handle, rows } = open({ report: (error: unknown) => errors.push(error) })
    const issue = withFile()
    await handle(postForm(issue, [['f1', png]]))
    files.fails = 'remove'
    assert.equal((await handle(postForm(issue, [['f1', png]]))).status, 200)
    const [row] = await rows('place', 'attachments')
    const left = [...files.kept.keys()].filter(key => key !== row!['place'])
    assert.equal(left.length, 1)
    assert.deepEqual(await strays(files.kept.keys()), left)
    assert.match(String(errors[0]), /the store cannot remove/)
  })

  it('takes nothing away when nobody knows whether the transaction ended well, and sweeps what was left after a day', async () => {
    const { files, site, rows } = open()
    const broken = (commit: boolean) => createReceiver({
      site, files: files.store, clock: stopped, report: () => {},
      query: async (text, values) => {
        if (!text.includes('insert into issues')) return query(text, values)
        if (commit) await query(text, values)
        throw new Error('the connection broke')
      },
    })
    const [lost, committed] = [withFile(), withFile()]
    assert.equal((await broken(false).handle(postForm(lost, [['f1', png]]))).status, 503)
    assert.equal((await broken(true).handle(postForm(committed, [['f1', png]]))).status, 503)
    assert.equal(files.kept.size, 2)
    const [row] = await rows('place', 'attachments')
    const named = String(row!['place'])
    const [stray] = [...files.kept.keys()].filter(key => key !== named)

    // Two processes begin a day later, and tidy up with their first issue.
    const start = () => createReceiver({ query, site, files: files.store, clock: stopped })
    await Promise.all([start(), start()].map(({ handle }) => handle(post(newIssue()))))
    assert.equal(files.kept.has(stray!), true)
    await query("update strays set since = since - interval '25 hours' where place = any($1)", [[...files.kept.keys()]])
    await Promise.all([start(), start()].map(({ handle }) => handle(post(newIssue()))))
    while ((await strays([stray!])).length > 0) await query('select 1')
    assert.deepEqual([...files.kept.keys()], [named])
  })

  it('sweeps the files of issues that were deleted, and none of another site', async () => {
    const { files, handle, site } = open()
    const other = openReceiver(query, { files: files.store })
    const [mine, theirs] = [withFile(), withFile()]
    await handle(postForm(mine, [['f1', png]]))
    const [gone] = files.kept.keys()
    await other.handle(postForm(theirs, [['f1', png]]))
    await query('delete from issues where id = any($1)', [[mine.id, theirs.id]])
    assert.equal((await strays(files.kept.keys())).length, 2)
    await query("update strays set since = since - interval '25 hours' where place = any($1)", [[...files.kept.keys()]])
    await createReceiver({ query, site, files: files.store }).handle(post(newIssue()))
    while ((await strays([gone!])).length > 0) await query('select 1')
    assert.equal(files.kept.has(gone!), false)
    assert.equal(files.kept.size, 1)
  })

  it('passes files on out of the store, and again later while it is down', async () => {
    const { forwarder, sent } = fakeForwarder()
    const { files, receiver, send, clock } = openInboxWith({ forwarding: { to: { tracker: forwarder } }, report: () => {} })
    const issue = await send(withFile())
    files.fails = 'get'
    assert.deepEqual(await receiver.forward(), { done: 0, failed: 1 })
    assert.equal(sent.length, 0)
    files.fails = undefined
    clock.pass(1)
    assert.deepEqual(await receiver.forward(), { done: 1, failed: 0 })
    assert.deepEqual(sent.map(({ issue: { id }, attachments }) => [id, ...attachments.map(({ bytes }) => [...new Uint8Array(bytes)])]), [[issue.id, [...png]]])
  })

  it('reads what was taken in before there was a store', async () => {
    const { handle, site } = openReceiver(query)
    const issue = withFile()
    const { token } = await receiptOf(await handle(postForm(issue, [['f1', png]])))
    const now = createReceiver({ query, site, files: aStore().store, clock: stopped })
    const later = await receiptOf(await now.handle(postForm(issue, [['f1', png]])))
    assert.equal(later.id, issue.id)
    assert.ok(token)
    assert.deepEqual(await bytesOf(await now.handle(ask(`/${issue.id}/attachments/f1`, { token: later.token }))), png)
  })
})
