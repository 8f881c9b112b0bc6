import assert from 'node:assert/strict'
import {
  commitThen, commitThenHalf, commitThenReset, commitWithoutCors, resetAfterBody, resetBeforeBody, resetInBody, endlessDrip, slowly, stall,
} from '../chaos/behaviours.ts'
import type { Lane, Told, Way } from '../chaos/lane.ts'
import { faultRows, inChaos, silent, type FaultRow } from './fault-rows.ts'
import { faults } from './faults.ts'
import { hurry } from './hurry.ts'

const picture = 40_000
const large = 400_000

const lost: FaultRow[] = [
  { name: 'reset-before', fault: 'a reset before the body', does: resetBeforeBody, reads: silent },
  { name: 'reset-in', fault: 'a reset in the middle of the body: half of it is nothing', does: resetInBody, bytes: large, reads: silent },
  { name: 'reset-after', fault: 'a reset after the body', does: resetAfterBody, bytes: picture, reads: silent },
  { name: 'commit-reset', fault: 'the answer lost after it was taken, by a reset', does: commitThenReset, bytes: picture, reads: silent },
  { name: 'commit-half', fault: 'half an answer after it was taken', does: commitThenHalf, bytes: picture, reads: silent },
  { name: 'commit-500', fault: 'a 500 after it was taken', does: commitThen(500), bytes: picture, reads: 'busy' },
  { name: 'commit-502', fault: 'a 502 after it was taken', does: commitThen(502), reads: 'busy' },
  { name: 'commit-504', fault: 'a 504 after it was taken', does: commitThen(504), reads: 'busy' },
  { name: 'commit-cors', fault: 'an answer after it was taken that the page may not read', does: commitWithoutCors, elsewhere: true, bytes: picture, reads: silent },
  {
    name: 'preflight', fault: 'a preflight that is refused', elsewhere: true, reads: silent,
    breaks: ({ server }, lane) => server.refusePreflight(lane, true),
    mends: ({ server }, lane) => server.refusePreflight(lane, false),
  },
]

// No policy: some of it goes to another origin.
faultRows('What the network does to an issue', lost, world => world.serve({ policy: '' }))

const slow: FaultRow[] = [
  { name: 'stall', fault: 'a server that takes it and never answers', does: stall, bytes: picture, reads: silent },
  { name: 'endless', fault: 'an answer that never ends', does: endlessDrip, reads: silent },
]

faultRows('What takes too long', slow, world => world.beforeScripts(hurry))

faults('A line that is slow', walk => {
  walk('a picture takes longer than the 30 s of a small issue: it is waited for and goes once, another tab or none', async world => {
    const { server, newPage, beforeScripts } = world
    const lane: Lane = { name: 'uplink', bytes: 4_000_000 }
    // Five seconds here, where 30 s are three.
    server.behave(lane.name, slowly(800_000))
    beforeScripts(hurry)
    const page = await newPage()
    const told = await inChaos<Told>(page, 'submit', lane)
    await page.until('it is being sent', () => server.attempts.length === 1)
    const other = await newPage()
    await inChaos(other, 'find', lane, told.id)
    // Asked again and again: where a driver's own limit is a timer of the page, one long question would be hurried as well.
    await page.until('it has arrived', async () => (await inChaos<Way>(page, 'now', lane.name)).status === 'accepted')
    const { attempts } = await inChaos<Way>(page, 'now', lane.name)
    await inChaos(other, 'accepted', lane.name)
    assert.equal(attempts, 1)
    assert.equal(server.attempts.length, 1)
    await inChaos(page, 'told', lane.name, 'We have it')
    await world.assertOnce(lane, told)
  })
})
