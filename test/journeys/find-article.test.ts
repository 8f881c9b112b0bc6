import assert from 'node:assert/strict'
import { heading, openPanel, searchFor } from './customer.ts'
import { journeys } from './world.ts'

journeys('A customer with a question', walk => {
  walk('finds an article by a misspelt query, reads it, and says that it helped', async ({ page, url, deliveries }) => {
    await page.goto(`${url}/products/plover/`)
    const panel = await openPanel(page)
    await searchFor(page, panel, 'desclae ketle')
    await panel.getByRole('button', { name: /^Descal/ }).first().click()
    await heading(page, /^Descal/).waitFor()
    assert.match(await panel.text(), /citric acid|vinegar/i)

    const question = panel.getByRole('group', { name: 'Did this help?' })
    const yes = question.getByRole('button', { name: 'Yes' })
    await yes.click()
    await panel.getByText('Good to know.').first().waitFor()
    assert.equal(await yes.attribute('aria-pressed'), 'true')
    assert.equal(deliveries.length, 0, 'an answer to that question is nobody else’s business yet')
  })

  walk('whom the article did not help asks a person, and the journey goes along', async ({ page, url, issues }) => {
    await page.goto(`${url}/`)
    const panel = await openPanel(page)
    await searchFor(page, panel, 'refund')
    await panel.getByRole('button', { name: /^When do I get my money back/ }).click()
    await heading(page, 'When do I get my money back?').waitFor()
    await panel.getByRole('group', { name: 'Did this help?' }).getByRole('button', { name: 'No' }).click()
    await panel.getByRole('button', { name: 'I have a question' }).click()
    await panel.getByRole('textbox', { name: 'What would you like to know?' }).fill('Does a refund reach a closed account?')
    await panel.getByRole('button', { name: 'Send' }).click()
    await heading(page, 'We have it').waitFor()

    const [issue] = await issues()
    assert.ok(issue)
    assert.equal(issue.kind, 'question')
    const search = issue.journey?.searches?.find(({ query }) => query === 'refund')
    assert.ok(search && search.count > 0, 'the search, and how much it found')
    const [article] = issue.journey?.articles ?? []
    assert.ok(article)
    assert.deepEqual(search.opened, [article.id])
    assert.equal(article.helpful, false)
  })

  walk('who finds nothing is led to a person', async ({ page, url }) => {
    await page.goto(`${url}/`)
    const panel = await openPanel(page)
    await searchFor(page, panel, 'zyzzyva')
    await panel.getByText('We found nothing for “zyzzyva”.', { exact: false }).first().waitFor()
    await panel.getByRole('button', { name: 'I have a question' }).waitFor()
    await panel.getByRole('button', { name: 'Talk to a person' }).waitFor()
  })
})
