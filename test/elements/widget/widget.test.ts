import { expect, fixture, html, oneEvent } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import { summonElement } from '../../../src/elements/roster.ts'
import type { EarshotWidget } from '../../../src/elements/widget/widget.ts'
import { drawLauncher } from '../../../src/elements/widget/launcher.ts'
import { deskFor } from '../../desk/desk-fixtures.ts'
import { atRest } from '../at-rest.ts'
import { byRole, find } from '../find.ts'
import { soon } from '../element-fixtures.ts'

await summonElement('earshot-widget')

async function widgetWith(config = {}) {
  const world = deskFor(config)
  const widget = await fixture<EarshotWidget>(html`<earshot-widget .desk=${world.desk}><a href="/contact">Contact us</a></earshot-widget>`)
  return { ...world, widget }
}

describe('<earshot-widget>', () => {
  it('is a button "Help" that tells whether its panel is open', async () => {
    const { widget } = await widgetWith()
    const launcher = await find(widget, 'button', 'Help')
    expect(launcher.getAttribute('aria-expanded')).to.equal('false')
    launcher.click()
    const panel = await find(widget, 'dialog', 'Help')
    expect(launcher.getAttribute('aria-expanded')).to.equal('true')
    expect(launcher.getAttribute('aria-controls')).to.equal(panel.id)
    launcher.click()
    await widget.updateComplete
    expect(byRole(widget, 'dialog', 'Help')).to.deep.equal([])
  })

  it('takes focus to the heading when it opens, and back to the opener when it closes', async () => {
    const { widget } = await widgetWith()
    const launcher = await find(widget, 'button', 'Help')
    launcher.focus()
    await sendKeys({ press: 'Enter' })
    const heading = await find(widget, 'heading', 'How can we help?')
    await expectFocus(heading)
    await sendKeys({ press: 'Escape' })
    await widget.updateComplete
    await expectFocus(launcher)
  })

  it('does not close by Escape when focus is elsewhere', async () => {
    const { widget, desk } = await widgetWith()
    const field = await fixture<HTMLInputElement>(html`<input aria-label="Host" />`)
    desk.open()
    await expectFocus(await find(widget, 'heading', 'How can we help?'))
    field.focus()
    await sendKeys({ press: 'Escape' })
    expect(desk.state.open).to.equal(true)
    desk.close()
    await widget.updateComplete
    // Somebody who has moved on by themselves is left there.
    await expectFocus(field)
  })

  it('keeps every key that is typed in it from the page', async () => {
    const { widget, desk } = await widgetWith()
    const heard: string[] = []
    const listen = (event: KeyboardEvent) => heard.push(event.key)
    document.addEventListener('keydown', listen)
    desk.open()
    ;(await find(widget, 'searchbox', 'Search for help')).focus()
    await sendKeys({ type: 'k?' })
    document.removeEventListener('keydown', listen)
    expect(heard).to.deep.equal([])
  })

  it('offers a person in every view', async () => {
    const { widget, desk } = await widgetWith()
    const { id } = await desk.submit({ kind: 'problem', story: 'Torn' })
    const views = [
      { name: 'home' }, { name: 'results', query: 'lamp' }, { name: 'article', id: 'returns' }, { name: 'article', id: 'nowhere' },
      { name: 'form', form: 'problem' }, { name: 'receipt', id }, { name: 'people' }, { name: 'requests' },
    ] as const
    for (const view of views) {
      desk.open(view)
      await widget.updateComplete
      expect(byRole(widget, 'button', 'Talk to a person'), view.name).to.have.length(1)
    }
  })

  it('tells its opening and closing to its own listeners only', async () => {
    const { widget, desk } = await widgetWith()
    const heard: string[] = []
    for (const type of ['earshot-open', 'earshot-close']) {
      widget.addEventListener(type, () => heard.push(type))
      widget.parentElement!.addEventListener(type, () => heard.push(`${type} above`))
    }
    desk.open()
    await widget.updateComplete
    desk.close()
    await widget.updateComplete
    expect(heard).to.deep.equal(['earshot-open', 'earshot-close'])
  })

  it('reports an issue that no element has sent', async () => {
    const { widget, desk } = await widgetWith()
    const accepted = oneEvent(document, 'earshot-accepted')
    const queued = oneEvent(document, 'earshot-queued')
    await desk.submit({ kind: 'idea', story: 'Bulbs' })
    expect([(await queued).target, (await accepted).target].map(target => (target as Element).localName)).to.deep.equal(['earshot-widget', 'earshot-widget'])
    expect(widget.isConnected).to.equal(true)
  })

  it('shows its children while there is no desk', async () => {
    const widget = await fixture<EarshotWidget>(html`<earshot-widget desk="nobody"><a href="/contact">Contact us</a></earshot-widget>`)
    expect(widget.querySelector('a')!.checkVisibility()).to.equal(true)
    expect(byRole(widget, 'button', 'Help')).to.deep.equal([])
  })

  it('takes over the launcher that the loader drew, with the focus on it', async () => {
    const { desk } = deskFor()
    const widget = document.createElementNS('http://www.w3.org/1999/xhtml', 'earshot-early') as EarshotWidget
    const button = drawLauncher(widget.attachShadow({ mode: 'open' }), 'Help')
    document.body.append(widget)
    button.focus()
    widget.desk = desk
    customElements.define('earshot-early', class extends (customElements.get('earshot-widget') as typeof EarshotWidget) {})
    await widget.updateComplete
    expect(widget.shadowRoot!.activeElement === button).to.equal(true)
    expect(byRole(widget, 'button', 'Help')).to.have.length(1)
    expect(getComputedStyle(button).position).to.equal('fixed')
    button.click()
    await find(widget, 'dialog', 'Help')
    widget.remove()
    desk.dispose()
  })

  it('has no launcher where the owner wants none, and opens all the same', async () => {
    const { widget, desk } = await widgetWith({ withoutLauncher: true })
    expect(byRole(widget, 'button', 'Help')).to.deep.equal([])
    desk.open({ name: 'people' })
    const panel = await find(widget, 'dialog', 'Help')
    // In its corner, as far from it as the owner says.
    widget.style.setProperty('--earshot-offset-inline', '32px')
    await soon(() => Math.round(document.documentElement.clientWidth - panel.getBoundingClientRect().right) === 32, 'the panel in its corner')
    expect(byRole(widget, 'button', 'Help')).to.deep.equal([])
  })

  for (const direction of ['ltr', 'rtl'] as const) {
    it(`opens above its button on a page that is written ${direction}, in whatever language it speaks`, async () => {
      document.dir = direction
      const { widget } = await widgetWith({ locale: 'ar' })
      const launcher = await find(widget, 'button', 'مساعدة')
      launcher.click()
      const panel = (await find(widget, 'dialog', 'مساعدة')).getBoundingClientRect()
      const button = launcher.getBoundingClientRect()
      expect(Math.round(direction === 'ltr' ? panel.right - button.right : panel.left - button.left)).to.equal(0)
      expect(getComputedStyle(await find(widget, 'heading', 'كيف يمكننا مساعدتك؟')).direction).to.equal('rtl')
      document.dir = ''
    })
  }

  it('leaves nothing behind when it is removed', async () => {
    const { widget, desk } = await widgetWith()
    desk.open()
    await find(widget, 'heading', 'How can we help?')
    widget.remove()
    desk.close()
    desk.open()
    expect(document.querySelector('earshot-widget') === null).to.equal(true)
    expect(document.activeElement === document.body).to.equal(true)
  })

  for (const name of ['home', 'people', 'requests'] as const) {
    it(`is accessible: ${name}`, async () => {
      const { widget, desk } = await widgetWith()
      desk.open({ name })
      await find(widget, 'dialog', 'Help')
      // Half-way through its arrival the panel is half as strong.
      await atRest()
      await expect(widget).to.be.accessible()
    })
  }
})

/** Focus moves once the view is there: wait for it, a few frames at most. */
async function expectFocus(element: Element) {
  const deepest = () => {
    let active = document.activeElement
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
    return active
  }
  for (let i = 0; i < 60 && deepest() !== element; i++) await new Promise(requestAnimationFrame)
  // By their looks: the runner cannot print a difference between elements.
  expect(deepest()?.outerHTML.slice(0, 120)).to.equal(element.outerHTML.slice(0, 120))
}
