import assert from 'node:assert/strict'
import { answer } from '../chaos/behaviours.ts'
import type { Lane, Told, Waiting, Way } from '../chaos/lane.ts'
import { inChaos } from './fault-rows.ts'
import { ready, type FaultWorld } from './fault-world.ts'
import { faults } from './faults.ts'

const lane: Lane = { name: 'clock', bytes: 5_000 }
const minutes = 60_000

/** Kept at one moment, found by a later page at another. */
async function between(world: FaultWorld, written: string, found: string, headers: Record<string, string> = {}): Promise<{ told: Told; look(): Promise<Waiting>; arrive(): Promise<void> }> {
  const { server, newPage, moveTo } = world
  await moveTo(written)
  server.behave(lane.name, answer(503, headers))
  const page = await newPage()
  const told = await inChaos<Told>(page, 'submit', lane)
  await inChaos(page, 'failed', lane.name)
  await moveTo(found)
  await ready(page, server.url)
  await inChaos(page, 'find', lane, told.id)
  return {
    told,
    look: async () => (await inChaos<Waiting[]>(page, 'waiting', lane.name)).find(({ id }) => id === told.id)!,
    async arrive() {
      server.heal(lane.name)
      await inChaos(page, 'flush', lane.name)
      await inChaos(page, 'accepted', lane.name)
      await world.assertOnce(lane, told)
    },
  }
}

faults('A clock that jumps', walk => {
  walk('ten years back keeps nothing waiting: the next try is within five minutes', async world => {
    const { look, arrive } = await between(world, '2036-05-01T12:00:00Z', '2026-05-01T12:00:00Z')
    const { dueIn } = await look()
    assert.ok(dueIn <= 5 * minutes, `due in ${dueIn} ms`)
    await arrive()
  })

  walk('back while a Retry-After holds: never further away than that was', async world => {
    const { look } = await between(world, '2036-05-01T12:00:00Z', '2026-05-01T12:00:00Z', { 'retry-after': '600' })
    const { dueIn } = await look()
    assert.ok(dueIn <= 10 * minutes, `due in ${dueIn} ms`)
  })

  walk('a Retry-After beyond a day is one of a day, and is over after it', async world => {
    const { server, newPage, moveTo } = world
    await moveTo('2026-05-01T12:00:00Z')
    server.behave(lane.name, answer(503, { 'retry-after': '200000' }))
    const page = await newPage()
    const told = await inChaos<Told>(page, 'submit', lane)
    const { dueIn = NaN } = await inChaos<Way>(page, 'failed', lane.name)
    assert.ok(dueIn > 1_430 * minutes && dueIn <= 1_440 * minutes, `due in ${dueIn} ms`)
    server.heal(lane.name)
    await inChaos(page, 'flush', lane.name)
    assert.equal(server.attempts.length, 1, 'not early, though somebody asks for it')
    await moveTo('2026-05-02T12:00:10Z')
    await inChaos(page, 'flush', lane.name)
    await inChaos(page, 'accepted', lane.name)
    await world.assertOnce(lane, told)
  })

  walk('four hundred days ahead: nothing unsent expires', async world => {
    await (await between(world, '2026-05-01T12:00:00Z', '2027-06-05T12:00:00Z')).arrive()
  })

  walk('that stands in 1970', async world => {
    await (await between(world, '1970-01-02T00:00:00Z', '1970-01-02T00:01:00Z')).arrive()
  })

  walk('back while the page is open', async world => {
    const { server, newPage, moveTo } = world
    await moveTo('2026-11-22T12:00:00Z')
    server.behave(lane.name, answer(503))
    const page = await newPage()
    const told = await inChaos<Told>(page, 'submit', lane)
    await inChaos(page, 'failed', lane.name)
    await moveTo('2016-11-22T12:00:00Z')
    server.heal(lane.name)
    await inChaos(page, 'flush', lane.name)
    await inChaos(page, 'accepted', lane.name)
    await world.assertOnce(lane, told)
  })
})
