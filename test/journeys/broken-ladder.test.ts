import assert from 'node:assert/strict'
import { heading, wholeForm } from './customer.ts'
import { problems } from './desk-in-page.ts'
import { withSettings } from './own-settings.ts'
import { journeys } from './world.ts'

const broken: [what: string, ladder: unknown, told: string[]][] = [
  ['with unknown kinds, zones and hours', [
    { id: 'a', name: 'Mira', kind: 'smoke-signal', hours: 'Mo-Fr 09:00-17:00', timeZone: 'Mars/Olympus' },
    { id: 'a', name: 'Jo', kind: 'message', hours: 'Mo-Fr 9 to 5', note: 'x'.repeat(1_000_000) },
    { id: 'c', name: 'Ada', kind: 'phone', hours: 'Mo-Fr 09:00-17:00; Mo 10:00-12:00' },
    { name: 'Nobody' },
  ], ['ladder/unknown-kind', 'ladder/bad-time-zone', 'ladder/same-id', 'ladder/bad-hours', 'ladder/not-a-rung']],
  ['that leads to nobody', [], ['ladder/no-person']],
  ['that is no ladder', 'Ask Marit', ['config/wrong-value']],
]

journeys('A ladder', walk => {
  for (const [what, ladder, told] of broken) {
    walk(`${what} keeps nobody from a person`, async ({ page, url, intercept, issues }) => {
      intercept(withSettings(settings => ({ ...settings, ladder })))
      await page.goto(`${url}/products/tin/`)
      await page.getByRole('button', { name: 'Help' }).click()
      const panel = page.getByRole('dialog', { name: 'Help' })
      await panel.getByRole('button', { name: 'Talk to a person' }).click()
      await panel.getByRole('button', { name: 'Write a message' }).first().click()
      await panel.getByRole('textbox', { name: 'What would you like to know?' }).fill('Is anybody there?')
      await wholeForm(panel)
      await panel.getByRole('button', { name: 'Send' }).click()
      await heading(page, 'We have it').waitFor()
      assert.deepEqual((await issues()).map(({ story }) => story), ['Is anybody there?'])
      const found = await problems(page)
      for (const code of told) assert.ok(found.includes(code), `${code} is among ${found.join(', ')}`)
    })
  }
})
