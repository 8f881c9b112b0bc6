import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Forwarding } from '../../../src/receiver/forwarding/forwarder.ts'
import type { ReceiverOptions } from '../../../src/receiver/settings.ts'
import { onEachDatabase } from '../databases.ts'
import { openInbox } from '../open-inbox.ts'
import { newIssue, postForm, receiptOf } from '../requests.ts'
import { fakeForwarder, refusal } from './fake-forwarder.ts'

onEachDatabase('passing issues on', query => {
  const open = (forwarding: Forwarding, options: Partial<ReceiverOptions> = {}) => openInbox(query, {}, { forwarding, ...options })
  const jobs = async (site: string) => (await query('select status, attempts, failure, due_at from forwards where site = $1 order by seq', [site])).rows

  it('sends each issue once to each forwarder, with its files, and keeps the receipt', async () => {
    const [github, slack] = [fakeForwarder(), fakeForwarder()]
    const { receiver, site } = open({ to: { github: github.forwarder, slack: slack.forwarder } })
    const bytes = new Uint8Array([1, 2, 3])
    const issue = newIssue({ attachments: [{ id: 'a', name: 'a.png', type: 'image/png', size: 3, field: 'files', bytes: bytes.buffer }] })
    await receiptOf(await receiver.handle(postForm(issue, [['a', bytes]])))
    assert.deepEqual(await receiver.forward(), { done: 2, failed: 0 })
    assert.deepEqual(await receiver.forward(), { done: 0, failed: 0 })
    assert.deepEqual([github.ids(), slack.ids()], [[issue.id], [issue.id]])
    const { issue: passedOn, attachments: [file], options } = github.sent[0]!
    assert.deepEqual(passedOn, issue)
    assert.deepEqual({ ...file, bytes: [...new Uint8Array(file!.bytes)] }, { ...issue.attachments![0], sha256: file!.sha256, bytes: [1, 2, 3] })
    assert.deepEqual([options.again, options.earlier], [undefined, undefined])
    assert.deepEqual((await jobs(site)).map(({ status, attempts }) => [status, attempts]), [['done', 1], ['done', 1]])
  })

  it('keeps an issue and its jobs in one: a repeat of the issue makes no other job', async () => {
    const { forwarder, ids } = fakeForwarder()
    const { receiver } = open({ to: { github: forwarder } })
    const issue = newIssue()
    for (let round = 0; round < 3; round++) await receiver.handle(postForm(issue, []))
    await receiver.forward()
    assert.deepEqual(ids(), [issue.id])
  })

  it('keeps the site\'s own token to itself', async () => {
    const { forwarder, sent } = fakeForwarder()
    const { receiver, send } = open({ to: { github: forwarder } }, { identity: async () => ({ sub: 'ann' }) })
    await send({ identity: { token: 'secret' } })
    await receiver.forward()
    assert.ok(!JSON.stringify(sent[0]!.issue).includes('secret'))
  })

  it('passes on neither the owner\'s tests nor what no article answered', async () => {
    const { forwarder, ids } = fakeForwarder()
    const { receiver, send } = open({ to: { github: forwarder } })
    await send({ synthetic: true })
    await send({ kind: 'gap', answers: { searches: [{ query: 'lamp', count: 0 }] } })
    await receiver.forward()
    assert.deepEqual(ids(), [])
  })

  it('tries again later and later, and says that something may have arrived', async () => {
    const { forwarder, failures, sent } = fakeForwarder()
    const { receiver, send, clock, site } = open({ to: { github: forwarder } }, { report: () => {}, random: bytes => bytes.fill(239) })
    failures.push(refusal({ retry: 'later', status: 502 }), new Error('a bug'))
    await send()
    assert.deepEqual(await receiver.forward(), { done: 0, failed: 1 })
    assert.deepEqual(await receiver.forward(), { done: 0, failed: 0 })
    clock.pass(10 / 3600)
    assert.deepEqual(await receiver.forward(), { done: 0, failed: 1 })
    clock.pass(18 / 3600)
    assert.deepEqual(await receiver.forward(), { done: 0, failed: 0 })
    clock.pass(1 / 3600)
    assert.deepEqual(await receiver.forward(), { done: 1, failed: 0 })
    assert.deepEqual(sent.map(({ options }) => options.again), [undefined, true, true])
    assert.deepEqual((await jobs(site)).map(({ status, attempts, failure }) => [status, attempts, failure]), [['done', 3, null]])
  })

  it('waits as long as the other side asks, with all that goes there', async () => {
    const { forwarder, failures, sent } = fakeForwarder()
    const { receiver, send, clock } = open({ to: { github: forwarder }, atOnce: 1 })
    failures.push(refusal({ retry: 'later', status: 429, afterMs: 1_800_000 }))
    await send()
    await send()
    assert.deepEqual(await receiver.forward(), { done: 0, failed: 1 })
    clock.pass(0.4)
    assert.deepEqual(await receiver.forward(), { done: 0, failed: 0 })
    clock.pass(0.1)
    assert.deepEqual(await receiver.forward(), { done: 2, failed: 0 })
    assert.equal(sent.length, 3)
  })

  it('keeps what was refused for good, and what failed too often, until a person looks at it', async () => {
    const { forwarder, failures } = fakeForwarder()
    const { receiver, send, clock, site } = open({ to: { github: forwarder }, attempts: 2 })
    failures.push(refusal({ retry: 'never', status: 422, detail: 'No such label' }))
    await send()
    await receiver.forward()
    failures.push(refusal({ retry: 'later' }), refusal({ retry: 'later' }))
    await send()
    for (let round = 0; round < 3; round++) {
      await receiver.forward()
      clock.pass(2)
    }
    const [refused, tired] = await jobs(site)
    assert.deepEqual([refused!['status'], (refused!['failure'] as { text: string }).text], ['dead', 'It answered 422: No such label'])
    assert.deepEqual([tired!['status'], tired!['attempts']], ['dead', 2])
  })

  it('takes nothing for a receipt that does not name the issue', async () => {
    const { receiver, send, site } = open({ to: { github: { send: async () => ({ id: 'another', reference: '1', acceptedAt: '' }) } } })
    await send()
    await receiver.forward()
    const [job] = await jobs(site)
    assert.deepEqual([job!['status'], (job!['failure'] as { code: string }).code], ['waiting', 'transport/no-receipt'])
  })

  it('shows staff nothing of an error that may hold a secret, and the log all of it', async () => {
    const heard: unknown[] = []
    const error = new Error('https://hooks.example/secret cannot be reached')
    const { receiver, send, site } = open({ to: { slack: { send: async () => { throw error } } } }, { report: thrown => heard.push(thrown) })
    await send()
    await receiver.forward()
    assert.deepEqual(heard, [error])
    assert.ok(!JSON.stringify(await jobs(site)).includes('secret'))
  })

  it('lets no forwarder hold up another one', async () => {
    const slack = fakeForwarder()
    let free = () => {}
    const stuck = new Promise<void>(resolve => { free = resolve })
    const { receiver, send } = open({ to: { stuck: { send: async issue => (await stuck, { id: issue.id, reference: '1', acceptedAt: '' }) }, slack: slack.forwarder } })
    const sent = [await send(), await send()]
    const round = receiver.forward()
    while (slack.sent.length < 2) await new Promise(resolve => setImmediate(resolve))
    assert.deepEqual(slack.ids().sort(), sent.map(({ id }) => id).sort())
    free()
    assert.deepEqual(await round, { done: 4, failed: 0 })
  })

  it('lets several workers send each issue once', async () => {
    const { forwarder, ids } = fakeForwarder()
    const { receiver, send, site } = open({ to: { github: forwarder } })
    const sent = []
    for (let index = 0; index < 12; index++) sent.push((await send()).id)
    const others = [1, 2, 3].map(() => openInbox(query, {}, { site, forwarding: { to: { github: forwarder } } }).receiver)
    await Promise.all([receiver, ...others].map(worker => worker.forward()))
    assert.deepEqual(ids().sort(), sent.sort())
  })

  it('takes over from a worker that died, once its claim has ended', async () => {
    const { forwarder, sent } = fakeForwarder()
    const { receiver, send, site } = open({ to: { github: forwarder } })
    await send()
    await query(`update forwards set attempts = 1, claimed_until = now() + interval '1 minute' where site = $1`, [site])
    assert.deepEqual(await receiver.forward(), { done: 0, failed: 0 })
    await query(`update forwards set claimed_until = now() - interval '1 second' where site = $1`, [site])
    assert.deepEqual(await receiver.forward(), { done: 1, failed: 0 })
    assert.deepEqual(sent.map(({ options }) => options.again), [true])
  })
})
