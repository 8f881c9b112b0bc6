import assert from 'node:assert/strict'
import { heading, openPanel, searchFor } from './customer.ts'
import { journeys } from './world.ts'

journeys('Auf einer deutschen Seite', walk => {
  walk('spricht das Widget Deutsch, findet deutsche Artikel und nimmt ein Problem auf', async ({ page, url, issues }) => {
    await page.goto(`${url}/de/`)
    const panel = await openPanel(page, 'Hilfe')
    await heading(page, 'Wie können wir helfen?').waitFor()
    await searchFor(page, panel, 'zurükschicken', 'Hilfe durchsuchen')
    await panel.getByRole('button', { name: /^Etwas zurückschicken/ }).click()
    await heading(page, 'Etwas zurückschicken').waitFor()
    assert.match(await panel.text(), /60 Tage/)
    const question = panel.getByRole('group', { name: 'Hat das geholfen?' })
    await question.getByRole('button', { name: 'Nein' }).click()
    await panel.getByRole('button', { name: 'Ich habe eine Frage' }).click()
    await panel.getByRole('textbox', { name: 'Was möchten Sie wissen?' }).fill('Passt der Heron wieder in seine Schachtel?')
    await panel.getByRole('button', { name: 'Senden' }).click()
    await heading(page, 'Wir haben es').waitFor()
    assert.match(await panel.text(), /Vorgang \S+/)
    const [issue] = await issues()
    assert.equal(issue?.environment?.locale, 'de')
    assert.equal(issue?.journey?.articles?.[0]?.helpful, false)
    await panel.getByRole('button', { name: 'Mit einem Menschen sprechen' }).click()
    await panel.getByRole('link', { name: '+49 3834 555 0142 anrufen' }).waitFor()
  })
})
