import { expect, fixture, html } from '@open-wc/testing'
import { executeServerCommand, sendKeys, sendMouse, resetMouse } from '@web/test-runner-commands'
import type { Config } from '../../../src/desk/config.ts'
import type { Desk } from '../../../src/desk/desk.ts'
import { summonElement } from '../../../src/elements/roster.ts'
import type { EarshotSignalEvent } from '../../../src/elements/shared/events.ts'
import type { EarshotWidget } from '../../../src/elements/widget/widget.ts'
import { customer, offered, postcode, trouble } from '../../desk/troubled-customer.ts'
import { focused, soon } from '../element-fixtures.ts'
import { byRole, find, gone } from '../find.ts'
import { heldTimers } from '../held-timers.ts'

await summonElement('earshot-widget')

const page = html`<main style="width: 300px; padding-block-start: 60px"><label for="code">Postcode</label> <input id="code" style="width: 120px" /><p style="margin-block-start: 90px">A lamp of brass and oak.</p></main>`

/** A widget on a page, with a desk that has an article to offer. */
async function widgetOn(config: Config = {}) {
  const world = await customer().visit(config)
  const parent = await fixture<HTMLElement>(html`<div>${page}</div>`)
  const widget = await fixture<EarshotWidget>(html`<earshot-widget .desk=${world.desk}></earshot-widget>`)
  await find(widget, 'button')
  return { ...world, widget, parent }
}

async function offeredOn(config: Config = {}, given = postcode) {
  const world = await widgetOn(config)
  await offered(world, given)
  const line = await find(world.widget, 'group')
  return { ...world, line }
}

const title = 'The checkout does not accept my postcode'

