import { expect } from '@open-wc/testing'
import type { FieldDeclaration } from '../../../src/core/forms/field.ts'
import type { EarshotFeedback } from '../../../src/elements/feedback/feedback.ts'
import { sendKeys } from '@web/test-runner-commands'
import { find } from '../find.ts'
import { focused, soon, stage, type } from '../element-fixtures.ts'

/** @param role What its control is; none has been agreed on for days. */
async function asking(field: FieldDeclaration, role?: string) {
  const staged = await stage<EarshotFeedback>('earshot-feedback', { form: 'own' }, { forms: [{ id: 'own', fields: [field, 'story'] }] })
  const byType = () => staged.element.shadowRoot!.querySelector<HTMLInputElement>(`input[type=${field.type}]`)
  const input = role ? ((await find(staged.element, role, field.label as string)) as HTMLInputElement) : await soon(byType, 'the field')
  return { ...staged, input, draft: () => staged.desk.state.drafts.get('own') }
}

describe('What is typed and is more than words', () => {
  it('is a phone number in the contact, from left to right, with what the device knows', async () => {
    const { element, input, draft } = await asking({ type: 'phone', name: 'phone', label: 'Phone' }, 'textbox')
    expect([input.type, input.autocomplete, input.inputMode, input.dir]).to.deep.equal(['tel', 'tel', 'tel', 'ltr'])
    type(input, '+49 30 1234')
    expect(draft()?.contact).to.deep.equal({ phone: '+49 30 1234' })
    await expect(element).to.be.accessible()
  })

  it('is a number as a number, and nothing when it is emptied', async () => {
    const { element, input, draft } = await asking({ type: 'number', name: 'count', label: 'How many?', min: 1, max: 9, step: 0.5 }, 'spinbutton')
    expect([input.inputMode, input.min, input.max, input.step]).to.deep.equal(['decimal', '1', '9', '0.5'])
    type(input, '2.5')
    expect(draft()?.answers).to.deep.equal({ count: 2.5 })
    type(input, '')
    await element.updateComplete
    expect(draft()?.answers?.['count']).to.equal(undefined)
    await expect(element).to.be.accessible()
  })

  it('keeps each key of a number while it is typed', async () => {
    const { input, draft } = await asking({ type: 'number', name: 'count', label: 'How many?' }, 'spinbutton')
    input.focus()
    for (const key of '1.05') await sendKeys({ press: key })
    await soon(() => draft()?.answers?.['count'] === 1.05, 'the number')
    expect(input.value).to.equal('1.05')
  })

  it('says what cannot be read as a number, and keeps it in its field', async () => {
    const { element, input, draft, taken } = await asking({ type: 'number', name: 'count', label: 'How many?' }, 'spinbutton')
    type(await find(element, 'textbox', 'What happened?'), 'Too few')
    input.focus()
    for (const key of '1e') await sendKeys({ press: key })
    await soon(() => input.validity.badInput, 'what is no number')
    expect(draft()?.answers?.['count']).to.equal(undefined)
    ;(await find(element, 'button', 'Send')).click()
    await soon(() => input.getAttribute('aria-invalid') === 'true', 'the error')
    expect(focused() === input).to.equal(true)
    expect(input.validity.badInput).to.equal(true)
    expect(taken).to.have.length(0)
  })

  it('is a day as the year, month and day, within what the owner allows', async () => {
    const { element, desk, input, draft } = await asking({ type: 'date', name: 'day', label: 'When?', min: '2026-01-01', max: '2026-12-31' })
    expect(input.labels![0]!.textContent).to.equal('When?')
    expect([input.type, input.min, input.max]).to.deep.equal(['date', '2026-01-01', '2026-12-31'])
    type(input, '2026-11-02')
    expect(draft()?.answers).to.deep.equal({ day: '2026-11-02' })
    desk.edit('own', { kind: 'problem', answers: { day: '2026-03-04' } })
    await element.updateComplete
    await soon(() => input.value === '2026-03-04', 'the day of the draft')
  })
})
