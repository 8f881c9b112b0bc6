import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Receipt } from '../../src/core/issue/receipt.ts'
import type { Issue } from '../../src/core/issue/issue.ts'
import type { ReceiverOptions } from '../../src/receiver/settings.ts'
import { fakeClock } from '../core/outbox/fixtures.ts'
import { customer } from './customer.ts'
import { onEachDatabase } from './databases.ts'
import { openReceiver } from './open-receiver.ts'
import { ask, getThread } from './requests.ts'

onEachDatabase('a shared key', query => {
  const open = (options: Partial<ReceiverOptions> = {}) => {
    const receiver = openReceiver(query, options)
    return { ...receiver, ...customer(receiver), status: async (id: string, token: string) => (await receiver.handle(getThread(id, token))).status }
  }

  it('opens the thread as the receipt\'s own does, until it is taken back', async () => {
    const { send, share, unshare, thread, say, status } = open()
    const mine = await send()
    const { token, expiresAt } = await share(mine)
    assert.equal(expiresAt, '2026-11-21T10:10:00.000Z')
    const there = { id: mine.id, token }
    assert.equal(await say(there, { text: 'From my telephone' }), 201)
    assert.deepEqual((await thread(mine)).messages.map(({ text }) => text), ['From my telephone'])
    assert.deepEqual(await thread(there), await thread(mine))
    assert.equal(await unshare(mine), 204)
    assert.deepEqual([await status(mine.id, token), await status(mine.id, mine.token)], [401, 200])
  })

  it('shares nothing itself, and takes nothing back', async () => {
    const { send, share, unshare, handle, status } = open()
    const mine = await send()
    const { token } = await share(mine)
    assert.equal((await handle(ask(`/${mine.id}/shares`, { method: 'POST', token }))).status, 403)
    assert.equal(await unshare({ id: mine.id, token }), 403)
    for (const wrong of ['guess', undefined]) assert.equal((await handle(ask(`/${mine.id}/shares`, { method: 'POST', token: wrong }))).status, 401)
    assert.equal(await status(mine.id, token), 200)
  })

  it('opens no other issue', async () => {
    const { send, share, unshare, status, escalate, thread } = open()
    const [hers, his] = [await send(), await send()]
    const { token } = await share(his)
    assert.equal(await status(hers.id, token), 401)
    const stranger = await escalate(hers, token)
    assert.equal((await thread(hers)).messages.length, 0)
    assert.equal((await thread(stranger)).messages.length, 0)
    const { token: kept } = await share(hers)
    await unshare(his)
    assert.deepEqual([await status(hers.id, kept), await status(his.id, token)], [200, 401])
  })

  it('does not outlive its being taken back in an issue that was written with it', async () => {
    const { send, share, unshare, escalate, say, thread, handle } = open()
    const mine = await send()
    await say(mine, { id: 'm1', text: 'My address is …' })
    const { token } = await share(mine)
    const theirs = await escalate(mine, token)
    const further = await escalate(theirs)
    assert.deepEqual((await thread(further)).messages.map(({ text }) => text), ['My address is …', '', ''])
    await unshare(mine)
    await say(theirs, { text: 'Still me' })
    for (const later of [theirs, further]) {
      const { messages } = await thread(later)
      assert.ok(messages.every(({ id, issue }) => id !== 'm1' && issue === undefined), JSON.stringify(messages))
    }
    // Whoever had the case first still sees all of it.
    assert.deepEqual((await thread(mine)).messages.map(({ text }) => text), ['My address is …', '', '', 'Still me'])
    assert.equal((await handle(ask(`/${theirs.id}/attachments/none`, { token: theirs.token }))).status, 404)
  })

  it('is taken back in the whole case, because it shows the whole case', async () => {
    const { send, share, unshare, escalate, status } = open()
    const first = await send()
    const second = await escalate(first)
    const { token } = await share(first)
    await unshare(second)
    assert.equal(await status(first.id, token), 401)
  })

  it('can be fetched by a short code, once, as somebody types it', async () => {
    const { send, share, open: enter, status, unshare, say } = open()
    const mine = await send({ summary: 'A lamp', story: 'The whole story' })
    const { code, token } = await share(mine)
    assert.match(code, /^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/)
    const response = await enter(` ${code.toLowerCase().replace('-', ' ')} `)
    assert.equal(response.status, 200)
    const { issue, receipt } = (await response.json()) as { issue: Issue; receipt: Receipt }
    assert.deepEqual(issue, { version: 1, id: mine.id, createdAt: mine.issue.createdAt, kind: 'problem', summary: 'A lamp' })
    assert.deepEqual([receipt.id, receipt.reference], [mine.id, mine.reference])
    assert.ok(![token, mine.token].includes(receipt.token!))
    assert.equal(await say({ id: mine.id, token: receipt.token! }, { text: 'From over there' }), 201)
    assert.equal((await enter(code)).status, 404)
    assert.equal(await status(mine.id, token), 200)
    await unshare(mine)
    assert.equal(await status(mine.id, receipt.token!), 401)
  })

  it('stands behind its code for ten minutes, on its own site, until it is taken back', async () => {
    const clock = fakeClock()
    const { send, share, open: enter, unshare } = open({ clock })
    const mine = await send()
    const late = await share(mine)
    clock.set(clock.now() + 10 * 60_000)
    assert.equal((await enter(late.code)).status, 404)
    const elsewhere = await share(mine)
    assert.equal((await open().open(elsewhere.code)).status, 404)
    await unshare(mine)
    assert.equal((await enter(elsewhere.code)).status, 404)
  })

  it('answers the same to every code that is none', async () => {
    const { open: enter } = open()
    const answers = await Promise.all(['', 'AAAA-AAAA', 'x'.repeat(5_000), '%', 'ILOU-0101', 7, null, {}, ['AAAAAAAA']].map(async code => {
      const response = await enter(code)
      return `${response.status} ${await response.text()}`
    }))
    assert.deepEqual([...new Set(answers)].length, 1)
    assert.match(answers[0]!, /^404 /)
  })

  it('lets nobody try many codes', async () => {
    const address = (request: Request) => request.headers.get('x-address') ?? ''
    const clock = fakeClock()
    const { open: enter } = open({ clock, rateLimit: { perMinute: 10_000, address } })
    const tries = async (count: number, from: string) => {
      const statuses = []
      for (let round = 0; round < count; round++) statuses.push((await enter('AAAA-AAAA', { 'x-address': from })).status)
      return statuses
    }
    assert.deepEqual(await tries(11, 'a'), [...Array<number>(10).fill(404), 429])
    assert.deepEqual(await tries(1, 'b'), [404])
    for (let from = 0; from < 29; from++) await tries(10, `c${from}`)
    assert.deepEqual(await tries(1, 'd'), [429])
    clock.set(clock.now() + 60_000)
    assert.deepEqual(await tries(1, 'a'), [404])
  })

  it('lies in the database as a hash, and so does its code', async () => {
    const { send, share, rows } = open()
    const { token, code } = await share(await send())
    const kept = JSON.stringify(await rows('*', 'shares'))
    assert.ok(!kept.includes(token) && !kept.includes(code) && !kept.includes(code.replace('-', '')))
  })

  it('goes, the oldest first, when there are more than fifty', async () => {
    const { send, share, status, rows } = open()
    const mine = await send()
    const tokens: string[] = []
    for (let count = 0; count < 51; count++) tokens.push((await share(mine)).token)
    assert.equal((await rows('1', 'shares')).length, 50)
    assert.deepEqual([await status(mine.id, tokens[0]!), await status(mine.id, tokens[1]!), await status(mine.id, tokens[50]!)], [401, 200, 200])
  })
})
