import assert from 'node:assert/strict'
import { it } from 'node:test'
import { createReceiver } from '../../../src/receiver/receiver.ts'
import type { RateLimit } from '../../../src/receiver/settings.ts'
import { fakeClock } from '../../core/outbox/fixtures.ts'
import { customer, type Case } from '../customer.ts'
import { onEachDatabase } from '../databases.ts'
import { fakeForwarder } from '../forwarding/fake-forwarder.ts'
import { openReceiver } from '../open-receiver.ts'
import { ask, newIssue, post } from '../requests.ts'

onEachDatabase('how much somebody may do', query => {
  function open(rateLimit: Partial<RateLimit> = {}) {
    const clock = fakeClock()
    const reports: unknown[] = []
    const receiver = openReceiver(query, {
      clock, report: error => reports.push(error),
      rateLimit: { perMinute: 20, address: request => request.headers.get('x-address')!, ...rateLimit },
      identity: async token => (token.startsWith('true ') ? { sub: token.slice(5) } : undefined),
      forwarding: { to: { github: { ...fakeForwarder().forwarder, hook: async () => [] } } },
    })
    const from = (address: string, headers: Record<string, string> = {}) => ({ 'x-address': address, ...headers })
    const write = async (address: string, headers = {}) => (await receiver.handle(post(newIssue(), from(address, headers)))).status
    const read = async (address: string, { id, token }: Pick<Case, 'id' | 'token'>) => (await receiver.handle(ask(`/${id}`, { token, headers: from(address) }))).status
    const hook = async (address: string) => (await receiver.handle(ask('/hooks/github', { method: 'POST', body: {}, headers: from(address) }))).status
    /** How many of so many went through. */
    async function through(times: number, one: () => Promise<number>) {
      let count = 0
      for (let time = 0; time < times; time++) if ((await one()) !== 429) count++
      return count
    }
    const { send } = customer({ handle: request => receiver.handle(new Request(request, { headers: { ...Object.fromEntries(request.headers), 'x-address': 'at home' } })) })
    return { ...receiver, clock, reports, write, read, hook, through, send }
  }

  it('is for an address, another address has its own, and all of an IPv6 network has one', async () => {
    const { write, through } = open()
    assert.equal(await through(25, () => write('198.51.100.1')), 20)
    assert.equal(await write('198.51.100.2'), 201)
    let last = 0
    assert.equal(await through(25, () => write(`2001:db8:0:7::${++last}`)), 20)
    assert.equal(await write('2001:db8:0:8::1'), 201)
  })

  it('leaves to whoever waits for an answer their thread, whatever others behind the same address do', async () => {
    const { write, read, through, send, clock } = open()
    const [mine, greedy] = [await send(), await send()]
    assert.equal(await through(50, () => write('an office')), 20)
    assert.equal(await through(500, () => read('an office', greedy)), 100)
    assert.equal(await read('an office', mine), 200)
    // One who only guesses tokens has none of that, and is soon told to wait.
    assert.equal(await through(20, () => read('an office', { id: mine.id, token: crypto.randomUUID() })), 0)
    await clock.advance(60_000)
    assert.equal(await read('an office', greedy), 200)
  })

  it('leaves to others behind an address at least half of it, whatever one token that proves nothing asks', async () => {
    const { read, write, through } = open()
    const stranger = { id: 'none', token: 'guess' }
    assert.equal(await through(500, () => read('an office', stranger)), 100)
    assert.equal(await through(30, () => write('an office')), 10)
  })

  it('is somebody\'s own where the site has signed who they are, and nobody\'s where it has not', async () => {
    const { write, through } = open()
    assert.equal(await through(25, () => write('an office')), 20)
    assert.equal(await write('an office', { 'earshot-identity': 'true ann' }), 201)
    assert.equal(await through(25, () => write('an office', { 'earshot-identity': 'true ann' })), 19)
    // Neither another address nor a lie gets more of it.
    assert.equal(await write('at home', { 'earshot-identity': 'true ann' }), 429)
    assert.equal(await write('an office', { 'earshot-identity': 'true ben' }), 201)
    assert.equal(await write('an office', { 'earshot-identity': 'false' }), 429)
  })

  it('is enough for an office that follows its threads in many tabs', async () => {
    const { read, send, clock } = open()
    const cases = []
    for (let count = 0; count < 10; count++) cases.push(await send())
    // Ten customers, three tabs each that have just been opened and know nothing of one another: each looks at ten threads, then
    // again after half a minute, after one, two and four.
    let isRefused = 0
    for (const pause of [30, 60, 120, 240]) {
      for (let tab = 0; tab < 30; tab++) for (const each of cases) if ((await read('an office', each)) !== 200) isRefused++
      await clock.advance(pause * 1_000)
    }
    assert.equal(isRefused, 0)
  })

  it('is another for webhooks, which take nothing from customers, nor one system from another', async () => {
    const { hook, write, through } = open({ hooks: 30 })
    assert.equal(await through(40, () => hook('140.82.115.1')), 30)
    assert.equal(await hook('140.82.115.2'), 200)
    assert.equal(await write('140.82.115.1'), 201)
  })

  it('is one for all whose address is not known, and the owner hears of it once', async () => {
    for (const address of [() => { throw new Error('no such header') }, () => undefined, () => ' '] as unknown as RateLimit['address'][]) {
      const { write, through, reports } = open({ address })
      assert.equal(await through(25, () => write('any')), 20)
      assert.equal(reports.length, 1)
      assert.match(String(reports[0]), /rateLimit\.address.*receiver\/no-address/)
    }
  })

  it('says when to come again: whoever comes then is let in', async () => {
    const { handle, write, through, clock } = open()
    await through(20, () => write('a'))
    for (let round = 0; round < 5; round++) {
      const answer = await handle(post(newIssue(), { 'x-address': 'a' }))
      assert.equal(answer.status, 429)
      await clock.advance(Number(answer.headers.get('retry-after')) * 1_000)
      assert.equal(await write('a'), 201)
      await through(20, () => write('a'))
    }
  })

  it('must be a number that lets somebody in', () => {
    const address = () => 'a'
    for (const rateLimit of [{ perMinute: 0, address }, { perMinute: NaN, address }, { perMinute: Infinity, address }, { perMinute: 1, hooks: -1, address }, { perMinute: '5', address }, { perMinute: 5 }]) {
      assert.throws(() => createReceiver({ query, rateLimit: rateLimit as RateLimit }), { code: 'receiver/wrong-limit' }, JSON.stringify(rateLimit))
    }
    for (const limits of [{ issue: 0 }, { atOnce: 0 }, { stall: NaN }, { pace: -1 }, { bodies: 1_000 }, { attachments: -1 }]) {
      assert.throws(() => createReceiver({ query, limits }), { code: 'receiver/wrong-limit' }, JSON.stringify(limits))
    }
    createReceiver({ query, limits: { request: 100 * 2 ** 20, attachments: 0 } })
  })
})
