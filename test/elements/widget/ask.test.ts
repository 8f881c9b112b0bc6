import { expect, fixture, html } from '@open-wc/testing'
import { executeServerCommand, sendKeys, resetMouse } from '@web/test-runner-commands'
import type { Ask, Config } from '../../../src/desk/config.ts'
import { summonElement } from '../../../src/elements/roster.ts'
import type { EarshotWidget } from '../../../src/elements/widget/widget.ts'
import { asking } from '../../desk/asking-page.ts'
import { focused, soon } from '../element-fixtures.ts'
import { atRest } from '../at-rest.ts'
import { byRole, find, gone } from '../find.ts'
import { heldTimers } from '../held-timers.ts'

await summonElement('earshot-widget')
await summonElement('earshot-rating')

const easy: Ask = { id: 'checkout', scale: 'ces', topic: 'orders', when: { event: 'order-placed' } }

/** A widget on a page whose moment has come. */
async function asked(ask: Partial<Ask> = {}, config: Config = {}) {
  const world = asking([{ ...easy, ...ask }], config)
  const parent = await fixture<HTMLElement>(html`<main style="width: 300px; padding-block-start: 60px"><h2 id="drawing">The drawing</h2><label>Name <input style="width: 120px" /></label></main>`)
  const widget = await fixture<EarshotWidget>(html`<earshot-widget .desk=${world.desk}></earshot-widget>`)
  await find(widget, 'button')
  await world.rests()
  expect(world.come('checkout')).to.equal(true)
  return { ...world, widget, parent, card: await soon(() => widget.shadowRoot!.querySelector<HTMLElement>('[part=ask]'), 'the card') }
}
const shown = async (...given: Parameters<typeof asked>) => {
  const world = await asked(...given)
  await find(world.widget, 'radiogroup')
  return world
}

// The first tap fetches what it takes to keep it.
const kept = (widget: Element) => soon(() => byRole(widget, 'button', 'Undo')[0], 'that it is kept')

