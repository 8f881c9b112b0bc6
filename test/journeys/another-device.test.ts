import assert from 'node:assert/strict'
import { heading, tellProblem } from './customer.ts'
import { stored } from './stored.ts'
import { answer } from './staff.ts'
import { journeys } from './world.ts'

const story = 'The lid of my Plover springs open.'

/** As on many a phone: what is to be copied is shown, to be marked and copied by hand. */
function withoutClipboard() {
  Object.defineProperty(navigator, 'clipboard', { value: undefined })
}

journeys('Somebody who left no address', walk => {
  walk('reads the answer on another device, which asks first and keeps nothing before', async ({ page, url, elsewhere, newPage, beforeScripts, issues }) => {
    beforeScripts(withoutClipboard)
    await page.goto(`${url}/products/plover/`)
    const panel = await tellProblem(page, story)
    await panel.getByRole('button', { name: 'Send' }).click()
    await heading(page, 'We have it').waitFor()
    await panel.getByRole('button', { name: 'Read the answer on another device' }).click()
    await panel.getByRole('button', { name: 'Copy the address' }).click()
    const address = new URL(await panel.getByRole('textbox', { name: 'The address, to be copied' }).value())
    assert.equal(address.origin, url)
    const [issue] = await issues()
    assert.equal(issue?.contact, undefined)
    await answer(url, issue!.id)

    const other = await newPage()
    await other.goto(`${await elsewhere()}${address.pathname}${address.hash}`)
    const question = other.getByRole('group', { name: /^You came with the address of the request / })
    await question.getByRole('button', { name: 'Show it on this device' }).waitFor()
    assert.deepEqual(await stored(other), [])
    await question.getByRole('button', { name: 'Show it on this device' }).click()
    await other.getByText('The pin is in the post.').waitFor()
    assert.match(await other.getByRole('dialog', { name: 'Help' }).text(), /The lid of my Plover springs open\./)
  })
})
