import assert from 'node:assert/strict'
import { it } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { comeAgain } from '../../../src/receiver/intake/come-again.ts'
import { createMeter, type MeterOptions } from '../../../src/receiver/intake/meter.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const second = 1_000

function open(options: MeterOptions) {
  const meter = createMeter(options)
  /** How long until it may be done; where that is now, it is. */
  const ask = (key: string, now: number, cost = 1) => {
    const wait = meter.wait(key, cost, now)
    if (!wait) meter.spend(key, cost, now)
    return Math.ceil(wait)
  }
  return { ...meter, ask }
}

it('lets through a burst, then one after the other, and nothing begins anew with the minute', () => {
  const { ask } = open({ perMinute: 6, burst: 2 })
  assert.deepEqual([ask('a', 0), ask('a', 0), ask('a', 0)], [0, 0, 10 * second])
  assert.deepEqual([ask('a', 9 * second), ask('a', 10 * second), ask('a', 10 * second)], [second, 0, 10 * second])
  assert.deepEqual([ask('a', 60 * second), ask('a', 60 * second), ask('a', 60 * second)], [0, 0, 10 * second])
})

it('counts each key by itself, and what is refused costs nothing', () => {
  const { ask } = open({ perMinute: 1 })
  for (let times = 0; times < 100; times++) ask('greedy', 0)
  assert.deepEqual([ask('greedy', 0), ask('other', 0), ask('greedy', 60 * second)], [60 * second, 0, 0])
})

it('takes a fraction for what costs less', () => {
  const { ask } = open({ perMinute: 2 })
  for (let times = 0; times < 20; times++) assert.equal(ask('a', 0, 0.1), 0, String(times))
  assert.equal(ask('a', 0, 0.1), 3 * second)
})

it('lets one through in its time, however little is allowed', () => {
  const { ask } = open({ perMinute: 0.5 })
  assert.deepEqual([ask('a', 0), ask('a', 0), ask('a', 120 * second)], [0, 120 * second, 0])
})

it('shuts nobody out for longer than the burst when the clock is put back', () => {
  const { ask } = open({ perMinute: 60, burst: 10 })
  for (let times = 0; times < 10; times++) ask('a', 1e12)
  assert.equal(ask('a', 0), second)
  assert.equal(ask('a', 10 * second), 0)
})

it('remembers whoever goes on asking, and of a flood of others only so many', () => {
  const { ask } = open({ perMinute: 1, most: 100 })
  ask('greedy', 0)
  for (let address = 0; address < 1_000; address++) {
    assert.equal(ask(`flood ${address}`, 0), 0)
    if (address % 20 === 0) assert.ok(ask('greedy', 0) > 0, `forgotten after ${address}`)
  }
})

it('holds no more in memory after hundreds of thousands of addresses than after a few thousand', () => {
  const { ask } = open({ perMinute: 60 })
  const flood = (count: number) => {
    for (let address = 0; address < count; address++) ask(`${Math.random()} ${address}`, address)
    collect()
    return process.memoryUsage().heapUsed
  }
  const before = flood(40_000)
  assert.ok(flood(300_000) - before < 5 * 2 ** 20)
})

it('says when to come again: never too early, and to each another time', () => {
  const answers = Array.from({ length: 256 }, (_, byte) => Number(comeAgain(9_001, bytes => bytes.fill(byte))['retry-after']))
  assert.deepEqual([answers[0], answers[255]], [10, 20])
  assert.equal(new Set(answers).size, 11)
  assert.equal(comeAgain(0, bytes => bytes)['retry-after'], '1')
  assert.equal(comeAgain(3_600_000, bytes => bytes.fill(255))['retry-after'], '3630')
})
