import assert from 'node:assert/strict'
import { openDoorway } from './doorway.ts'
import type { Lane, Told, Way } from '../chaos/lane.ts'
import { inChaos } from './fault-rows.ts'
import { ready, type FaultWorld } from './fault-world.ts'
import { faults } from './faults.ts'
import { hurry } from './hurry.ts'

const lane: Lane = { name: 'address', bytes: 20_000 }

/** Kept while nobody answers at this address; it arrives on another page, where the owner has put the address right. */
async function mended(world: FaultWorld, endpoint: string) {
  const { server, newPage } = world
  world.serve({ policy: '' })
  const page = await newPage()
  const told = await inChaos<Told>(page, 'submit', { ...lane, endpoint })
  await page.until('an attempt has failed', async () => (await inChaos<Way>(page, 'now', lane.name)).status === 'waiting')
  await inChaos(page, 'told', lane.name, 'Kept on this device')
  assert.deepEqual(server.attempts, [])
  await ready(page, server.url)
  await inChaos(page, 'find', lane, told.id)
  await inChaos(page, 'flush', lane.name)
  await inChaos(page, 'accepted', lane.name)
  await world.assertOnce(lane, told)
}

faults('An address at which nobody answers', walk => {
  walk('because nobody listens there', async world => {
    const doorway = await openDoorway(1)
    await doorway.close()
    await mended(world, `${doorway.url}/issues/${lane.name}`)
  })

  walk('because nobody knows its name', world => {
    // Whoever is asked for names may take longer than this to know that there is none.
    world.beforeScripts(hurry)
    return mended(world, `http://desk.invalid/issues/${lane.name}`)
  })

  walk('because what is there speaks no TLS', world => mended(world, `${world.server.url.replace('http:', 'https:')}/issues/${lane.name}`))

  walk('because the cable is pulled, until it is back', async world => {
    const { server, newPage } = world
    const page = await newPage()
    // The first one brings along what it takes to keep another.
    const first = await inChaos<Told>(page, 'submit', { name: 'before' })
    await inChaos(page, 'accepted', 'before')
    await inChaos(page, 'told', 'before', 'We have it')
    server.offline(true)
    // A part that cannot be fetched now is nobody's error: whatever a page does that none may do fails this test.
    await page.evaluate(() => document.body.append(document.createElement('earshot-people')))
    const told = await inChaos<Told>(page, 'submit', lane)
    await inChaos(page, 'failed', lane.name)
    await inChaos(page, 'told', lane.name, 'Kept on this device')
    server.offline(false)
    await inChaos(page, 'flush', lane.name)
    await inChaos(page, 'accepted', lane.name)
    await world.assertOnce(lane, told)
    await world.assertOnce({ name: 'before' }, first)
  })
})
