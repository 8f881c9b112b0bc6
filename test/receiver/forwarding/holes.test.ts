import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Clock } from '../../../src/core/support/clock.ts'
import type { Forwarder, Forwarding } from '../../../src/receiver/forwarding/forwarder.ts'
import type { Noted } from '../../../src/receiver/forwarding/find-content.ts'
import type { ReceiverOptions } from '../../../src/receiver/settings.ts'
import { onEachDatabase } from '../databases.ts'
import { aStore } from '../files/a-store.ts'
import { handClock, monday, openInbox } from '../open-inbox.ts'
import { newIssue, postForm, postMessageForm, receiptOf } from '../requests.ts'
import { fakeForwarder, refusal } from './fake-forwarder.ts'

onEachDatabase('passing on, when something happens meanwhile', query => {
  const open = (forwarding: Forwarding, options: Partial<ReceiverOptions> = {}) => openInbox(query, {}, { forwarding, ...options })
  const jobs = async (site: string) => (await query('select status, failure from forwards where site = $1 order by seq', [site])).rows as { status: string; failure: { code: string; text: string } | null }[]
  const picture = (id: string) => ({ id, name: `${id}.png`, type: 'image/png', size: 1, field: 'files', bytes: new ArrayBuffer(1) })

  it('an issue that is deleted while it is sent is no fault, and holds up nothing', async () => {
    const { forwarder, ids } = fakeForwarder()
    let site = ''
    const deleting: Forwarder = { ...forwarder, send: async (...given) => (await query('delete from issues where id = $1', [given[0].id]), forwarder.send(...given)) }
    const inbox = open({ to: { deleting, github: forwarder } })
    site = inbox.site
    await inbox.send()
    assert.equal((await inbox.receiver.forward()).failed, 0)
    assert.deepEqual([await jobs(site), (await inbox.receiver.forward()).done], [[], 0])
    assert.ok(ids().length >= 1)
  })

  it('an issue that is deleted between the claim and its reading is no fault either', async () => {
    const { forwarder, ids } = fakeForwarder()
    let deleted = false
    const { receiver, send } = openInbox(query, {}, {
      forwarding: { to: { github: forwarder } },
      query: async (text, values) => {
        if (deleted || !text.includes('own.receipt as own')) return query(text, values)
        deleted = true
        await query('delete from issues where seq = (select issue from forwards where seq = $1::text::bigint)', [values![0]])
        return query(text, values)
      },
    })
    await send()
    assert.deepEqual(await receiver.forward(), { done: 0, failed: 0 })
    assert.deepEqual([deleted, ids()], [true, []])
  })

  it('rules that change do not move what waits', async () => {
    const [github, slack] = [fakeForwarder(), fakeForwarder()]
    const to = { github: github.forwarder, slack: slack.forwarder }
    const { send, site } = open({ to, rules: [{ to: 'github' }] })
    const { id } = await send()
    await open({ to, rules: [{ to: 'slack' }] }, { site }).receiver.forward()
    assert.deepEqual([github.ids(), slack.ids()], [[id], []])
  })

  it('what a clock that was wrong put off for years is due when it is right', async () => {
    const { forwarder, failures, ids } = fakeForwarder()
    const wrong = handClock(Date.parse('2036-01-01T00:00:00Z'))
    const { receiver, send, site } = openInbox(query, {}, { forwarding: { to: { github: forwarder } }, clock: wrong })
    failures.push(refusal({ retry: 'later' }))
    const { id } = await send()
    await receiver.forward()
    const right = openInbox(query, {}, { site, forwarding: { to: { github: forwarder } }, clock: handClock(monday) }).receiver
    assert.deepEqual(await right.forward(), { done: 1, failed: 0 })
    assert.deepEqual(ids(), [id, id])
  })

  it('a file that its store has no more takes nothing else with it, and is named', async () => {
    const files = aStore()
    const { forwarder, sent, replies } = fakeForwarder()
    const { receiver } = open({ to: { github: forwarder } }, { files: files.store })
    const issue = newIssue({ attachments: [picture('a'), picture('b')] })
    const { token } = await receiptOf(await receiver.handle(postForm(issue, [['a', new Uint8Array([1])], ['b', new Uint8Array([2])]])))
    await receiver.handle(postMessageForm(issue.id, token!, { id: 'm', text: 'See', attachments: [{ id: 'c', name: 'c.png', type: 'image/png', size: 1 }] }, [['c', new Uint8Array([3])]]))
    for (const [key, { bytes }] of [...files.kept]) if (bytes[0] !== 2) files.kept.delete(key)
    assert.deepEqual(await receiver.forward(), { done: 2, failed: 0 })
    const told = sent[0]!.issue as typeof issue & Noted
    assert.deepEqual([told.attachments!.map(({ id }) => id), sent[0]!.attachments.map(({ id }) => id)], [['b'], ['b']])
    assert.deepEqual(told.goneFiles, [{ name: 'a.png', type: 'image/png', size: 1 }])
    const { message, attachments } = replies[0]!
    assert.deepEqual([message.attachments, attachments, (message as Noted).goneFiles!.map(({ name }) => name)], [undefined, [], ['c.png']])
  })

  it('a store of files that fails is waited for, and named in plain words', async () => {
    const files = aStore()
    const heard: unknown[] = []
    const { forwarder, ids } = fakeForwarder()
    const { receiver, site, clock } = open({ to: { github: forwarder } }, { files: files.store, report: error => heard.push(error) })
    await receiver.handle(postForm(newIssue({ attachments: [picture('a')] }), [['a', new Uint8Array([1])]]))
    files.fails = 'get'
    assert.deepEqual(await receiver.forward(), { done: 0, failed: 1 })
    const [{ status, failure }] = (await jobs(site)) as [Awaited<ReturnType<typeof jobs>>[number]]
    assert.deepEqual([status, failure!.code, heard.length, ids()], ['waiting', 'receiver/files-unreachable', 1, []])
    assert.match(failure!.text, /^The files could not be read/)
    files.fails = undefined
    clock.pass(1)
    assert.deepEqual(await receiver.forward(), { done: 1, failed: 0 })
  })

  it('what hangs for ever, a forwarder or a store, is given up and tried again, and others go on', async () => {
    const timers = new Set<() => void>()
    const clock: Clock = {
      now: () => monday,
      after(ms, run) {
        if (ms !== 70_000) return () => {}
        timers.add(run)
        return () => timers.delete(run)
      },
    }
    const forEver = () => {
      setImmediate(() => timers.forEach(run => run()))
      return new Promise<never>(() => {})
    }
    const { receiver, send, site } = open({ to: { stuck: { send: forEver } }, timeout: 70_000 }, { clock })
    await send()
    assert.deepEqual(await receiver.forward(), { done: 0, failed: 1 })
    assert.deepEqual((await jobs(site)).map(({ failure }) => [failure!.code, failure!.text]), [['receiver/slow-forward', 'There was no answer within 70 seconds.']])
    const files = { ...aStore().store, get: forEver }
    const hanging = open({ to: { github: fakeForwarder().forwarder }, timeout: 70_000 }, { report: () => {}, clock, files })
    await hanging.receiver.handle(postForm(newIssue({ attachments: [picture('a')] }), [['a', new Uint8Array([1])]]))
    assert.deepEqual(await hanging.receiver.forward(), { done: 0, failed: 1 })
    assert.deepEqual((await jobs(hanging.site)).map(({ failure }) => failure!.code), ['receiver/slow-files'])
  })

  it('a message for one that takes none any more waits for a person', async () => {
    const { forwarder } = fakeForwarder()
    const { receiver, send, say, site } = open({ to: { github: forwarder } })
    const sent = await send()
    await receiver.forward()
    await say(sent, { id: 'more', text: 'And another thing' })
    assert.deepEqual(await open({ to: { github: { send: forwarder.send } } }, { site }).receiver.forward(), { done: 0, failed: 1 })
    assert.deepEqual((await jobs(site)).map(({ status, failure }) => [status, failure?.text]), [['done', undefined], ['dead', 'It takes nothing that follows an issue']])
  })
})
