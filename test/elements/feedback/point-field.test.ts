import { expect, fixture, html } from '@open-wc/testing'
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands'
import type { EarshotFeedback } from '../../../src/elements/feedback/feedback.ts'
import type { EarshotWidget } from '../../../src/elements/widget/widget.ts'
import { click, endAll, isGone, move } from '../../page/point/point-fixtures.ts'
import { byRole, find, gone } from '../find.ts'
import { focused, seen, soon, stage, type } from '../element-fixtures.ts'

const at = (selector: string) => document.querySelector<HTMLElement>(selector)!
const bar = () => find(document.documentElement, 'dialog', 'Show us where')
const outlined = (element: Element) =>
  soon(() => {
    const box = document.querySelector('earshot-pointer')?.shadowRoot?.querySelector('.outline')?.getBoundingClientRect()
    return box && Math.abs(box.left + 4 - element.getBoundingClientRect().left) < 1 && Math.abs(box.top + 4 - element.getBoundingClientRect().top) < 1
  }, 'the outline')

/** A page with a form in it, and the form. */
async function writing() {
  await fixture(html`<p><button id="pay">Pay now</button> <img id="lamp" alt="A lamp" width="40" height="40" /></p>`)
  const staged = await stage<EarshotFeedback>('earshot-feedback', { form: 'problem' })
  const picked = () => staged.desk.state.drafts.get('problem')?.subject?.element
  return { ...staged, picked }
}

describe('Show us where', () => {
  afterEach(() => {
    endAll()
    return resetMouse()
  })

  it('notes the part that was clicked, says it, and sends it', async () => {
    const { element, picked, taken } = await writing()
    ;(await find(element, 'button', 'Show us where')).click()
    await bar()
    await click(at('#pay'))
    await soon(() => picked(), 'the part')
    expect(picked()).to.deep.include({ selector: '#pay', text: 'Pay now' })
    const change = await find(element, 'button', 'Change')
    await soon(() => focused() === change, 'focus on what changes it')
    expect(seen(element)).to.contain('The part: “Pay now”')
    await soon(() => element.shadowRoot!.querySelector('.announcer')!.textContent!.includes('The part: “Pay now”'), 'the announcement')
    type(await find(element, 'textbox', 'What happened?'), 'It does nothing')
    ;(await find(element, 'button', 'Send')).click()
    await soon(() => taken.length === 1, 'the issue')
    expect(taken[0]!.subject!.element).to.deep.include({ selector: '#pay', text: 'Pay now' })
    expect(taken[0]!.subject!.element!.box).to.have.length(4)
  })

  it('is accessible before and after', async () => {
    const { element, desk } = await writing()
    await find(element, 'button', 'Show us where')
    await expect(element).to.be.accessible()
    desk.edit('problem', { subject: { element: { selector: '#pay', text: 'Pay now' } } })
    await find(element, 'button', 'Change')
    await expect(element).to.be.accessible()
  })

  it('leaves no outline behind, however quickly the line is left and pointed at again, and none over what is in the top layer', async () => {
    const { element, desk } = await writing()
    desk.edit('problem', { subject: { element: { selector: '#pay', text: 'Pay now' } } })
    const line = (await find(element, 'button', 'Change')).closest('.chosen')!
    for (const type of ['pointerenter', 'pointerleave', 'pointerenter']) line.dispatchEvent(new PointerEvent(type))
    await outlined(at('#pay'))
    expect(document.querySelectorAll('earshot-pointer:popover-open').length).to.equal(0)
    line.dispatchEvent(new PointerEvent('pointerleave'))
    await soon(isGone, 'no outline')
  })

  it('shows the part again while the line is pointed at or has the focus', async () => {
    const { element } = await writing()
    ;(await find(element, 'button', 'Show us where')).click()
    await bar()
    await click(at('#pay'))
    const change = await find(element, 'button', 'Change')
    await soon(() => focused() === change && isGone(), 'the end of pointing')
    await move(change)
    await outlined(at('#pay'))
    await sendMouse({ type: 'move', position: [2, 2] })
    await soon(isGone, 'the end of the outline')
    await sendKeys({ press: 'Tab' })
    await outlined(at('#pay'))
    ;(await find(element, 'textbox', 'What happened?')).focus()
    await soon(isGone, 'the end of the outline')
  })

  it('can be changed, and taken out again', async () => {
    const { element, picked } = await writing()
    ;(await find(element, 'button', 'Show us where')).click()
    await bar()
    await click(at('#pay'))
    ;(await find(element, 'button', 'Change')).click()
    await bar()
    await click(at('#lamp'))
    await soon(() => picked()?.text === 'A lamp', 'the other part')
    ;(await find(element, 'button', 'Remove')).click()
    const start = await find(element, 'button', 'Show us where')
    await soon(() => focused() === start, 'focus where it began')
    expect(picked()).to.equal(undefined)
    await soon(isGone, 'nothing on the page')
  })

  it('goes back to its button with Escape, and nothing is noted', async () => {
    const { element, picked } = await writing()
    const start = await find(element, 'button', 'Show us where')
    start.click()
    await bar()
    await sendKeys({ press: 'Escape' })
    await soon(() => focused() === start && isGone(), 'focus on the button')
    expect(picked()).to.equal(undefined)
  })

  it('hides the panel meanwhile, and stays open behind it', async () => {
    await fixture(html`<p><button id="pay">Pay now</button></p>`)
    const { element, desk } = await stage<EarshotWidget>('earshot-widget')
    desk.open({ name: 'form', form: 'problem' })
    const start = await find(element, 'button', 'Show us where')
    start.click()
    await bar()
    expect(byRole(element, 'dialog', 'Help')).to.deep.equal([])
    await sendKeys({ press: 'Escape' })
    await find(element, 'dialog', 'Help')
    await soon(() => focused() === start, 'focus on the button')
    expect(desk.state.open).to.equal(true)
  })

  it('works in a form that stands in a modal dialog of the page', async () => {
    const { element, parent, picked } = await writing()
    const dialog = document.createElement('dialog')
    const inside = Object.assign(document.createElement('button'), { textContent: 'Inside', id: 'inside' })
    parent.append(dialog)
    dialog.append(inside, element)
    dialog.showModal()
    ;(await find(element, 'button', 'Show us where')).click()
    const stands = await bar()
    await soon(() => stands.contains(focused()), 'focus in the bar')
    await click(inside)
    await soon(() => picked()?.text === 'Inside', 'the part')
    expect(dialog.open).to.equal(true)
  })

  it('leaves the page as it was when the form is taken away meanwhile', async () => {
    const { element, parent } = await writing()
    ;(await find(element, 'button', 'Show us where')).click()
    await bar()
    element.remove()
    await soon(isGone, 'nothing on the page')
    await gone(parent, 'dialog', 'Show us where')
  })

  it('speaks the language of the customer', async () => {
    const { element } = await stage<EarshotFeedback>('earshot-feedback', { form: 'problem' }, { locale: 'de' })
    ;(await find(element, 'button', 'Zeigen, wo es ist')).click()
    const german = await find(document.documentElement, 'dialog', 'Zeigen, wo es ist')
    expect(german.lang).to.equal('de')
    await find(german, 'button', 'Abbrechen')
    await sendKeys({ press: 'Escape' })
    await soon(isGone, 'the end')
  })
})
