import assert from 'node:assert/strict'
import { heading, tellProblem } from './customer.ts'
import { journeys } from './world.ts'

const story = 'The lid of my Plover springs open as soon as the water boils.'

journeys('A customer with a problem', walk => {
  walk('is told “We have it”, is read and answered in the inbox, and reads the answer in “Your requests”', async ({ page, url, newPage, closePage, issues, deliveries }) => {
    await page.goto(`${url}/products/plover/`)
    const panel = await tellProblem(page, story)
    await panel.getByRole('textbox', { name: 'What would make it right?' }).fill('A new hinge pin.')
    await panel.getByRole('button', { name: 'Add something else you noticed' }).click()
    await panel.getByRole('textbox', { name: 'Something else you noticed' }).fill('The box came without its tape.')
    await panel.getByRole('combobox', { name: 'What is it about?' }).choose('Delivery')
    await panel.getByRole('textbox', { name: 'Email (only if you want an answer)' }).fill('edda@example.org')
    await panel.getByRole('button', { name: 'Send' }).click()
    await heading(page, 'We have it').waitFor()
    const reference = /Reference (\S+)/.exec(await panel.text())?.[1]
    assert.ok(reference, 'the receipt has a reference')
    assert.match(await panel.text(), /The workshop has it\./)
    assert.match(await panel.text(), /You will hear from us by /)

    assert.deepEqual(deliveries.map(({ status }) => status), [201])
    const [issue, ...others] = await issues()
    assert.ok(issue)
    assert.deepEqual(others, [])
    assert.deepEqual(
      [issue.kind, issue.form, issue.story, issue.outcome, issue.observations, issue.contact?.email, issue.subject?.product?.id],
      ['problem', 'problem', story, 'A new hinge pin.', [{ text: 'The box came without its tape.', topic: 'delivery', audience: 'Dispatch' }], 'edda@example.org', 'plover'],
    )

    const inbox = await newPage()
    await inbox.goto(`${url}/inbox/`)
    await inbox.getByRole('link', { name: reference, exact: false }).click()
    await inbox.getByRole('heading', { name: 'What happened' }).waitFor()
    const sheet = inbox.getByRole('main', { name: 'Issue' })
    const read = await sheet.text()
    for (const part of [story, 'A new hinge pin.', 'Delivery → Dispatch', 'The box came without its tape.', 'edda@example.org', 'Plover']) {
      assert.ok(read.includes(part), `staff read “${part}”`)
    }
    await sheet.getByRole('textbox', { name: 'Your answer' }).fill('The pin is in the post, Edda.')
    await sheet.getByRole('textbox', { name: /^Your name/ }).fill('Jonte')
    await sheet.getByRole('button', { name: 'Send the answer' }).click()
    await inbox.getByText('Your answer is in the thread.').waitFor()
    await closePage(inbox)

    await panel.getByRole('button', { name: 'Done' }).click()
    await panel.getByRole('button', { name: 'Your requests' }).click()
    await panel.getByRole('button', { name: /^The lid of my Plover.* Answered$/ }).click()
    await panel.getByText('The pin is in the post, Edda.').waitFor()
    assert.match(await panel.text(), new RegExp(`Reference ${reference}`))
    assert.match(await panel.text(), /Jonte/)
  })

  walk('sees everything that goes along, and takes out what is nobody’s business', async ({ page, url, issues }) => {
    await page.goto(`${url}/products/plover/`)
    const panel = await tellProblem(page, story)
    await panel.getByText('What we send').click()
    for (const item of ['This page', 'The product on it', 'Language and time zone', 'Size of the window', 'Your browser']) await panel.getByText(item).waitFor()
    await panel.getByRole('button', { name: 'Take out: Your browser' }).click()
    await panel.getByRole('button', { name: 'Take out: This page' }).click()
    await panel.getByRole('button', { name: 'Put back: This page' }).waitFor()
    await panel.getByRole('button', { name: 'Send' }).click()
    await heading(page, 'We have it').waitFor()
    const [issue] = await issues()
    assert.equal(issue?.subject?.url, undefined)
    assert.equal(issue?.subject?.product?.id, 'plover')
    assert.equal(issue?.environment?.userAgent, undefined)
    assert.equal(issue?.environment?.locale, 'en')
  })
})