describe('The quiet question', () => {
  beforeEach(() => executeServerCommand('viewport', { width: 900, height: 700 }))
  afterEach(() => resetMouse())
  after(() => executeServerCommand('viewport', { width: 900, height: 700 }))

  it('stands by the launcher, covers nothing, takes no focus and is announced', async () => {
    const { widget, parent, card } = await shown()
    const field = parent.querySelector('input')!
    field.focus()
    await find(widget, 'group', 'A short question')
    await find(widget, 'radiogroup', 'It was easy to get what I came for.')
    expect(focused() === field).to.equal(true)
    const voice = widget.shadowRoot!.querySelector('.announcer')!
    await soon(() => voice.textContent === 'A short question: It was easy to get what I came for.', 'the announcement')
    const launcher = (await find(widget, 'button', 'Help')).getBoundingClientRect()
    const box = card.getBoundingClientRect()
    expect(box.bottom <= launcher.top && box.right <= innerWidth && box.left > 450).to.equal(true)
  })

  it('can be used by everybody', async () => {
    const { widget } = await shown()
    await atRest()
    await expect(widget).to.be.accessible()
  })

  it('is answered by one tap, which says where it was asked; the card stays to take it back or say why', async () => {
    const { widget, desk, clock, taken, wait, make } = await shown()
    ;(await find(widget, 'radio', '6 of 7')).click()
    await kept(widget)
    await soon(() => desk.state.ask === undefined, 'the answer at the desk')
    await find(widget, 'textbox', 'Would you like to say why?')
    await clock.advance(5_500)
    await soon(() => taken.length === 1, 'the issue')
    expect(taken[0]).to.deep.include({ kind: 'rating', form: 'ask:checkout', topic: 'orders', rating: { scale: 'ces', value: 6, max: 7 } })
    ;(await find(widget, 'button', 'Close')).click()
    await gone(widget, 'radiogroup')
    expect(await wait(make())).to.deep.equal([])
  })

  it('grows into the window, not out of it, also under a finger', async () => {
    const { widget, card } = await shown({ scale: 'nps' })
    const before = card.offsetHeight
    const radio = await find(widget, 'radio', '2 of 10')
    radio.focus()
    radio.click()
    await kept(widget)
    await soon(() => card.offsetHeight > before + 60, 'that it has grown')
    await soon(() => card.getBoundingClientRect().bottom <= innerHeight, 'that it is in the window')
    expect(card.getBoundingClientRect().top >= 0).to.equal(true)
  })

  it('names what it is about', async () => {
    const { widget, clock, taken } = await shown({ about: 'drawing', question: 'Is it clear?', scale: 'thumbs' })
    await find(widget, 'radiogroup', 'Is it clear? The drawing')
    ;(await find(widget, 'radio', 'Good')).click()
    await kept(widget)
    await clock.advance(5_500)
    await soon(() => taken.length === 1, 'the issue')
    expect(taken[0]!.subject!.element).to.deep.equal({ selector: '#drawing', text: 'The drawing' })
  })

  it('goes at "Not now" and at Escape within it, and gives focus back', async () => {
    for (const way of ['Not now', 'Escape']) {
      const { widget, desk, parent, wait, make } = await shown()
      const field = parent.querySelector('input')!
      field.focus()
      if (way === 'Escape') {
        byRole(widget, 'radio')[0]!.focus()
        await sendKeys({ press: 'Escape' })
      } else {
        const button = await find(widget, 'button', way)
        button.focus()
        button.click()
      }
      await gone(widget, 'group', 'A short question')
      expect(focused() === field).to.equal(true)
      await soon(() => desk.state.ask === undefined, 'the answer at the desk')
      expect(await wait(make()), way).to.deep.equal([])
      widget.remove()
    }
  })

  it('goes by itself after a while, and then leaves no trace', async () => {
    const time = heldTimers()
    try {
      const { widget, desk, opened } = await shown()
      await soon(() => widget.shadowRoot!.querySelector('.announcer')!.textContent, 'the announcement')
      time.pass(19_000)
      expect(desk.state.ask === undefined).to.equal(false)
      time.pass(2_000)
      await gone(widget, 'radiogroup')
      await soon(() => desk.state.ask === undefined, 'the answer at the desk')
      expect(opened()).to.equal(0)
    } finally {
      time.release()
    }
  })

  it('goes also where the answer cannot be noted, and the page hears nothing of it', async () => {
    const heard: unknown[] = []
    const hear = (event: PromiseRejectionEvent) => void (event.preventDefault(), heard.push(event.reason))
    addEventListener('unhandledrejection', hear)
    try {
      const { widget, desk } = await shown()
      Object.assign(desk, { answerAsk: () => Promise.reject(new Error('No part in this test')) })
      ;(await find(widget, 'radio', '6 of 7')).click()
      await kept(widget)
      ;(await find(widget, 'button', 'Close')).click()
      await gone(widget, 'group', 'A short question')
      await atRest()
      expect(heard).to.deep.equal([])
    } finally {
      removeEventListener('unhandledrejection', hear)
    }
  })

  it('gives way to the panel, where a poor answer leads as well', async () => {
    const { widget, desk } = await shown()
    ;(await find(widget, 'radio', '1 of 7, Strongly disagree')).click()
    ;(await find(byRole(widget, 'group', 'A short question')[0]!, 'button', 'Talk to a person')).click()
    await soon(() => desk.state.open && desk.state.view.name === 'people', 'the people')
    await gone(widget, 'group', 'A short question')
  })

  it('is not seen where there is room for nothing', async () => {
    const cover = document.createElement('button')
    cover.style.cssText = 'position: fixed; inset: 0; width: 100%; height: 100%'
    document.body.append(cover)
    try {
      const { widget, card } = await asked()
      await soon(() => card.style.maxWidth, 'that a place was looked for')
      expect(getComputedStyle(card).visibility).to.equal('hidden')
      expect(widget.shadowRoot!.querySelector('.announcer')!.textContent).to.equal('')
      cover.remove()
      dispatchEvent(new Event('scroll'))
      await find(widget, 'radiogroup')
    } finally {
      cover.remove()
    }
  })

  it('fits on a phone, in Arabic, with the longest scale', async () => {
    await executeServerCommand('viewport', { width: 320, height: 640 })
    const { widget, card } = await shown({ scale: 'nps' }, { locale: 'ar' })
    await soon(() => card.matches(':dir(rtl)') && byRole(widget, 'radio').length === 11, 'the scale')
    const { left, right } = card.getBoundingClientRect()
    expect(left >= 0 && right <= innerWidth).to.equal(true)
    const boxes = byRole(widget, 'radio').map(radio => radio.parentElement!.getBoundingClientRect())
    expect(boxes[0]!.left > boxes[1]!.left).to.equal(true)
    for (const box of boxes) expect(box.width >= 24 && box.height >= 44 && box.left >= left && box.right <= right).to.equal(true)
  })
})
