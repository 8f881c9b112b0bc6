import assert from 'node:assert/strict'
import { it } from 'node:test'
import { createRoom } from '../../../src/receiver/intake/room.ts'

const many = (count: number, take: () => boolean) => Array.from({ length: count }, take).filter(Boolean).length

it('gives one who floods half of it, so that others find room', () => {
  const room = createRoom(100)
  assert.equal(many(1_000, () => room.take('flood', 1)), 50)
  assert.equal(many(10, () => room.take('office', 1)), 10)
  assert.equal(room.take('flood', 1), false)
  assert.equal(many(1_000, () => room.take('another flood', 1)), 20)
  assert.equal(room.take('a newcomer', 1), true)
})

it('gives a newcomer the last place', () => {
  const room = createRoom(2)
  assert.deepEqual([room.take('a', 1), room.take('b', 1), room.take('c', 1)], [true, true, false])
  room.give('a', 1)
  assert.equal(room.take('c', 1), true)
})

it('lets one thing become whole, and a second one only with enough room left', () => {
  const room = createRoom(100)
  assert.deepEqual([room.take('a', 60, true), room.take('a', 30, true), room.take('a', 20, true)], [true, true, false])
  room.give('a', 90)
  assert.deepEqual([room.take('a', 40), room.take('a', 20)], [true, false])
})

it('is all there again when everybody has gone', () => {
  const room = createRoom(10)
  for (let round = 0; round < 3; round++) {
    const taken = many(10, () => room.take(undefined, 1))
    assert.equal(taken, 10)
    assert.equal(room.take(undefined, 1), false)
    for (let times = 0; times < taken; times++) room.give(undefined, 1)
  }
})
