import assert from 'node:assert/strict'
import { heading, readyForOffline, searchFor } from './customer.ts'
import { journeys } from './world.ts'

journeys('On the shop’s own pages', walk => {
  walk('the help page finds an article, shows it in place, and leads back to the search', async ({ page, url }) => {
    await page.goto(`${url}/help/`)
    const main = page.getByRole('main')
    await searchFor(page, main, 'waranty')
    await main.getByRole('button', { name: /guarantee|warranty/i }).first().click()
    await main.getByRole('group', { name: 'Did this help?' }).getByRole('button', { name: 'Yes' }).click()
    await main.getByText('Good to know.').first().waitFor()
    await main.getByRole('button', { name: 'Back' }).click()
    const search = main.getByRole('searchbox', { name: 'Search for help' })
    await search.waitFor()
    assert.equal(await search.value(), 'waranty')
  })

  walk('the contact page names the people and takes a problem, with its receipt in place', async ({ page, url, issues }) => {
    await page.goto(`${url}/contact/`)
    const people = page.getByRole('region', { name: 'Who is here' })
    await people.getByRole('link', { name: 'Call +49 3834 555 0142' }).waitFor()
    const form = page.getByRole('region', { name: 'Write to us' })
    await form.getByRole('textbox', { name: 'What happened?' }).fill('Your doorbell does not ring.')
    await form.getByRole('button', { name: 'Send' }).click()
    await form.getByRole('heading', { name: 'We have it' }).waitFor()
    assert.match(await form.text(), /Reference \S+/)
    assert.deepEqual((await issues()).map(issue => issue.story), ['Your doorbell does not ring.'])
  })

  walk('the contact page keeps a problem when the connection goes, and sends it when it is back', async ({ page, url, offline, issues }) => {
    await page.goto(`${url}/contact/`)
    const form = page.getByRole('region', { name: 'Write to us' })
    await form.getByRole('textbox', { name: 'What happened?' }).fill('Your doorbell does not ring.')
    await readyForOffline(page)
    offline(true)
    await form.getByRole('button', { name: 'Send' }).click()
    await form.getByRole('heading', { name: 'Kept on this device' }).waitFor()
    offline(false)
    await form.getByRole('heading', { name: 'We have it' }).waitFor()
    assert.equal((await issues()).length, 1)
  })

  walk('a rating is one tap about the thing beside it, and a reason for who wants to give one', async ({ page, url, issues }) => {
    await page.goto(`${url}/products/plover/`)
    const rating = page.getByRole('group', { name: 'Is this good? Every part of it' })
    await rating.getByRole('button', { name: 'Not good' }).click()
    await page.until('the tap is delivered', async () => (await issues()).length === 1)
    await page.getByRole('textbox', { name: 'Would you like to say why?' }).fill('Part 4 is missing from the drawing.')
    await page.getByRole('button', { name: 'Say why' }).click()
    await page.until('the reason is delivered', async () => (await issues()).length === 2)
    const [tap, reason] = await issues()
    assert.deepEqual([tap?.kind, tap?.rating], ['rating', { scale: 'thumbs', value: 0, max: 1 }])
    assert.deepEqual(tap?.subject?.element, { selector: '#parts', text: 'Every part of it' })
    assert.deepEqual([reason?.story, reason?.parent], ['Part 4 is missing from the drawing.', tap?.id])
  })

  walk('the page of requests shows what was sent from another one', async ({ page, url }) => {
    await page.goto(`${url}/requests/`)
    const main = page.getByRole('main')
    await main.getByText('What you send from this device appears here, with the answers.').waitFor()
    await page.goto(`${url}/contact/`)
    await page.getByRole('textbox', { name: 'What happened?' }).fill('Your doorbell does not ring.')
    await page.getByRole('button', { name: 'Send' }).click()
    await heading(page, 'We have it').waitFor()
    await page.goto(`${url}/requests/`)
    await main.getByRole('button', { name: 'Your doorbell does not ring. With us' }).click()
    await main.getByText(/Reference \S+/).first().waitFor()
  })
})
