import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Query } from '../../../src/receiver/query.ts'
import { fakeClock } from '../../core/outbox/fixtures.ts'
import { onEachDatabase } from '../databases.ts'
import { openReceiver } from '../open-receiver.ts'
import { endpoint, newIssue, post } from '../requests.ts'

onEachDatabase('what load balancers ask', query => {
  function open() {
    const clock = fakeClock()
    let mood: 'well' | 'away' | 'silent' | 'behind' = 'well'
    let asked = 0
    const moody: Query = async (text, values) => {
      if (text.includes('max(version)')) asked++
      if (mood === 'away') throw new Error('password authentication failed for user "earshot"')
      if (mood === 'silent') return new Promise(() => {})
      if (mood === 'behind' && text.includes('max(version)')) return { rows: [{ version: 1 }] }
      return query(text, values)
    }
    const receiver = openReceiver(moody, { clock, report: () => {}, rateLimit: { perMinute: 1, address: () => 'a' } })
    const probe = async (path: 'health' | 'ready', method = 'GET') => {
      const answer = await receiver.handle(new Request(`${endpoint}/${path}`, { method }))
      return { status: answer.status, text: await answer.text(), retryAfter: answer.headers.get('retry-after') }
    }
    return { ...receiver, clock, probe, asked: () => asked, be: (now: typeof mood) => { mood = now } }
  }

  it('is answered well where the database answers and has its tables, which are made for that', async () => {
    const { probe } = open()
    assert.deepEqual(await probe('ready'), { status: 200, text: '{"status":"ready"}', retryAfter: null })
    assert.deepEqual(await probe('health'), { status: 200, text: '{"status":"alive"}', retryAfter: null })
    assert.deepEqual([(await probe('ready', 'HEAD')).status, (await probe('health', 'HEAD')).status, (await probe('health', 'POST')).status], [200, 200, 405])
  })

  it('is never limited, and asks the database once a second at most', async () => {
    const { probe, asked, handle, clock } = open()
    await probe('ready')
    // Beyond what making the tables and the first look took.
    const before = asked()
    assert.deepEqual([(await handle(post(newIssue()))).status, (await handle(post(newIssue()))).status], [201, 429])
    for (let second = 0; second < 3; second++) {
      const answers = await Promise.all(Array.from({ length: 100 }, (_, index) => probe(index % 2 ? 'ready' : 'health')))
      assert.ok(answers.every(({ status }) => status === 200))
      await clock.advance(1_000)
    }
    assert.equal(asked() - before, 2)
  })

  it('is no where the database is away, behind or silent, without a word of why; the process lives', async () => {
    const { probe, be, clock, asked } = open()
    await probe('ready')
    for (const mood of ['away', 'behind', 'silent'] as const) {
      be(mood)
      await clock.advance(1_000)
      const before = asked()
      const answers = Array.from({ length: 50 }, () => probe('ready'))
      await clock.advance(1_000)
      for (const { status, text, retryAfter } of await Promise.all(answers)) {
        assert.equal(status, 503, mood)
        assert.doesNotMatch(text, /password|earshot_|user/)
        assert.ok(Number(retryAfter) >= 1)
      }
      assert.equal(asked() - before, 1)
      assert.equal((await probe('health')).status, 200)
    }
    // While one answer is owed, nothing more is asked.
    const before = asked()
    const waiting = probe('ready')
    await clock.advance(1_000)
    assert.deepEqual([(await waiting).status, asked()], [503, before])
  })

  it('is no while tables cannot be made, and yes as soon as they can', async () => {
    const { probe, be, clock } = open()
    be('away')
    assert.equal((await probe('ready')).status, 503)
    be('well')
    await clock.advance(1_000)
    assert.equal((await probe('ready')).status, 200)
  })
})
