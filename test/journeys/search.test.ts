import assert from 'node:assert/strict'
import { heading, openPanel, searchFor } from './customer.ts'
import { journeys } from './world.ts'

journeys('A customer at the search box', walk => {
  walk('goes through the results by arrow keys, opens one, and clears the box by Escape before the panel closes', async ({ page, url }) => {
    await page.goto(`${url}/`)
    const panel = await openPanel(page)
    await searchFor(page, panel, 'gift card')
    const box = panel.getByRole('searchbox', { name: 'Search for help' })
    const first = panel.getByRole('listitem').first().getByRole('button')
    await page.until('gift cards are found', async () => (await first.count()) > 0 && /^Gift cards/.test(await first.accessibleName()))
    await page.keyboard.press('ArrowDown')
    await page.until('the focus is on the first result', () => first.isFocused())
    await page.keyboard.press('ArrowUp')
    await page.until('the focus is back in the box', () => box.isFocused())
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await heading(page, 'Gift cards').waitFor()

    await panel.getByRole('button', { name: 'Back' }).click()
    await box.waitFor()
    await first.waitFor()
    await page.until('the search is still there', async () => (await box.value()) === 'gift card')
    await searchFor(page, panel, 'gift cards')
    await page.keyboard.press('Escape')
    await page.until('the box is empty', async () => (await box.value()) === '')
    await panel.waitFor()
    await page.keyboard.press('Escape')
    await panel.waitFor('gone')
  })

  walk('who finds nothing ends at a person, and what was searched for is in the message already', async ({ page, url, issues }) => {
    await page.goto(`${url}/`)
    const panel = await openPanel(page)
    await searchFor(page, panel, 'zyzzyva qwxzv')
    await panel.getByText('We found nothing for “zyzzyva qwxzv”.', { exact: false }).first().waitFor()
    await panel.getByRole('button', { name: 'Talk to a person' }).click()
    await heading(page, 'Talk to a person').waitFor()
    await panel.getByRole('button', { name: 'Write a message' }).first().click()
    const story = panel.getByRole('textbox', { name: 'What would you like to know?' })
    await page.until('the words are there', async () => (await story.value()) === 'zyzzyva qwxzv')
    await panel.getByRole('button', { name: 'Send' }).click()
    await heading(page, 'We have it').waitFor()
    const [issue] = await issues()
    assert.equal(issue?.story, 'zyzzyva qwxzv')
    assert.ok(issue.journey?.searches?.some(({ query, count }) => query === 'zyzzyva qwxzv' && count === 0))
  })
})
