import assert from 'node:assert/strict'
import { heading, openPanel, searchFor, wholeForm } from './customer.ts'
import { journeys } from './world.ts'

journeys('A question without an answer', walk => {
  walk('reaches the inbox without its customer, once they have agreed and gone on', async ({ page, url, issues, newPage, closePage }) => {
    await page.goto(`${url}/`)
    const panel = await openPanel(page)
    await searchFor(page, panel, 'zyzzyva qqxzv@qwxzv.zzqx')
    const question = panel.getByRole('group', { name: /^May we pass on/ })
    await question.getByRole('button', { name: 'Yes' }).click()
    await question.getByText('We pass it on.').waitFor()
    await panel.getByRole('button', { name: 'Close help' }).click()
    await panel.waitFor('gone')
    assert.deepEqual(await issues(), [], 'a form might still follow')

    // A moment on another page is enough.
    await page.goto(`${url}/contact/`)
    await page.until('the gap has arrived', async () => (await issues()).length > 0)
    const [gap] = await issues()
    assert.ok(gap)
    assert.equal(gap.kind, 'gap')
    assert.deepEqual(gap.answers, { searches: [{ query: 'zyzzyva [email]', count: 0 }] })
    assert.deepEqual(gap.environment, { locale: 'en' })
    for (const absent of ['journey', 'contact', 'identity', 'story']) assert.equal(gap[absent], undefined, absent)

    const inbox = await newPage()
    await inbox.goto(`${url}/inbox/`)
    await inbox.getByRole('link', { name: '1 question without an answer', exact: false }).click()
    await inbox.getByRole('heading', { name: 'Without an answer' }).waitFor()
    await inbox.getByText('zyzzyva [email]', { exact: false }).first().waitFor()
    await closePage(inbox)
  })

  walk('stays with a customer who says no, and goes along in the form they write', async ({ page, url, issues }) => {
    await page.goto(`${url}/`)
    const panel = await openPanel(page)
    await searchFor(page, panel, 'zyzzyva qwxzv')
    const question = panel.getByRole('group', { name: /^May we pass on/ })
    await question.getByRole('button', { name: 'No' }).click()
    await question.getByText('It stays with you.').waitFor()
    await panel.getByRole('button', { name: 'I have a question' }).click()
    await panel.getByRole('textbox', { name: 'What would you like to know?' }).fill('Do you sell zyzzyvas?')
    await wholeForm(panel)
    await panel.getByRole('button', { name: 'Send' }).click()
    await heading(page, 'We have it').waitFor()
    const sent = await issues()
    assert.deepEqual(sent.map(({ kind }) => kind), ['question'])
    assert.ok(sent[0]?.journey?.searches?.some(({ query, count }) => query === 'zyzzyva qwxzv' && count === 0))
  })
})
