import assert from 'node:assert/strict'
import { answer, honest, inTurn, portalPage, problem } from '../chaos/behaviours.ts'
import { open } from '../chaos/honest-store.ts'
import type { Lane, Told, Way } from '../chaos/lane.ts'
import { heading } from './customer.ts'
import type { Page } from './driver/page.ts'
import { inChaos } from './fault-rows.ts'
import { ready, type FaultWorld } from './fault-world.ts'
import { faults } from './faults.ts'

const lane = 'widget'

/** Types it into the form for a problem, and presses Send. */
async function tell(page: Page, story: string) {
  await page.getByRole('button', { name: 'Help' }).click()
  const panel = page.getByRole('dialog', { name: 'Help' })
  await panel.getByRole('button', { name: 'Something is wrong' }).click()
  await panel.getByRole('textbox', { name: 'What happened?' }).fill(story)
  await panel.getByRole('button', { name: 'Send' }).click()
  return panel
}

const stories = ({ server }: FaultWorld) => Promise.all(server.store.effects.map(async effect => (JSON.parse((await open(effect)).issue) as { story: string }).story))

faults('By hand', walk => {
  walk('behind a captive portal it is kept, outlives the page, and arrives once the customer has signed in', async world => {
    const { server, newPage } = world
    server.behave(lane, portalPage)
    const page = await newPage()
    await tell(page, 'The lid is loose.')
    await heading(page, 'Kept on this device').waitFor()
    server.heal(lane)
    await ready(page, server.url)
    await page.getByRole('button', { name: 'Help' }).click()
    await page.until('it is there', () => server.store.effects.length > 0)
    assert.deepEqual(await stories(world), ['The lid is loose.'])
  })

  walk('refused as it is: the words are in the form again, and what is changed goes under a key of its own', async world => {
    const { server, newPage } = world
    server.behave(lane, inTurn(problem(422, { detail: 'Please without a number.' }), honest))
    const page = await newPage()
    const panel = await tell(page, 'Order 7 is late.')
    await heading(page, 'Not sent yet').waitFor()
    await panel.getByText('The answer was: Please without a number.').waitFor()
    await panel.getByRole('button', { name: 'Change and send again' }).click()
    const field = panel.getByRole('textbox', { name: 'What happened?' })
    await page.until('the words are back', async () => (await field.value()) === 'Order 7 is late.')
    await field.fill('It is late.')
    await panel.getByRole('button', { name: 'Send' }).click()
    await heading(page, 'We have it').waitFor()
    assert.deepEqual(await stories(world), ['It is late.'])
    assert.equal(new Set(server.attempts.map(({ key }) => key)).size, 2)
  })

  walk('a token that has expired is asked for afresh, once and at once: nobody has to wait', async world => {
    const signed: Lane = { name: 'signed', identity: true, bytes: 5_000 }
    const { server, newPage } = world
    server.behave(signed.name, inTurn(answer(401), honest))
    const page = await newPage()
    const told = await inChaos<Told>(page, 'submit', signed)
    const { attempts } = await inChaos<Way>(page, 'accepted', signed.name)
    assert.equal(attempts, 1)
    const tokens = server.attempts.map(({ headers }) => headers['earshot-identity'])
    assert.equal(tokens.length, 2)
    assert.notEqual(tokens[0], tokens[1])
    await world.assertOnce(signed, told)
  })
})
