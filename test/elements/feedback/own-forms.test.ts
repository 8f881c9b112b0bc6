import { expect } from '@open-wc/testing'
import type { EarshotFeedback } from '../../../src/elements/feedback/feedback.ts'
import type { Config } from '../../../src/desk/config.ts'
import { focused, refusal, seen, soon, stage, type } from '../element-fixtures.ts'
import { byRole, find, gone } from '../find.ts'
import { received } from './received.ts'

const form = (id: string, config: Config) => stage<EarshotFeedback>('earshot-feedback', { form: id }, config)

describe('<earshot-feedback> with a form of the owner’s', () => {
  it('says it in the owner’s words, in the customer’s language', async () => {
    const forms = [{
      id: 'oven', title: { en: 'Our ovens', de: 'Unsere Öfen' }, intro: 'Two questions only.', send: { en: 'Off it goes', de: 'Los' },
      fields: [
        { type: 'story', label: { en: 'What did it burn?', de: 'Was ist verbrannt?' }, hint: 'Bread counts too.' },
        { type: 'text', name: 'serial', placeholder: 'B-000', label: { en: 'Serial number', de: 'Seriennummer' } },
      ],
    }]
    const { element } = await form('oven', { forms })
    await find(element, 'heading', 'Our ovens')
    expect(seen(element)).to.contain('Two questions only.').and.to.contain('Bread counts too.')
    expect(((await find(element, 'textbox', 'Serial number')) as HTMLInputElement).placeholder).to.equal('B-000')
    await find(element, 'button', 'Off it goes')
    await expect(element).to.be.accessible()
    const german = await form('oven', { forms, locale: 'de' })
    await find(german.element, 'heading', 'Unsere Öfen')
    await find(german.element, 'textbox', 'Was ist verbrannt?')
  })

  it('shows a field once it applies, and takes away what it said when it no longer does', async () => {
    const { element, taken } = await form('visit', {
      forms: [{
        id: 'visit',
        fields: [
          { type: 'choice', name: 'again', label: 'Would you come again?', options: ['Yes', 'No'] },
          { type: 'text', name: 'why', label: 'Why not?', required: true, showIf: { field: 'again', is: 'No' } },
          { type: 'text', name: 'dish', label: 'Your favourite' },
        ],
      }],
    })
    const dish = await find(element, 'textbox', 'Your favourite')
    expect(byRole(element, 'textbox', 'Why not?')).to.deep.equal([])
    ;(await find(element, 'radio', 'No')).click()
    type(await find(element, 'textbox', 'Why not?'), 'Too loud')
    type(dish, 'Soup')
    ;(await find(element, 'radio', 'Yes')).click()
    await gone(element, 'textbox', 'Why not?')
    expect((dish as HTMLInputElement).value).to.equal('Soup')
    ;(await find(element, 'button', 'Send')).click()
    await received(element)
    expect(taken[0]!.answers).to.deep.equal({ again: 'Yes', dish: 'Soup' })
  })

  it('says at each field what is wrong with it, in the owner’s words where there are any, and goes to the first', async () => {
    const { element, taken } = await form('order', {
      forms: [{
        id: 'order',
        fields: [
          { type: 'text', name: 'order', label: 'Order', pattern: '[A-Z]-\\d+', patternMessage: 'It begins with a letter: A-123.' },
          { type: 'number', name: 'lamps', label: 'How many?', min: 1, max: 9 },
          { type: 'email', name: 'contact', label: 'Email' },
        ],
      }],
    })
    const order = await find(element, 'textbox', 'Order')
    type(order, '123')
    type(await find(element, 'spinbutton', 'How many?'), '12')
    type(await find(element, 'textbox', 'Email'), 'ada at home')
    ;(await find(element, 'button', 'Send')).click()
    await soon(() => focused() === order, 'focus in the first field that is wrong')
    expect(seen(element)).to.contain('It begins with a letter: A-123.').and.to.contain('The most that fits here is 9.').and.to.contain('does not look like an email')
    expect((order as HTMLInputElement).value).to.equal('123')
    await expect(element).to.be.accessible()
    type(order, 'A-123')
    await element.updateComplete
    expect(seen(element)).not.to.contain('It begins with a letter')
    expect(seen(element)).to.contain('The most that fits here is 9.')
    expect(taken).to.deep.equal([])
  })

  it('puts a wish into the text with one tap, takes it out with another, and leaves the customer’s own words', async () => {
    const { element, taken } = await form('problem', { forms: [{ id: 'problem', outcomes: ['A new one', 'My money back'] }] })
    type(await find(element, 'textbox', 'What happened?'), 'The lamp is broken.')
    const outcome = (await find(element, 'textbox', 'What would make it right?')) as HTMLTextAreaElement
    const again = await find(element, 'button', 'A new one')
    again.click()
    await soon(() => again.getAttribute('aria-pressed') === 'true', 'the wish to be taken')
    expect(outcome.value).to.equal('A new one')
    type(outcome, 'A new one\nBy Friday')
    ;(await find(element, 'button', 'My money back')).click()
    await soon(() => outcome.value.includes('money'), 'the second wish')
    again.click()
    await soon(() => outcome.value === 'By Friday\nMy money back', 'the first wish to be gone')
    await expect(element).to.be.accessible()
    ;(await find(element, 'button', 'Send')).click()
    await received(element)
    expect(taken[0]!.outcome).to.equal('By Friday\nMy money back')
  })

  it('begins with what the page knows, and keeps nothing of it before the first letter', async () => {
    const { element, desk, taken, opened } = await form('order', {
      forms: [{ id: 'order', fields: [{ type: 'text', name: 'order', label: 'Order' }, { type: 'story', label: 'What happened?' }] }],
      prefill: { order: { order: 'A-123' } },
    })
    const order = (await find(element, 'textbox', 'Order')) as HTMLInputElement
    expect(order.value).to.equal('A-123')
    expect(desk.state.drafts.has('order')).to.equal(false)
    expect(opened()).to.equal(0)
    type(await find(element, 'textbox', 'What happened?'), 'It came broken.')
    expect(desk.state.drafts.get('order')).to.deep.include({ story: 'It came broken.', answers: { order: 'A-123' } })
    ;(await find(element, 'button', 'Send')).click()
    await received(element)
    expect(taken[0]!.answers).to.deep.equal({ order: 'A-123' })
  })

  it('says the backend’s answer at the field it is about, also one of the owner’s', async () => {
    const { element, world } = await form('order', { forms: [{ id: 'order', fields: [{ type: 'text', name: 'order', label: 'Order' }] }] })
    world.answer = () => Promise.reject(refusal({ detail: 'No such order', pointer: '/answers/order', status: 422 }))
    type(await find(element, 'textbox', 'Order'), 'A-1')
    ;(await find(element, 'button', 'Send')).click()
    await received(element, 'Not sent yet')
    ;(await find(element, 'button', 'Change and send again')).click()
    const order = await find(element, 'textbox', 'Order')
    await soon(() => order.getAttribute('aria-invalid') === 'true', 'the answer at its field')
    expect(seen(element)).to.contain('Please check this: No such order')
    type(order, 'A-2')
    await element.updateComplete
    expect(seen(element)).not.to.contain('No such order')
  })

  it('remarks in passing, when nobody types, what would help, and stops nobody', async () => {
    const { element, taken } = await form('order', { forms: [{ id: 'order', fields: [{ type: 'story', label: 'What happened?', expects: ['number'] }] }] })
    const story = await find(element, 'textbox', 'What happened?')
    type(story, 'My order has not arrived at all.')
    await soon(() => seen(element).includes('Is there a number that goes with it'), 'the remark')
    expect(story.getAttribute('aria-invalid')).to.equal(null)
    expect(story.getAttribute('aria-describedby')!.split(' ').some(id => element.shadowRoot!.getElementById(id)!.textContent!.includes('a number'))).to.equal(true)
    ;(await find(element, 'button', 'Send')).click()
    await received(element)
    expect(taken).to.have.length(1)
  })
})
