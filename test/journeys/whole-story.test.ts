import assert from 'node:assert/strict'
import { heading, openPanel, openRequests, tellProblem } from './customer.ts'
import type { Locator } from './driver/locator.ts'
import type { Page } from './driver/page.ts'
import { withSettings } from './own-settings.ts'
import { answer, asStaffRead, noteChange, thanked } from './staff.ts'
import { journeys } from './world.ts'

const story = 'The lid of my Plover springs open as soon as the water boils.'

/** A shop with two levels that answer in writing: the workshop, and Marit who runs it. */
const twoLevels = withSettings(settings => ({ ...settings, ladder: settings.ladder.filter(({ kind }) => kind !== 'phone') }))

/** One of the requests, opened. */
async function openCase(panel: Locator, name: RegExp) {
  await panel.getByRole('button', { name }).click()
  await panel.getByRole('textbox', { name: 'Write back' }).waitFor()
}

journeys('A customer whose problem nobody answers', walk => {
  walk('is told Monday, takes it further at one press, is answered by name, replies from elsewhere, and hears what changed', async world => {
    const { url, newPage, closePage, elsewhere, intercept, moveTo, issues } = world
    let { page } = world
    intercept(twoLevels)
    /** What is read while it comes is not new any more: somebody who is told later has not been there. */
    const comeBack = async (): Promise<[Page, Locator]> => {
      const later = await newPage()
      await later.goto(`${url}/products/plover/`)
      return [later, later.getByRole('dialog', { name: 'Help' })]
    }

    // Friday night at the customer's, Saturday morning at the shop's.
    await moveTo('2026-12-05T02:40:00Z')
    await page.goto(`${url}/products/plover/`)
    let panel = await tellProblem(page, story)
    await panel.getByRole('button', { name: 'Send' }).click()
    await heading(page, 'We have it').waitFor()
    // The workshop opens on Monday at 08:30 in Berlin, and answers within four hours of being open.
    await panel.getByText(/^You will hear from us by Monday(,| at)? 6:30\sAM\.$/).waitFor()
    await panel.getByRole('button', { name: 'Talk to a person' }).click()
    await panel.getByText(/Back Monday(,| at)? 3:00\sAM, your time/).first().waitFor()
    const [first] = await issues()
    assert.ok(first)

    // Monday has passed without a word.
    await moveTo('2026-12-08T15:00:00Z')
    await page.goto(`${url}/products/plover/`)
    await openRequests(page)
    await panel.getByRole('button', { name: `${story} With us` }).click()
    await panel.getByText(/^You should have heard by Monday(,| at)? 6:30\sAM\.$/).waitFor()
    const offer = await panel.text()
    assert.match(offer, /Marit Sölle is next\./)
    assert.match(offer, /You will hear by Thursday(,| at)? 10:00\sAM\./)
    assert.equal((await asStaffRead(url, first.id)).late, true)
    await panel.getByRole('button', { name: 'Take this further' }).click()
    await panel.getByText('Marit Sölle has it now.').waitFor()
    await page.until('it has arrived', async () => (await issues()).length === 2)
    const second = (await issues())[1]!
    assert.deepEqual([second.escalation?.of, second.escalation?.rung, second.escalation?.level], [first.id, 'lead', 2])
    assert.equal(second.history?.[0]?.story, story)
    const { level, rung } = await asStaffRead(url, second.id)
    assert.deepEqual([level, rung], [2, 'lead'])

    // Marit answers the next morning; the launcher says so until it was seen.
    await closePage(page)
    await moveTo('2026-12-09T13:00:00Z')
    await answer(url, second.id, 'I have your pot on my bench: the hinge is ours to mend.', 'Marit Sölle')
    await moveTo('2026-12-09T14:00:00Z')
    ;[page, panel] = await comeBack()
    await openRequests(page, 'Help, 1 new answer')
    await openCase(panel, / 1 new Answered$/)
    await panel.getByText('I have your pot on my bench: the hinge is ours to mend.').waitFor()
    assert.match(await panel.text(), /Marit Sölle · /)
    await panel.getByRole('button', { name: 'Read the answer on another device' }).nth(-1).click()
    await panel.getByRole('button', { name: 'Show a short code' }).click()
    await panel.getByText(/^Works until /).waitFor()
    const code = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(await panel.text())?.[0]
    assert.ok(code, 'a code can be read')

    const other = await newPage()
    await other.goto(`${await elsewhere()}/products/tin/`)
    const there = await openRequests(other)
    await there.getByRole('button', { name: 'Have a code from another device?' }).click()
    await there.getByRole('textbox', { name: 'The code' }).fill(code.toLowerCase())
    await there.getByRole('button', { name: 'Show the request here' }).click()
    await there.getByText('I have your pot on my bench: the hinge is ours to mend.').waitFor()
    await there.getByRole('textbox', { name: 'Write back' }).fill('Thank you. I am at home from nine.')
    await there.getByRole('button', { name: 'Send' }).click()
    await other.until('the reply is there', async () => (await asStaffRead(url, second.id)).messages.some(({ text }) => text === 'Thank you. I am at home from nine.'))
    await closePage(other)

    // Mended; the first device knows of the reply.
    await closePage(page)
    await moveTo('2026-12-11T15:00:00Z')
    await answer(url, second.id, 'It closes again, and it is on its way to you.', 'Marit Sölle')
    ;[page, panel] = await comeBack()
    await openRequests(page, 'Help, 1 new answer')
    await openCase(panel, / 1 new Answered$/)
    await panel.getByText('Thank you. I am at home from nine.').waitFor()
    await panel.getByRole('button', { name: 'That solved it' }).click()
    await panel.getByRole('button', { name: 'Thank Marit Sölle' }).click()
    await page.until('both are there', async () => (await asStaffRead(url, second.id)).messages.filter(({ kind }) => kind === 'solved' || kind === 'praise').length === 2)
    assert.equal((await asStaffRead(url, second.id)).status, 'closed')
    assert.deepEqual(await thanked(url), [{ person: 'Marit Sölle', count: 1 }])

    // A week later something changed because of it: said once.
    await closePage(page)
    await moveTo('2026-12-18T15:00:00Z')
    await noteChange(url, first.id, 'Every Plover has a longer hinge pin now.', 'Marit Sölle')
    ;[page, panel] = await comeBack()
    await page.getByRole('button', { name: 'Help, 1 new answer' }).click()
    const changed = panel.getByRole('region', { name: 'This changed because of you' })
    await changed.getByText('Every Plover has a longer hinge pin now.').waitFor()
    await changed.getByRole('button', { name: 'Good to know' }).click()
    await changed.waitFor('gone')
    await page.goto(`${url}/products/plover/`)
    await openRequests(page, 'Help')
    await panel.getByRole('button', { name: /^The lid of my Plover.* Done$/ }).waitFor()
    assert.equal(await changed.count(), 0, 'it is told once')

    // And a week after that, whether it holds: asked once.
    await moveTo('2026-12-26T15:00:00Z')
    await page.goto(`${url}/products/plover/`)
    await openPanel(page)
    const holds = panel.getByRole('region', { name: 'Does it still hold?' })
    await holds.getByRole('button', { name: 'Yes' }).click()
    await page.until('the answer is there', async () => (await asStaffRead(url, second.id)).messages.at(-1)?.kind === 'holds')
    await moveTo('2026-12-30T15:00:00Z')
    await page.goto(`${url}/products/plover/`)
    await openRequests(page)
    await panel.getByRole('button', { name: /^The lid of my Plover.* Done$/ }).waitFor()
    assert.equal(await holds.count(), 0, 'it is asked once')
  })
})