describe('The quiet offer', () => {
  beforeEach(() => executeServerCommand('viewport', { width: 900, height: 700 }))
  afterEach(() => resetMouse())
  // The next file of tests may get the same window.
  after(() => executeServerCommand('viewport', { width: 900, height: 700 }))

  it('says what would help, with a way to read it and a way to say no', async () => {
    const { widget } = await offeredOn()
    expect(byRole(widget, 'group', `Would this help? ${title}`).length).to.equal(1)
    expect(byRole(widget, 'button', 'Read it').length).to.equal(1)
    expect(byRole(widget, 'button', 'No thanks').length).to.equal(1)
  })

  it('is read out politely, by a voice that was there before it speaks', async () => {
    const world = await widgetOn()
    const begun: (string | null)[] = []
    const observer = new MutationObserver(() => {
      const voice = world.widget.shadowRoot!.querySelector('[role=status]')
      if (voice) begun.push(voice.textContent)
    })
    observer.observe(world.widget.shadowRoot!, { childList: true })
    await offered(world, postcode)
    const voice = await soon(() => world.widget.shadowRoot!.querySelector<HTMLElement>('[role=status]'), 'a voice')
    await soon(() => begun.length > 0, 'the voice is seen')
    observer.disconnect()
    expect(begun[0]).to.equal('')
    expect(voice.getAttribute('aria-live')).to.equal('polite')
    await soon(() => voice.textContent === `Would this help? ${title}`, 'the voice says it')
  })

  it('takes no focus, moves nothing, and covers nothing', async () => {
    const world = await widgetOn()
    const field = world.parent.querySelector('input')!
    field.focus()
    const places = () => [...world.parent.querySelectorAll('*')].map(element => JSON.stringify(element.getBoundingClientRect()))
    const before = places()
    await offered(world, postcode)
    const line = await find(world.widget, 'group')
    expect(places()).to.deep.equal(before)
    expect(focused() === field).to.equal(true)
    const box = line.getBoundingClientRect()
    for (const element of world.parent.querySelectorAll('input, label, p')) {
      const { left, right, top, bottom } = element.getBoundingClientRect()
      expect(box.left >= right || box.right <= left || box.top >= bottom || box.bottom <= top, element.localName).to.equal(true)
    }
  })

  it('stands beside the element in trouble where there is room, else beside the launcher', async () => {
    const { line, parent } = await offeredOn()
    const field = parent.querySelector('input')!.getBoundingClientRect()
    const box = line.getBoundingClientRect()
    expect(Math.abs(box.top + box.height / 2 - (field.top + field.height / 2)) < 2, 'on its line').to.equal(true)
    expect(box.left >= field.right).to.equal(true)
    const other = await offeredOn({}, { ...postcode, element: { text: 'Postcode' } })
    const launcher = (await find(other.widget, 'button', 'Help')).getBoundingClientRect()
    expect(other.line.getBoundingClientRect().bottom <= launcher.top).to.equal(true)
  })

  it('waits behind a mark on the launcher where there is a control everywhere, and shows when there is room', async () => {
    const world = await widgetOn()
    const cover = document.createElement('button')
    cover.style.cssText = 'position: fixed; inset: 0; width: 100%; height: 100%'
    world.parent.append(cover)
    await offered(world, postcode)
    const waiting = await soon(() => world.widget.shadowRoot!.querySelector('[part=offer]'), 'an offer')
    const launcher = await find(world.widget, 'button', 'Help')
    await soon(() => getComputedStyle(launcher, '::after').content !== 'none', 'the mark on the launcher')
    expect(getComputedStyle(waiting).visibility).to.equal('hidden')
    cover.remove()
    dispatchEvent(new Event('scroll'))
    await find(world.widget, 'group')
    expect(getComputedStyle(launcher, '::after').content).to.equal('none')
  })

  it('leaves what the page says about the field to be read', async () => {
    const world = await widgetOn()
    const said = Object.assign(document.createElement('p'), { id: 'said', textContent: 'Five digits, please' })
    said.style.cssText = 'position: fixed; inset: 0; margin: 0'
    world.parent.append(said)
    world.parent.querySelector('input')!.setAttribute('aria-describedby', 'said')
    await offered(world, postcode)
    const waiting = await soon(() => world.widget.shadowRoot!.querySelector('[part=offer]'), 'an offer')
    await new Promise(requestAnimationFrame)
    expect(getComputedStyle(waiting).visibility).to.equal('hidden')
    said.remove()
    dispatchEvent(new Event('scroll'))
    await find(world.widget, 'group')
  })

  it('opens the article when it is to be read', async () => {
    const { widget, desk } = await offeredOn()
    ;(await find(widget, 'button', 'Read it')).click()
    await soon(() => byRole(widget, 'heading', title)[0], 'the article')
    expect(desk.state.view).to.deep.equal({ name: 'article', id: 'postcode' })
    expect(desk.state.offer).to.equal(undefined)
    await gone(widget, 'group', `Would this help? ${title}`)
  })

  it('goes at a "No thanks", and gives focus back', async () => {
    const { widget, desk, parent } = await offeredOn()
    const field = parent.querySelector('input')!
    field.focus()
    ;(await find(widget, 'button', 'No thanks')).focus()
    await sendKeys({ press: 'Enter' })
    await gone(widget, 'group')
    expect(focused() === field).to.equal(true)
    expect(desk.state.foreseen).to.equal(undefined)
  })

  it('closes by Escape only when focus is in it', async () => {
    const { widget, desk, parent } = await offeredOn()
    parent.querySelector('input')!.focus()
    await sendKeys({ press: 'Escape' })
    expect(desk.state.offer === undefined).to.equal(false)
    ;(await find(widget, 'button', 'Read it')).focus()
    await sendKeys({ press: 'Escape' })
    await gone(widget, 'group')
    expect(desk.state.foreseen?.id).to.equal('postcode')
  })

  it('goes away by itself after twenty seconds, but not from under a pointer or from focus', async () => {
    const time = heldTimers()
    try {
      const { widget, desk, line } = await offeredOn()
      const { left, top } = line.getBoundingClientRect()
      await sendMouse({ type: 'move', position: [Math.round(left + 8), Math.round(top + 8)] })
      await soon(() => line.matches(':hover'), 'the pointer is on it')
      time.pass(60_000)
      expect(desk.state.offer === undefined).to.equal(false)
      ;(await find(widget, 'button', 'Read it')).focus()
      await sendMouse({ type: 'move', position: [5, 5] })
      await soon(() => !line.matches(':hover'), 'the pointer has left')
      time.pass(60_000)
      expect(desk.state.offer === undefined).to.equal(false)
      ;(focused() as HTMLElement).blur()
      time.pass(19_000)
      expect(desk.state.offer === undefined).to.equal(false)
      time.pass(1_500)
      await gone(widget, 'group')
      expect(desk.state.foreseen?.id).to.equal('postcode')
    } finally {
      time.release()
    }
  })

  it('gives way to the panel, where it is the first suggestion', async () => {
    const { widget, desk } = await offeredOn()
    desk.open()
    await gone(widget, 'group', `Would this help? ${title}`)
    await soon(() => desk.state.suggestions[0]?.id === 'postcode', 'the suggestion')
    expect(desk.state.offer).to.equal(undefined)
  })

  it('is announced to the page, which may prevent it', async () => {
    const heard: EarshotSignalEvent[] = []
    const prevent = (event: EarshotSignalEvent) => {
      heard.push(event)
      event.preventDefault()
    }
    document.addEventListener('earshot-signal', prevent)
    try {
      const world = await widgetOn()
      await offered(world, postcode)
      await soon(() => world.desk.state.offer === undefined, 'the offer is taken back')
      expect(heard.map(({ signal, article }) => [signal.type, article])).to.deep.equal([['field-invalid', 'postcode']])
      expect(byRole(world.widget, 'group')).to.deep.equal([])
    } finally {
      document.removeEventListener('earshot-signal', prevent)
    }
  })

  it('troubles no page with an answer that cannot be noted', async () => {
    const unheard: unknown[] = []
    const hear = (event: PromiseRejectionEvent) => {
      unheard.push(event.reason)
      event.preventDefault()
    }
    addEventListener('unhandledrejection', hear)
    try {
      const world = await customer().visit()
      let asked = 0
      const desk: Desk = Object.create(world.desk, { answerOffer: { value: () => (asked++, Promise.reject(new Error('No connection'))) } })
      const widget = await fixture<EarshotWidget>(html`<earshot-widget .desk=${desk}></earshot-widget>`)
      await offered(world, postcode)
      ;(await find(widget, 'button', 'No thanks')).click()
      await gone(widget, 'group')
      // What nobody heard is told of before the page is drawn again.
      for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
      expect([asked, unheard]).to.deep.equal([1, []])
    } finally {
      removeEventListener('unhandledrejection', hear)
    }
  })

  it('speaks the customer\'s language, in its direction', async () => {
    const { widget, line } = await offeredOn({ locale: 'ar' })
    await find(widget, 'button', 'لا، شكرًا')
    expect(line.matches(':dir(rtl)')).to.equal(true)
  })

  it('can be pressed with a finger, and read at twice the size on a phone', async () => {
    await executeServerCommand('viewport', { width: 360, height: 640 })
    document.documentElement.style.fontSize = '200%'
    try {
      const { widget, line } = await offeredOn({}, trouble({ type: 'field-invalid' }))
      const { left, right, top, bottom } = line.getBoundingClientRect()
      expect(left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight).to.equal(true)
      for (const button of [await find(widget, 'button', 'Read it'), await find(widget, 'button', 'No thanks')]) {
        expect(button.offsetHeight).to.be.at.least(44)
        expect(button.scrollWidth).to.be.at.most(button.clientWidth)
      }
    } finally {
      document.documentElement.style.fontSize = ''
    }
  })
})
