import { expect } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import type { FieldDeclaration } from '../../../src/core/forms/field.ts'
import type { EarshotFeedback } from '../../../src/elements/feedback/feedback.ts'
import { byRole, find } from '../find.ts'
import { focused, seen, soon, stage } from '../element-fixtures.ts'

/** A form with that one field; `said` is what the draft says in its place. */
async function asking(field: FieldDeclaration, config = {}) {
  const staged = await stage<EarshotFeedback>('earshot-feedback', { form: 'own' }, { forms: [{ id: 'own', fields: [field] }], ...config })
  const said = () => staged.desk.state.drafts.get('own')?.answers?.[field.name!]
  const send = async () => (await find(staged.element, 'button', 'Send')).click()
  return { ...staged, said, send }
}

const sizes = [{ value: 1, label: { en: 'Small', de: 'Klein' } }, { value: 2, label: { en: 'Large', de: 'Gross' } }, 'other']
const box = async (element: Element, role: string, name: string) => (await find(element, role, name)) as HTMLInputElement

describe('A choice of one', () => {
  const field: FieldDeclaration = { type: 'choice', name: 'size', label: 'Which size?', hint: 'As on the label', options: sizes }

  it('is a group of radio buttons with a name; the draft has the value as the owner gave it', async () => {
    const { element, said } = await asking(field)
    await find(element, 'radiogroup', 'Which size?')
    ;(await box(element, 'radio', 'Large')).click()
    expect(said()).to.equal(2)
    ;(await box(element, 'radio', 'other')).click()
    expect(said()).to.equal('other')
    expect(seen(element)).to.contain('As on the label')
    await expect(element).to.be.accessible()
  })

  it('can be made with the arrow keys', async () => {
    const { element, said } = await asking(field)
    ;(await box(element, 'radio', 'Small')).focus()
    await sendKeys({ press: 'ArrowDown' })
    await soon(() => said() === 2, 'the next option')
    expect((await box(element, 'radio', 'Large')).checked).to.equal(true)
  })

  it('can be left open again, and focus stays in the group', async () => {
    const { element, said } = await asking(field)
    ;(await box(element, 'radio', 'Large')).click()
    const open = await find(element, 'button', 'Leave this open')
    open.focus()
    open.click()
    await soon(() => said() === undefined && byRole(element, 'button', 'Leave this open').length === 0, 'nothing chosen')
    const first = await box(element, 'radio', 'Small')
    expect(focused() === first).to.equal(true)
    expect(byRole(element, 'radio').some(each => (each as HTMLInputElement).checked)).to.equal(false)
  })

  it('says at the group that it is needed, and leads there', async () => {
    const { element, send } = await asking({ ...field, required: true })
    const group = await find(element, 'radiogroup', 'Which size?')
    expect(group.getAttribute('aria-required')).to.equal('true')
    await send()
    const first = await box(element, 'radio', 'Small')
    await soon(() => focused() === first, 'focus on the first option')
    expect(group.getAttribute('aria-invalid')).to.equal('true')
    const error = group.getAttribute('aria-describedby')!.split(' ').map(id => element.shadowRoot!.getElementById(id)!.textContent!)
    expect(error.join(' ')).to.contain('Please choose')
  })

  it('of more than seven is a list that opens', async () => {
    const { element, said } = await asking({ ...field, options: [1, 2, 3, 4, 5, 6, 7, 8] })
    const list = (await find(element, 'combobox', 'Which size?')) as HTMLSelectElement
    expect(list.options[0]!.text).to.equal('Please choose')
    expect(list.selectedIndex).to.equal(0)
    list.selectedIndex = 8
    list.dispatchEvent(new Event('change', { bubbles: true }))
    expect(said()).to.equal(8)
    await element.updateComplete
    list.selectedIndex = 0
    list.dispatchEvent(new Event('change', { bubbles: true }))
    expect(said()).to.equal(undefined)
    await expect(element).to.be.accessible()
  })

  it('has rows high enough for a thumb, in the language and from the side of the customer', async () => {
    const { element } = await asking(field, { locale: 'de' })
    const row = (await box(element, 'radio', 'Gross')).closest('label')!
    expect(row.getBoundingClientRect().height).to.be.at.least(44)
    const arabic = await asking(field, { locale: 'ar' })
    const circle = await soon(() => byRole(arabic.element, 'radio')[0], 'the options')
    const words = circle.nextElementSibling!
    await soon(() => circle.getBoundingClientRect().left > words.getBoundingClientRect().left, 'the circle on the right')
  })
})

describe('A choice of several', () => {
  const field: FieldDeclaration = { type: 'choices', name: 'parts', label: 'Which parts?', options: ['shade', 'cable', 'foot'] }

  it('is a group of boxes; the draft has what is ticked in the order of the options', async () => {
    const { element, said } = await asking(field)
    await find(element, 'group', 'Which parts?')
    ;(await box(element, 'checkbox', 'foot')).click()
    ;(await box(element, 'checkbox', 'shade')).click()
    expect(said()).to.deep.equal(['shade', 'foot'])
    ;(await box(element, 'checkbox', 'shade')).click()
    ;(await box(element, 'checkbox', 'foot')).click()
    expect(said()).to.equal(undefined)
    await expect(element).to.be.accessible()
  })

  it('drops what is no longer offered with the next tick', async () => {
    const { element, desk, said } = await asking(field)
    desk.edit('own', { kind: 'problem', answers: { parts: ['plug', 'cable'] } })
    const cable = await box(element, 'checkbox', 'cable')
    await soon(() => cable.checked, 'the draft')
    ;(await box(element, 'checkbox', 'shade')).click()
    expect(said()).to.deep.equal(['shade', 'cable'])
  })
})

describe('A consent', () => {
  const field: FieldDeclaration = { type: 'consent', name: 'call', label: 'You may <b>call</b> me about this' }

  it('is a box with the sentence of the owner, as text; it begins empty and says true or false', async () => {
    const { element, said } = await asking(field)
    const tick = await box(element, 'checkbox', 'You may <b>call</b> me about this')
    expect(tick.checked).to.equal(false)
    expect(said()).to.equal(undefined)
    tick.click()
    expect(said()).to.equal(true)
    tick.click()
    expect(said()).to.equal(false)
    await expect(element).to.be.accessible()
  })

  it('is needed where the owner says so: false is not enough', async () => {
    const { element, send, taken } = await asking({ ...field, required: true })
    const tick = await box(element, 'checkbox', 'You may <b>call</b> me about this')
    tick.click()
    tick.click()
    await send()
    await soon(() => focused() === tick, 'focus on the box')
    expect(tick.getAttribute('aria-invalid')).to.equal('true')
    tick.click()
    await send()
    await soon(() => taken.length === 1, 'the issue')
    expect(taken[0]!.answers).to.deep.equal({ call: true })
  })
})

describe('A scale of eleven', () => {
  it('needs no more width than there is, also where the text is large', async () => {
    const { element, parent } = await asking({ type: 'rating', name: 'recommend', scale: 'nps', label: 'How likely is it?' })
    parent.style.width = '320px'
    const root = document.documentElement
    root.style.fontSize = '200%'
    try {
      await find(element, 'radio', '5 of 10')
      const { right } = parent.getBoundingClientRect()
      for (const radio of byRole(element, 'radio')) expect(radio.parentElement!.getBoundingClientRect().right).to.be.at.most(right + 0.5)
    } finally {
      root.style.fontSize = ''
    }
  })
})
