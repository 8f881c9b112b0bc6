import { expect } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import type { Desk } from '../../../src/desk/desk.ts'
import type { EarshotFeedback } from '../../../src/elements/feedback/feedback.ts'
import type { EarshotSubmitEvent } from '../../../src/elements/shared/events.ts'
import { deskFor } from '../../desk/desk-fixtures.ts'
import { byRole, find } from '../find.ts'
import { received } from './received.ts'
import { focused, refusal, seen, soon, stage, type, typeKeys } from '../element-fixtures.ts'

const form = (props: Partial<EarshotFeedback> = {}, config = {}) => stage<EarshotFeedback>('earshot-feedback', props, config)
const story = 'The lamp came with a dent in its shade.'

describe('<earshot-feedback>', () => {
  it('asks for a problem in the words of a problem', async () => {
    const { element } = await form()
    await find(element, 'heading', 'Something is wrong')
    await find(element, 'textbox', 'What happened?')
    await find(element, 'textbox', 'What would make it right?')
    await find(element, 'button', 'Add something else you noticed')
    await find(element, 'textbox', 'Email (only if you want an answer)')
    await find(element, 'button', 'Send')
    expect(byRole(element, 'textbox')).to.have.length(4)
    await expect(element).to.be.accessible()
  })

  it('asks for a question, an idea and praise in theirs, and for no outcome', async () => {
    const { element } = await form({ form: 'question' })
    await find(element, 'textbox', 'What would you like to know?')
    expect(byRole(element, 'textbox', 'What would make it right?')).to.deep.equal([])
    element.form = 'idea'
    await find(element, 'textbox', 'What is your idea?')
    element.form = 'praise'
    await find(element, 'textbox', 'What went well?')
  })

  it('asks what the owner declared, in the form of the owner', async () => {
    const { element, taken } = await form({ form: 'bug' }, { forms: [{ id: 'bug', kind: 'problem', topic: 'site', fields: ['story'] }] })
    type(await find(element, 'textbox', 'What happened?'), story)
    expect(byRole(element, 'textbox')).to.have.length(1)
    ;(await find(element, 'button', 'Send')).click()
    await received(element)
    expect(taken[0]).to.include({ kind: 'problem', form: 'bug', topic: 'site', story })
  })

  it('sends the whole story by keyboard alone and ends on the heading of the receipt', async () => {
    const { element, taken } = await form({}, { topics: [{ id: 'delivery', label: 'Delivery' }] })
    ;(await find(element, 'textbox', 'What happened?')).focus()
    await typeKeys(story)
    ;(await find(element, 'button', 'Add something else you noticed')).focus()
    await sendKeys({ press: 'Enter' })
    const remark = await find(element, 'textbox', 'Something else you noticed')
    await soon(() => focused() === remark, 'focus in the new remark')
    await typeKeys('The parcel was left outside.')
    const topic = (await find(element, 'combobox', 'What is it about?')) as HTMLSelectElement
    topic.value = 'delivery'
    topic.dispatchEvent(new Event('change'))
    type(await find(element, 'textbox', 'What would make it right?'), 'A new shade')
    type(await find(element, 'textbox', 'Email (only if you want an answer)'), 'ada@example.org')
    ;(await find(element, 'button', 'Send')).focus()
    await sendKeys({ press: 'Enter' })
    const heading = await received(element)
    await soon(() => focused() === heading, 'focus on the heading of the receipt')
    expect(taken[0]).to.deep.include({
      kind: 'problem',
      form: 'problem',
      story,
      outcome: 'A new shade',
      observations: [{ text: 'The parcel was left outside.', topic: 'delivery' }],
      contact: { email: 'ada@example.org' },
    })
    expect(taken[0]!.subject).to.deep.include({ url: 'https://shop.example/products/lamp' })
  })

  it('takes a remark away again and gives focus back to the button that adds one', async () => {
    const { element, desk } = await form()
    ;(await find(element, 'button', 'Add something else you noticed')).click()
    type(await find(element, 'textbox', 'Something else you noticed'), 'Late')
    ;(await find(element, 'button', 'Remove this remark')).click()
    const add = await find(element, 'button', 'Add something else you noticed')
    await soon(() => focused() === add, 'focus on the button that adds')
    expect(byRole(element, 'textbox', 'Something else you noticed')).to.deep.equal([])
    expect(desk.state.drafts.get('problem')!.observations ?? []).to.deep.equal([])
  })

  it('says at the field what is missing, goes there, and says no more once it is mended', async () => {
    const { element, taken } = await form()
    ;(await find(element, 'button', 'Send')).click()
    const field = await find(element, 'textbox', 'What happened?')
    await soon(() => focused() === field, 'focus in the story')
    expect(field.getAttribute('aria-invalid')).to.equal('true')
    expect(element.shadowRoot!.getElementById(field.getAttribute('aria-describedby')!)!.textContent).to.contain('in a few words')
    expect(element.shadowRoot!.querySelector('[role=status]')!.textContent).to.contain('in a few words')
    await expect(element).to.be.accessible()
    type(field, story)
    await element.updateComplete
    expect(seen(element)).not.to.contain('in a few words')
    expect(taken).to.deep.equal([])
  })

  it('does not send to an address that is none', async () => {
    const { element, taken } = await form()
    type(await find(element, 'textbox', 'What happened?'), story)
    const email = await find(element, 'textbox', 'Email (only if you want an answer)')
    type(email, 'ada at home')
    ;(await find(element, 'button', 'Send')).click()
    await soon(() => seen(element).includes('does not look like an email'), 'the error')
    expect(focused()).to.equal(email)
    expect(taken).to.deep.equal([])
  })

  it('tells what is left near the limit and how much is too much beyond it, and cuts nothing', async () => {
    const { element, taken } = await form()
    const field = (await find(element, 'textbox', 'What would make it right?')) as HTMLTextAreaElement
    type(field, 'x'.repeat(1_900))
    await element.updateComplete
    expect(seen(element)).to.contain('100 characters left')
    type(field, 'x'.repeat(2_003))
    await element.updateComplete
    expect(seen(element)).to.contain('3 characters too many')
    type(await find(element, 'textbox', 'What happened?'), story)
    ;(await find(element, 'button', 'Send')).click()
    await soon(() => focused() === field, 'focus in the outcome')
    expect(field.value).to.have.length(2_003)
    expect(taken).to.deep.equal([])
  })

  it('keeps what was typed for the next page', async () => {
    const first = await form()
    type(await find(first.element, 'textbox', 'What happened?'), story)
    first.desk.dispose()
    const reloaded = first.make()
    first.element.remove()
    first.element.desk = reloaded
    first.parent.append(first.element)
    await soon(async () => reloaded.state.drafts.get('problem'), 'the draft')
    const field = (await find(first.element, 'textbox', 'What happened?')) as HTMLTextAreaElement
    await soon(() => field.value === story, 'the story in its field')
  })

  it('offers articles beside the story, without moving focus, and leads there and back with the draft kept', async () => {
    const { element } = await form()
    const field = (await find(element, 'textbox', 'What happened?')) as HTMLTextAreaElement
    const outcome = await find(element, 'textbox', 'What would make it right?')
    const { top } = outcome.getBoundingClientRect()
    field.focus()
    await typeKeys('returning a lamp')
    const match = await find(element, 'button', 'Returning a lamp')
    expect(focused()).to.equal(field)
    expect(outcome.getBoundingClientRect().top).to.equal(top)
    expect(element.shadowRoot!.querySelector('[role=status]')!.textContent).to.contain('Is it this?')
    match.click()
    const title = await find(element, 'heading', 'Returning a lamp')
    await soon(() => focused() === title, 'focus on the title')
    ;(await find(element, 'button', 'Back')).click()
    await find(element, 'heading', 'Something is wrong')
    expect(field.value).to.equal('returning a lamp')
  })

  it('shows everything that goes along, and sends nothing that was taken out', async () => {
    const { element, desk, taken } = await form()
    await desk.search('returning')
    type(await find(element, 'textbox', 'What happened?'), story)
    element.shadowRoot!.querySelector('summary')!.click()
    await find(element, 'button', 'Take out: This page')
    expect(seen(element)).to.contain('https://shop.example/products/lamp').and.to.contain('“returning”').and.to.contain('800 × 600')
    await expect(element).to.be.accessible()
    for (const item of ['This page', 'What you searched for', 'Language and time zone']) (await find(element, 'button', `Take out: ${item}`)).click()
    await element.updateComplete
    expect(seen(element)).to.contain('This page: not sent')
    ;(await find(element, 'button', 'Put back: Language and time zone')).click()
    ;(await find(element, 'button', 'Send')).click()
    await received(element)
    expect(taken[0]!.subject).to.deep.equal({ product: { id: 'L1', name: 'Lamp' } })
    expect(taken[0]!.journey?.searches).to.equal(undefined)
    expect(taken[0]!.environment).to.include({ timeZone: 'Europe/Berlin' })
    expect(JSON.stringify(taken[0])).not.to.contain('withheld')
  })

  it('lets the page change or stop an issue before it is sealed', async () => {
    const { element, taken } = await form()
    type(await find(element, 'textbox', 'What happened?'), story)
    let stopped = false
    document.addEventListener('earshot-submit', event => (event.preventDefault(), (stopped = true)), { once: true })
    ;(await find(element, 'button', 'Send')).click()
    await soon(() => stopped, 'the event')
    await element.updateComplete
    expect(taken).to.deep.equal([])
    element.addEventListener('earshot-submit', event => ((event as EarshotSubmitEvent).issue.topic = 'shade'), { once: true })
    ;(await find(element, 'button', 'Send')).click()
    await received(element)
    expect(taken[0]!.topic).to.equal('shade')
  })

  it('reports what became of its issue, once each', async () => {
    const { element } = await form()
    const heard: string[] = []
    for (const name of ['earshot-queued', 'earshot-accepted', 'earshot-refused']) element.addEventListener(name, () => heard.push(name))
    type(await find(element, 'textbox', 'What happened?'), story)
    ;(await find(element, 'button', 'Send')).click()
    await received(element)
    expect(heard).to.deep.equal(['earshot-queued', 'earshot-accepted'])
  })

  it('brings a refused text back into its form, with the answer at its field, and sends the corrected one', async () => {
    const { element, world, taken } = await form()
    world.answer = () => Promise.reject(refusal({ detail: 'No order number', pointer: '/story', status: 422 }))
    type(await find(element, 'textbox', 'What happened?'), story)
    ;(await find(element, 'button', 'Send')).click()
    await received(element, 'Not sent yet')
    world.answer = issue => (taken.push(issue), Promise.resolve(world.receiptFor(issue)))
    ;(await find(element, 'button', 'Change and send again')).click()
    const field = (await find(element, 'textbox', 'What happened?')) as HTMLTextAreaElement
    expect(field.value).to.equal(story)
    expect(seen(element)).to.contain('No order number')
    type(field, `${story} Order 12.`)
    await element.updateComplete
    expect(seen(element)).not.to.contain('No order number')
    ;(await find(element, 'button', 'Send')).click()
    await received(element)
    expect(taken[0]!.story).to.equal(`${story} Order 12.`)
    expect(taken[0]!.replaces).to.be.a('string')
  })

  it('leaves the text where it is and offers to copy it when it cannot be kept at all', async () => {
    const { element, store } = await form()
    store.write = () => Promise.reject(new Error('The disk is gone'))
    element.desk = { ...element.desk!, submit: () => Promise.reject(new Error('Nothing can be kept')) }
    const field = (await find(element, 'textbox', 'What happened?')) as HTMLTextAreaElement
    type(field, story)
    ;(await find(element, 'button', 'Send')).click()
    await find(element, 'button', 'Copy the text')
    expect(seen(element)).to.contain('This could not be kept')
    expect(field.value).to.equal(story)
  })

  it('takes a rating with the rest of its form', async () => {
    const { element, taken } = await form({ form: 'rating' })
    ;(await find(element, 'button', 'Send')).click()
    await soon(() => seen(element).includes('Please choose one.'), 'the error')
    ;(await find(element, 'radio', '4 of 5')).click()
    await element.updateComplete
    await expect(element).to.be.accessible()
    ;(await find(element, 'button', 'Send')).click()
    await received(element)
    expect(taken[0]!.rating).to.deep.equal({ scale: 'csat', value: 4, max: 5 })
  })

  it('goes on in the panel as a view of the desk', async () => {
    const { element, desk } = await form({ embedded: true })
    desk.open({ name: 'form', form: 'problem' })
    type(await find(element, 'textbox', 'What happened?'), story)
    ;(await find(element, 'button', 'Send')).click()
    await soon(() => desk.state.view.name === 'receipt', 'the receipt as a view')
  })

  it('says in the panel that it could not be loaded, where the form does not arrive', async () => {
    const { desk } = deskFor()
    const broken: Desk = Object.create(desk, { form: { value: () => Promise.reject(new Error('No connection')) } })
    const { element } = await form({ embedded: true, desk: broken, textContent: 'Loading…' })
    await soon(() => seen(element).includes('This part could not be loaded.'), 'the sentence')
    expect(element.shadowRoot!.querySelector('slot')!.hidden).to.equal(true)
    const alone = await form({ desk: broken, textContent: 'Write to us.' })
    await soon(() => seen(alone.element).includes('Write to us.'), 'the fallback of the page')
  })

  it('is tried again by a press, which keeps focus until the form is there', async () => {
    const { desk } = deskFor()
    let tries = 0
    const flaky: Desk = Object.create(desk, { form: { value: (id: string) => (++tries < 3 ? Promise.reject(new Error('No connection')) : desk.form(id)) } })
    const { element } = await form({ embedded: true, desk: flaky })
    const again = await find(element, 'button', 'Try again')
    again.focus()
    await sendKeys({ press: 'Enter' })
    await soon(() => tries === 2, 'the second try')
    await element.updateComplete
    expect(focused() === again).to.equal(true)
    await expect(element).to.be.accessible()
    await sendKeys({ press: 'Enter' })
    await find(element, 'textbox', 'What happened?')
    await soon(() => focused()?.textContent === 'Something is wrong', 'focus on the heading of the form')
    expect(byRole(element, 'button', 'Try again')).to.deep.equal([])
  })
})
