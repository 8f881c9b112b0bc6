import { expect } from '@open-wc/testing'
import { executeServerCommand, sendKeys, sendMouse, resetMouse } from '@web/test-runner-commands'
import type { EarshotFeedback } from '../../../src/elements/feedback/feedback.ts'
import { byRole, find, gone } from '../find.ts'
import { focused, seen, soon, stage, type } from '../element-fixtures.ts'

const story = 'The lamp came with a dent. The parcel was left outside in the rain! Nobody rang.'
const remark = 'The parcel was left outside in the rain!'
const hint = 'Select a sentence'

async function writing(text = story) {
  const staged = await stage<EarshotFeedback>('earshot-feedback', { form: 'problem' })
  const field = (await find(staged.element, 'textbox', 'What happened?')) as HTMLTextAreaElement
  type(field, text)
  const said: string[] = []
  const announcer = staged.element.shadowRoot!.querySelector('.announcer')!
  new MutationObserver(() => said.push(announcer.textContent)).observe(announcer, { childList: true, characterData: true, subtree: true })
  const spoken = (text: string) => said.some(one => one.startsWith(text))
  const remarks = () => staged.desk.state.drafts.get('problem')?.observations
  const select = (part: string) => {
    field.focus()
    field.setSelectionRange(field.value.indexOf(part), field.value.indexOf(part) + part.length)
  }
  return { ...staged, field, spoken, remarks, select }
}

describe('A long story', () => {
  afterEach(() => resetMouse())

  it('says that a sentence may be noted on its own; a short one does not', async () => {
    const { element, field } = await writing('The lamp came with a dent.')
    await find(element, 'button', 'Show us where')
    expect(seen(element)).not.to.contain(hint)
    type(field, story)
    await soon(() => seen(element).includes(hint), 'the hint')
    type(field, 'word '.repeat(60))
    await soon(() => seen(element).includes(hint), 'the hint for a story without an end')
  })

  it('lets a selected sentence be noted as well: the story keeps it, and focus stays', async () => {
    const { element, field, remarks, select, spoken, desk } = await writing()
    await soon(() => seen(element).includes(hint), 'the hint')
    const { top } = (await find(element, 'textbox', 'What would make it right?')).getBoundingClientRect()
    select(` ${remark} `)
    const button = await find(element, 'button', 'Also note this')
    expect((await find(element, 'textbox', 'What would make it right?')).getBoundingClientRect().top).to.equal(top)
    const { left, top: y, width, height } = button.getBoundingClientRect()
    await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(y + height / 2)] })
    await soon(() => remarks()?.length === 1, 'the remark')
    expect(remarks()).to.deep.equal([{ text: remark }])
    expect(desk.state.drafts.get('problem')!.story).to.equal(story)
    expect(focused() === field).to.equal(true)
    await soon(() => spoken('Noted as a remark of its own'), 'the announcement')
    expect(((await find(element, 'textbox', 'Something else you noticed')) as HTMLTextAreaElement).value).to.equal(remark)
  })

  it('can be done with the keyboard alone', async () => {
    const { element, field, remarks } = await writing()
    await soon(() => seen(element).includes(hint), 'the hint')
    field.focus()
    field.setSelectionRange(story.length - 12, story.length - 12)
    for (let i = 0; i < 12; i++) await executeServerCommand('chord', { keys: ['Shift', 'ArrowRight'] })
    const button = await find(element, 'button', 'Also note this')
    button.focus()
    await sendKeys({ press: 'Enter' })
    await soon(() => remarks()?.length === 1, 'the remark')
    expect(remarks()![0]!.text).to.equal('Nobody rang.')
    await soon(() => focused() === field, 'focus back in the story')
  })

  it('offers nothing for a letter, for all of it, or for what is noted already', async () => {
    const { element, select, remarks } = await writing()
    await soon(() => seen(element).includes(hint), 'the hint')
    select(remark)
    ;(await find(element, 'button', 'Also note this')).click()
    await gone(element, 'button', 'Also note this')
    for (const part of ['T', story, remark]) {
      select(part)
      await new Promise(requestAnimationFrame)
      await element.updateComplete
      expect(byRole(element, 'button', 'Also note this'), part).to.deep.equal([])
    }
    select('Nobody rang.')
    ;(await find(element, 'button', 'Also note this')).click()
    expect(remarks()!.map(({ text }) => text)).to.deep.equal([remark, 'Nobody rang.'])
  })

  it('is left alone in forms without remarks', async () => {
    const { element } = await stage<EarshotFeedback>('earshot-feedback', { form: 'question' })
    type(await find(element, 'textbox', 'What would you like to know?'), story)
    await element.updateComplete
    expect(seen(element)).not.to.contain(hint)
  })
})
