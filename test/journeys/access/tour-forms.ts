import { ownForms } from '../../../demo/pictures/own-forms.ts'
import type { MessageKey } from '../../../src/locale/en.ts'
import { openHelp, openView, wholeForm, type Stage } from './stage.ts'

const titles: Readonly<Record<string, MessageKey>> = {
  problem: 'kind.problem', question: 'kind.question', idea: 'kind.idea', praise: 'kind.praise', page: 'kind.page', rating: 'kind.rating',
}

/** Every form there is built in, one of an owner's with every type of field, one in steps, and one that staff fill in. */
export async function tourForms(stage: Stage): Promise<void> {
  const { page, url, look, say } = stage
  stage.set({ forms: ownForms })
  await page.goto(`${url}/products/plover/`)
  const panel = await openHelp(stage)
  for (const [form, title] of Object.entries(titles)) {
    await openView(page, { name: 'form', form })
    await panel.getByRole('heading', { name: say(title) }).waitFor()
    if (form === 'rating') await panel.getByRole('radio').first().waitFor()
    else if (form === 'praise') await panel.getByRole('button', { name: say('observation.add') }).waitFor()
    else if (form === 'page') await panel.getByRole('button', { name: say('picture.add') }).waitFor()
    else await wholeForm(stage, panel)
    await look(`form: ${form}`)
  }
  await openView(page, { name: 'form', form: 'visit' })
  await panel.getByRole('heading', { name: 'Ask for a visit' }).waitFor()
  await panel.getByRole('checkbox', { name: 'Friday' }).click()
  await panel.getByRole('button', { name: 'Ask for it' }).click()
  await panel.getByText(say('error.required')).first().waitFor()
  await look('form of an owner’s with every type of field, and its errors')
  await openView(page, { name: 'form', form: 'move' })
  await panel.getByRole('textbox', { name: 'From where?' }).fill('Reed Lane 4')
  await panel.getByRole('button', { name: say('step.next') }).click()
  await panel.getByRole('textbox', { name: 'Anything else?' }).waitFor()
  await look('form in steps, the second')

  stage.set({ staff: { name: 'Jonte' } })
  await page.goto(`${url}/products/plover/`)
  await openHelp(stage)
  await openView(page, { name: 'form', form: 'problem' })
  await panel.getByText(say('staff.mark')).waitFor()
  await look('form that staff fill in')
}
