import { expect, fixture, html } from '@open-wc/testing'
import { resetMouse, sendKeys } from '@web/test-runner-commands'
import { focused, soon } from '../../elements/element-fixtures.ts'
import { click, endAll, isGone, leadsTo, move, pointing } from './point-fixtures.ts'

const at = (selector: string) => document.querySelector<HTMLElement>(selector)!

/** Opens dialogs of the page, one above the other. */
async function dialogs(...ids: string[]) {
  const root = await fixture<HTMLElement>(html`<div>
    <button id="below">Below</button>
    <dialog id="one"><h2>Your address</h2><button id="save">Save</button></dialog>
    <dialog id="two"><h2>Are you sure?</h2><button id="sure">Sure</button></dialog>
  </div>`)
  for (const id of ids) root.querySelector<HTMLDialogElement>(`#${id}`)!.showModal()
  return root
}

describe('Pointing while the page has a modal dialog open', () => {
  afterEach(() => {
    endAll()
    return resetMouse()
  })

  it('works with the pointer: what is in the dialog can be taken', async () => {
    await dialogs('one')
    const { picking, told } = await pointing()
    await move(at('#save'))
    await soon(() => told() === 'button: Save', 'the name')
    await click(at('#save'))
    expect(leadsTo(await picking, '#save')).to.equal(true)
    expect(at('#one').matches(':modal')).to.equal(true)
    expect(isGone()).to.equal(true)
  })

  it('works with keys and buttons, and its bar can be pressed', async () => {
    await dialogs('one')
    const { bar, told, button } = await pointing()
    expect(bar.contains(focused())).to.equal(true)
    await sendKeys({ press: 'ArrowDown' })
    expect(told()).to.equal('heading: Your address')
    await sendKeys({ press: 'ArrowDown' })
    expect(told()).to.equal('button: Save')
    await sendKeys({ press: 'ArrowDown' })
    expect(told()).to.equal('heading: Your address')
    await click(await button('Cancel'))
    await soon(isGone, 'an end')
  })

  it('goes back with Escape, and the dialog stays open', async () => {
    await dialogs('one')
    const { picking } = await pointing()
    await sendKeys({ press: 'Escape' })
    expect(await picking).to.equal(undefined)
    expect(at('#one').matches(':modal')).to.equal(true)
  })

  it('is usable above the topmost of several, whichever stands first in the page', async () => {
    for (const order of [['one', 'two'], ['two', 'one']]) {
      await dialogs(...order)
      const { bar, told, end } = await pointing()
      expect(bar.contains(focused())).to.equal(true)
      await sendKeys({ press: 'ArrowDown' })
      expect(told(), order.join()).to.equal(order[1] === 'two' ? 'heading: Are you sure?' : 'heading: Your address')
      end()
    }
  })

  it('is usable while another window is the active one', async () => {
    await dialogs('one')
    const other = window.open('about:blank', '', 'popup')
    // Of the engines, as they are driven, only Firefox lets a page lose that.
    if (/Firefox/.test(navigator.userAgent)) await soon(() => !document.hasFocus(), 'the other window')
    const { bar, end } = await pointing()
    expect(bar.contains(focused())).to.equal(true)
    end()
    other?.close()
    await soon(() => document.hasFocus(), 'this window')
  })

  it('finds a dialog in a shadow root', async () => {
    const root = await fixture<HTMLElement>(html`<div></div>`)
    const shadow = root.attachShadow({ mode: 'open' })
    const dialog = document.createElement('dialog')
    const button = Object.assign(document.createElement('button'), { textContent: 'Inside', id: 'inside' })
    dialog.append(button)
    shadow.append(dialog)
    dialog.showModal()
    const { picking } = await pointing()
    await click(button)
    const picked = await picking
    expect(picked?.text).to.equal('Inside')
    expect(picked?.selector).to.match(/ >>> #inside$/)
  })

  it('goes on where the page closes the dialog meanwhile', async () => {
    await dialogs('one')
    const { bar, picking } = await pointing()
    ;(at('#one') as HTMLDialogElement).close()
    await soon(() => bar.checkVisibility() && bar.getBoundingClientRect().width > 0, 'the bar')
    await click(at('#below'))
    expect(leadsTo(await picking, '#below')).to.equal(true)
  })

  it('works above a page that keeps the focus in a dialog of its own making', async () => {
    const root = await fixture<HTMLElement>(html`<div role="dialog" aria-modal="true"><button id="own">Own</button></div>`)
    const ended = new AbortController()
    document.addEventListener('focusin', ({ target }) => root.contains(target as Node) || at('#own').focus(), { signal: ended.signal, capture: true })
    at('#own').focus()
    const { bar, end } = await pointing()
    expect(bar.contains(focused())).to.equal(true)
    end()
    ended.abort()
  })
})
