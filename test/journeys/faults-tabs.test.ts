import assert from 'node:assert/strict'
import { answer, resetAfterBody, stall } from '../chaos/behaviours.ts'
import type { Lane, Told, Waiting } from '../chaos/lane.ts'
import { ready } from './fault-world.ts'
import { inChaos } from './fault-rows.ts'
import { faults } from './faults.ts'

const lane: Lane = { name: 'tabs', bytes: 20_000 }

faults('With pages that come and go', walk => {
  walk('a tab closed while it sends: the other one sends at once', async world => {
    const { server, newPage, closePage } = world
    server.behave(lane.name, stall)
    const sender = await newPage()
    const told = await inChaos<Told>(sender, 'submit', lane)
    await sender.until('it is being sent', () => server.attempts.length === 1)
    const other = await newPage()
    await inChaos(other, 'find', lane, told.id)
    server.heal(lane.name)
    await closePage(sender)
    await inChaos(other, 'accepted', lane.name)
    await world.assertOnce(lane, told)
  })

  walk('a tab closed while it sends, and no other: the next visit sends without a touch', async world => {
    const { server, newPage, closePage } = world
    server.behave(lane.name, stall)
    const first = await newPage()
    const told = await inChaos<Told>(first, 'submit', lane)
    await first.until('it is being sent', () => server.attempts.length === 1)
    await closePage(first)
    server.heal(lane.name)
    const next = await newPage()
    await inChaos(next, 'find', lane, told.id)
    await inChaos(next, 'accepted', lane.name)
    await world.assertOnce(lane, told)
  })

  walk('two tabs that wake at the same moment send once between them', async world => {
    const { server, newPage } = world
    server.behave(lane.name, answer(503))
    const one = await newPage()
    const told = await inChaos<Told>(one, 'submit', lane)
    await inChaos(one, 'failed', lane.name)
    const other = await newPage()
    await inChaos(other, 'find', lane, told.id)
    const before = server.attempts.length
    server.heal(lane.name)
    await Promise.all([one, other].map(page => inChaos(page, 'flush', lane.name)))
    await inChaos(one, 'accepted', lane.name)
    // One that looks only now finds it done.
    await other.until('the other tab knows', async () => (await inChaos<Waiting[]>(other, 'waiting', lane.name)).length === 0)
    assert.equal(server.attempts.filter(({ at }) => at > server.attempts[before - 1]!.at).length, 1)
    await world.assertOnce(lane, told)
  })

  walk('without Web Locks the lease of a tab that died ends after 30 s, and another one sends', async world => {
    const { server, newPage, closePage, beforeScripts, moveTo } = world
    beforeScripts(() => Object.defineProperty(navigator, 'locks', { value: undefined }))
    await moveTo('2026-11-22T12:00:00Z')
    server.behave(lane.name, stall)
    const sender = await newPage()
    const told = await inChaos<Told>(sender, 'submit', lane)
    await sender.until('it is being sent', () => server.attempts.length === 1)
    const other = await newPage()
    await inChaos(other, 'find', lane, told.id)
    await closePage(sender)
    server.heal(lane.name)
    await moveTo('2026-11-22T12:00:45Z')
    await inChaos(other, 'flush', lane.name)
    await inChaos(other, 'accepted', lane.name)
    await world.assertOnce(lane, told)
  })

  // An engine that keeps a page which is left brings it back as it was; one that does not loads it anew. Neither loses anything.
  walk('left and come back to, as it was or anew, it goes on sending', async world => {
    const { server, newPage, serve } = world
    serve({ policy: '' })
    server.behave(lane.name, resetAfterBody)
    const page = await newPage()
    const told = await inChaos<Told>(page, 'submit', lane)
    await inChaos(page, 'failed', lane.name)
    await inChaos(page, 'told', lane.name, 'Kept on this device')
    await page.goto(`${server.url}/away`)
    server.heal(lane.name)
    // Not within the call: the page that would answer it is gone by then.
    await page.evaluate(() => void setTimeout(() => history.back()))
    await page.until('the page is back', () => page.evaluate(() => 'chaos' in window).catch(() => false))
    // Only where it was loaded anew.
    await inChaos(page, 'find', lane, told.id)
    await inChaos(page, 'accepted', lane.name)
    await world.assertOnce(lane, told)
  })

  walk('a reload in the middle of sending', async world => {
    const { server, newPage } = world
    server.behave(lane.name, stall)
    const page = await newPage()
    const told = await inChaos<Told>(page, 'submit', lane)
    await page.until('it is being sent', () => server.attempts.length === 1)
    server.heal(lane.name)
    await ready(page, server.url)
    await inChaos(page, 'find', lane, told.id)
    await inChaos(page, 'accepted', lane.name)
    await world.assertOnce(lane, told)
  })
})
