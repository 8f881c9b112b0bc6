import { expect, fixture, html } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import { summonElement } from '../../../src/elements/roster.ts'
import type { EarshotWidget } from '../../../src/elements/widget/widget.ts'
import { deskFor } from '../../desk/desk-fixtures.ts'
import { byRole, find } from '../find.ts'

await summonElement('earshot-widget')

/** What is around the widget comes a moment after it. */
async function until(check: () => boolean) {
  for (let i = 0; i < 300 && !check(); i++) await new Promise(requestAnimationFrame)
  expect(check()).to.equal(true)
}

async function pageWith(inside: ReturnType<typeof html>, named = '') {
  const { desk } = deskFor()
  const page = await fixture<HTMLElement>(html`<div>${inside}<earshot-widget for=${named} .desk=${desk}></earshot-widget></div>`)
  const widget = page.querySelector<EarshotWidget>('earshot-widget')!
  const isTold = () => [...page.querySelectorAll('button, a')].every(door => door.hasAttribute('aria-expanded'))
  await until(isTold)
  return { desk, page, widget }
}

describe('the owner’s own buttons', () => {
  it('open the panel instead of a launcher of ours, say whether it is open, and have the focus back when it closes', async () => {
    const { page, widget } = await pageWith(html`<button id="own">Ask us</button>`, 'own')
    const button = page.querySelector('button')!
    expect(byRole(widget, 'button', 'Help')).to.deep.equal([])
    expect(button.getAttribute('aria-expanded')).to.equal('false')
    button.click()
    await find(widget, 'heading', 'How can we help?')
    await until(() => button.getAttribute('aria-expanded') === 'true' && widget.shadowRoot!.activeElement !== null)
    expect(document.getElementById(button.getAttribute('aria-controls')!) === widget).to.equal(true)
    await sendKeys({ press: 'Escape' })
    await until(() => button.getAttribute('aria-expanded') === 'false')
    expect(document.activeElement === button).to.equal(true)
  })

  it('lead to a view by what they are marked with, and a link leads nowhere else', async () => {
    const { desk, page } = await pageWith(html`<a href="/nowhere" data-earshot-open="people">Talk to us</a><button data-earshot-open="form:idea">Idea</button>`)
    const [link, button] = [page.querySelector('a')!, page.querySelector('button')!]
    link.click()
    expect(desk.state.view.name).to.equal('people')
    button.click()
    expect(desk.state.view).to.deep.equal({ name: 'form', form: 'idea' })
    await until(() => button.getAttribute('aria-expanded') === 'true' && link.getAttribute('aria-expanded') === 'false')
    button.click()
    expect(desk.state.open).to.equal(false)
  })

  it('work when they are added later, and are themselves again when they lose the mark', async () => {
    const { desk, page } = await pageWith(html`<button data-earshot-open>Help</button>`)
    const later = Object.assign(document.createElement('button'), { textContent: 'Later' })
    later.dataset['earshotOpen'] = 'requests'
    page.append(later)
    await until(() => later.getAttribute('aria-expanded') === 'false')
    later.click()
    expect(desk.state.view.name).to.equal('requests')
    later.removeAttribute('data-earshot-open')
    await until(() => !later.hasAttribute('aria-expanded') && !later.hasAttribute('aria-controls'))
  })

  it('and the widget keep nothing of what was written on them once the widget is gone', async () => {
    const { page, widget } = await pageWith(html`<button data-earshot-open>Help</button>`)
    const before = widget.id
    widget.remove()
    expect(before).to.equal('earshot-panel')
    expect(widget.hasAttribute('id')).to.equal(false)
    expect(page.querySelector('button')!.getAttributeNames()).to.deep.equal(['data-earshot-open'])
  })

  it('leave the widget the id that its owner gave it', async () => {
    const { desk } = deskFor()
    const page = await fixture<HTMLElement>(html`<div><button data-earshot-open>Help</button><earshot-widget id="ours" .desk=${desk}></earshot-widget></div>`)
    const widget = page.querySelector('earshot-widget')!
    await until(() => page.querySelector('button')!.getAttribute('aria-controls') === 'ours')
    widget.remove()
    expect(widget.id).to.equal('ours')
  })

  it('are not pressed by a click that the page has taken for itself', async () => {
    const { desk, page } = await pageWith(html`<button data-earshot-open @click=${(event: Event) => event.preventDefault()}>Help</button>`)
    page.querySelector('button')!.click()
    expect(desk.state.open).to.equal(false)
  })
})
