import { expect } from '@open-wc/testing'
import type { EarshotFeedback } from '../../../src/elements/feedback/feedback.ts'
import { soon, stage, type } from '../element-fixtures.ts'
import { find } from '../find.ts'
import { received } from './received.ts'

const trapIn = (element: Element) => element.shadowRoot!.querySelector<HTMLInputElement>('[aria-hidden="true"] input')
const send = async (element: Element) => {
  ;(await find(element, 'button', 'Send')).click()
  await received(element)
}

describe('how a form is filled in', () => {
  it('goes along as seconds, and as nothing else, for somebody who types', async () => {
    const { element, taken } = await stage<EarshotFeedback>('earshot-feedback')
    // What is typed before all of the form is there tells nothing.
    await find(element, 'button', 'Send')
    type(await find(element, 'textbox', 'What happened?'), 'The lamp is broken.')
    await send(element)
    const { filling } = taken[0]!
    expect(Object.keys(filling!)).to.deep.equal(['seconds'])
    expect(filling!.seconds).to.be.within(0, 60)
  })

  it('has a field that only machines fill: what stood in it stays here', async () => {
    const { element, taken } = await stage<EarshotFeedback>('earshot-feedback')
    await find(element, 'button', 'Send')
    // A robot fills every field there is.
    for (const field of element.shadowRoot!.querySelectorAll<HTMLInputElement>('form input[type="text"], form input:not([type]), form textarea')) type(field, 'Cheap watches')
    await send(element)
    expect(taken[0]!.filling!.trap).to.equal(true)
    expect(JSON.stringify(taken[0]!.filling)).not.to.contain('watches')
  })

  it('has that field where no key, no screen reader, no browser and no keeper of passwords comes upon it, and nothing moves for it', async () => {
    const { element } = await stage<EarshotFeedback>('earshot-feedback')
    await find(element, 'button', 'Send')
    const trap = await soon(() => trapIn(element), 'the trap')
    expect(trap.tabIndex).to.equal(-1)
    expect(trap.getAttribute('autocomplete')).to.equal('off')
    for (const name of ['data-1p-ignore', 'data-bwignore', 'data-lpignore', 'data-protonpass-ignore', 'data-form-type']) expect(trap.hasAttribute(name), name).to.equal(true)
    const { position, overflow } = getComputedStyle(trap.closest('.trap')!)
    expect([position, overflow]).to.deep.equal(['absolute', 'hidden'])
    await expect(element).to.be.accessible()
  })

  it('is not known where something was written before: a draft, or words the page put there', async () => {
    const { element, desk, taken } = await stage<EarshotFeedback>('earshot-feedback')
    await find(element, 'button', 'Send')
    desk.edit('problem', { story: 'The lamp is broken, and has been for days.' })
    await soon(() => (element.shadowRoot!.querySelector('textarea')?.value.startsWith('The lamp') ? true : undefined), 'the draft')
    await send(element)
    expect(taken[0]!.filling).to.equal(undefined)
  })

  it('is nobody’s business where staff write down what a customer said', async () => {
    const { element, taken } = await stage<EarshotFeedback>('earshot-feedback', {}, { staff: true })
    type(await find(element, 'textbox', 'What happened?'), 'The lamp is broken.')
    await send(element)
    expect(taken[0]!.filling).to.equal(undefined)
    expect(trapIn(element) === null).to.equal(true)
  })
})
