import assert from 'node:assert/strict'
import type { Locator } from './driver/locator.ts'
import type { Page } from './driver/page.ts'
import { arrived, heading, openRequests, tellProblem } from './customer.ts'
import { answer, asStaffRead, thanked } from './staff.ts'
import { journeys, type World } from './world.ts'

const story = 'The lid of my Plover springs open.'
const reply = 'Please send it to my office instead.'

/** A problem that was answered, opened where its customer writes back. */
async function answered({ page: first, url, issues, moveTo, newPage, closePage }: World): Promise<{ id: string; page: Page; panel: Locator }> {
  await moveTo('2026-12-07T15:00:00Z')
  await first.goto(`${url}/products/plover/`)
  const form = await tellProblem(first, story)
  await form.getByRole('button', { name: 'Send' }).click()
  await heading(first, 'We have it').waitFor()
  const { id } = (await issues())[0]!
  await closePage(first)
  await moveTo('2026-12-08T15:00:00Z')
  await answer(url, id)
  const page = await newPage()
  await page.goto(`${url}/products/plover/`)
  return { id, page, panel: await openCase(page, 'Help, 1 new answer', `${story} 1 new Answered`) }
}

async function openCase(page: Page, launcher: string, name: string): Promise<Locator> {
  const panel = await openRequests(page, launcher)
  await panel.getByRole('button', { name }).click()
  await panel.getByRole('textbox', { name: 'Write back' }).waitFor()
  return panel
}

const said = async (url: string, id: string) =>
  (await asStaffRead(url, id)).messages.filter(({ from }) => from === 'customer').map(({ text }) => text)

journeys('What is written back', walk => {
  walk('without a connection is kept, shown in its place, and sent once when it is back', async world => {
    const { url, offline } = world
    const { id, page, panel } = await answered(world)
    await arrived(page, ['reply', 'redaction'])
    offline(true)
    await panel.getByRole('textbox', { name: 'Write back' }).fill(reply)
    await panel.getByRole('button', { name: 'Send' }).click()
    await panel.getByText(/^Kept on this device, to be sent/).waitFor()
    await panel.getByText(reply).first().waitFor()
    assert.equal(await panel.getByRole('textbox', { name: 'Write back' }).value(), '')
    offline(false)
    await page.until('it is delivered without a touch', async () => (await said(url, id)).length > 0)
    await panel.getByText(/^(Kept on this device, to be sent|Sending…)/).waitFor('gone')
    assert.deepEqual(await said(url, id), [reply])
    assert.equal(await panel.getByText(reply).count(), 1, 'it stands in the thread once')
  })

  walk('outlives the page, and is sent once, in its thread, when the shop is next opened', async world => {
    const { url, offline, newPage, closePage } = world
    const { id, page, panel } = await answered(world)
    await arrived(page, ['reply', 'redaction'])
    offline(true)
    await panel.getByRole('textbox', { name: 'Write back' }).fill(reply)
    await panel.getByRole('button', { name: 'Send' }).click()
    await panel.getByText(/^Kept on this device, to be sent/).waitFor()
    await closePage(page)
    offline(false)
    assert.deepEqual(await said(url, id), [])

    const later = await newPage()
    await later.goto(`${url}/products/tin/`)
    await later.until('it is delivered without a touch', async () => (await said(url, id)).length > 0)
    const again = await openRequests(later)
    await again.getByRole('button', { name: `${story} With us` }).click()
    await again.getByText(reply).waitFor()
    assert.equal(await again.getByText(reply).count(), 1, 'it stands in the thread once')
    assert.deepEqual(await said(url, id), [reply])
  })

  walk('is there once when its confirmation was lost on the way', async world => {
    const { url, intercept } = world
    const { id, page, panel } = await answered(world)
    let times = 0
    intercept(async (request, proceed) => {
      if (request.method !== 'POST' || !new URL(request.url).pathname.endsWith('/messages') || times++) return undefined
      await proceed()
      return 'drop'
    })
    await panel.getByRole('textbox', { name: 'Write back' }).fill(reply)
    await panel.getByRole('button', { name: 'Send' }).click()
    await page.until('it is sent again', () => times > 1)
    await panel.getByText(/^(Kept on this device, to be sent|Sending…)/).waitFor('gone')
    assert.deepEqual(await said(url, id), [reply])
    assert.equal(await panel.getByText(reply).count(), 1, 'it stands in the thread once')
  })
})

journeys('Praise', walk => {
  walk('that names somebody reaches that person’s own list', async ({ page, url, newPage }) => {
    await page.goto(`${url}/products/heron/`)
    await page.getByRole('button', { name: 'Help' }).click()
    const panel = page.getByRole('dialog', { name: 'Help' })
    await panel.getByRole('button', { name: 'I want to praise' }).click()
    await panel.getByRole('textbox', { name: 'What went well?' }).fill('She mended it while I waited.')
    await panel.getByRole('textbox', { name: 'Who made the difference? (if you know)' }).fill('Marit Sölle')
    await panel.getByRole('button', { name: 'Send' }).click()
    await heading(page, 'We have it').waitFor()
    assert.deepEqual(await thanked(url), [{ person: 'Marit Sölle', count: 1 }])
    const inbox = await newPage()
    await inbox.goto(`${url}/inbox/#kudos/${encodeURIComponent('Marit Sölle')}`)
    await heading(inbox, 'Thanks for Marit Sölle').waitFor()
    await inbox.getByText('She mended it while I waited.').waitFor()
  })
})
