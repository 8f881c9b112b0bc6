import { expect } from '@open-wc/testing'
import type { EarshotFeedback } from '../../../src/elements/feedback/feedback.ts'
import { focused, seen, soon, stage, type } from '../element-fixtures.ts'
import { byRole, find, gone } from '../find.ts'
import { received } from './received.ts'

const forms = [
  {
    id: 'move',
    title: 'Moving house',
    send: 'Tell the movers',
    fields: [
      { type: 'text', name: 'from', label: 'From where?', required: true },
      { type: 'choice', name: 'lift', label: 'Is there a lift?', options: ['Yes', 'No'] },
      { type: 'story', label: 'Anything else?' },
    ],
    steps: [{ title: 'The old place', fields: ['from', 'lift'] }, { fields: ['story'] }],
  },
]
const form = () => stage<EarshotFeedback>('earshot-feedback', { form: 'move' }, { forms })

describe('<earshot-feedback> in steps', () => {
  it('says which step it is, and shows only its fields', async () => {
    const { element } = await form()
    await find(element, 'heading', 'Moving house')
    await find(element, 'heading', 'Step 1 of 2 The old place')
    await find(element, 'textbox', 'From where?')
    expect(byRole(element, 'textbox', 'Anything else?')).to.deep.equal([])
    expect(byRole(element, 'button', 'Tell the movers')).to.deep.equal([])
    await expect(element).to.be.accessible()
  })

  it('goes on only once the step is in order, to the heading of the next, and back with everything kept', async () => {
    const { element, taken } = await form()
    const from = (await find(element, 'textbox', 'From where?')) as HTMLInputElement
    ;(await find(element, 'button', 'Next')).click()
    await soon(() => focused() === from, 'focus in the field that is missing')
    expect(seen(element)).to.contain('Please answer this one.')
    type(from, 'Lamp Lane 4')
    ;(await find(element, 'button', 'Next')).click()
    const second = await find(element, 'heading', 'Step 2 of 2')
    await soon(() => focused() === second, 'focus on the heading of the second step')
    type(await find(element, 'textbox', 'Anything else?'), 'A piano')
    ;(await find(element, 'button', 'One step back')).click()
    const first = await find(element, 'heading', 'Step 1 of 2 The old place')
    await soon(() => focused() === first, 'focus on the heading of the first step')
    expect(((await find(element, 'textbox', 'From where?')) as HTMLInputElement).value).to.equal('Lamp Lane 4')
    ;(await find(element, 'button', 'Next')).click()
    expect(((await find(element, 'textbox', 'Anything else?')) as HTMLTextAreaElement).value).to.equal('A piano')
    ;(await find(element, 'button', 'Tell the movers')).click()
    await received(element)
    expect(taken[0]).to.deep.include({ form: 'move', story: 'A piano', answers: { from: 'Lamp Lane 4' } })
  })

  it('leads back to an earlier step when something is wrong there in the end', async () => {
    const { element, desk, taken } = await form()
    type(await find(element, 'textbox', 'From where?'), 'Lamp Lane 4')
    ;(await find(element, 'button', 'Next')).click()
    type(await find(element, 'textbox', 'Anything else?'), 'A piano')
    desk.edit('move', { answers: {} })
    ;(await find(element, 'button', 'Tell the movers')).click()
    const from = await find(element, 'textbox', 'From where?')
    await soon(() => focused() === from, 'focus in the field of the first step')
    await gone(element, 'textbox', 'Anything else?')
    expect(taken).to.deep.equal([])
  })
})
