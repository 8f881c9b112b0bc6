import assert from 'node:assert/strict'
import { it } from 'node:test'
import { defaultPace, keepPace } from '../../../src/receiver/intake/pace.ts'
import { Refusal } from '../../../src/receiver/refusal.ts'
import { fakeClock } from '../../core/outbox/fixtures.ts'

/** Sends so many bytes at a time, every so many seconds, for so long; answers with when and why that was ended, and when it counted as slow. */
async function send({ bytes, every, seconds, dawdle = () => {}, put }: {
  bytes: number; every: number; seconds: number; dawdle?: () => void; put?: number
}) {
  const clock = fakeClock()
  let slowAt: number | undefined
  let ended: string | undefined
  let at = 0
  const pace = keepPace(defaultPace, clock, () => {
    slowAt = at
    dawdle()
  }, why => { ended ??= `${why.status} after ${at}: ${why.message}` })
  for (at = 1; at <= seconds && !ended; at++) {
    if (put !== undefined && at === 5) clock.set(put)
    await clock.advance(1_000)
    if (at % every === 0) pace.heard(bytes)
  }
  pace.stop()
  await clock.advance(3_600_000)
  return { ended, slowAt }
}

it('takes a large picture over a bad line, in minutes', async () => {
  const { ended, slowAt } = await send({ bytes: 13_000, every: 1, seconds: 800 })
  assert.equal(ended, undefined)
  assert.ok(slowAt! >= 30)
})

it('waits out a tunnel', async () => {
  assert.equal((await send({ bytes: 200_000, every: 15, seconds: 120 })).ended, undefined)
})

it('ends what falls silent', async () => {
  const { ended } = await send({ bytes: 0, every: 1_000, seconds: 100 })
  assert.match(ended!, /^408 after (1[6-9]|2\d): Nothing came for 20 seconds/)
})

it('ends what only drips, once it has had half a minute', async () => {
  const { ended } = await send({ bytes: 1, every: 3, seconds: 600 })
  assert.match(ended!, /^408 after 3\d: Expected at least 1000 bytes a second/)
})

it('ends what never ends', async () => {
  const { ended } = await send({ bytes: 2_000, every: 1, seconds: 2_000 })
  assert.match(ended!, /^408 after 90\d: The body took longer than 900 seconds/)
})

it('counts by timers, so that a clock that is put back or forward does no harm', async () => {
  for (const put of [0, 4e12]) assert.equal((await send({ bytes: 13_000, every: 1, seconds: 200, put })).ended, undefined)
})

it('ends what is slow where too many are', async () => {
  const dawdle = () => { throw new Refusal(503, 'Too many') }
  assert.match((await send({ bytes: 13_000, every: 1, seconds: 100, dawdle })).ended!, /^503 after 3\d: Too many/)
})
