import { expect, fixture, html } from '@open-wc/testing'
import { masksIn } from '../../../src/page/capture/masks.ts'
import { put } from './capture-fixtures.ts'

const isCovered = (element: Element) => {
  const { left, top, right, bottom } = element.getBoundingClientRect()
  const { boxes } = masksIn(window)
  return boxes.some(box => box.left <= left && box.top <= top && box.right >= right && box.bottom >= bottom)
}
const covered = (root: ParentNode, selector = '*') => [...root.querySelectorAll(selector)].map(isCovered)

describe('What is masked in a picture of the page', () => {
  it('is every form field, and no button, label or text', async () => {
    const form = await fixture(html`<form>
      <input value="Ada" /><input type="checkbox" /><input type="radio" /><input type="search" /><textarea>Words</textarea>
      <select><option>One</option></select><div contenteditable="true">Typed</div><div role="textbox">Typed</div><input type="file" />
    </form>`)
    expect(covered(form, ':scope > *')).to.deep.equal(Array(9).fill(true))
    const rest = await fixture(html`<div><p>Text</p><button>Go</button><input type="submit" /><input type="button" value="Go" /><label>Name</label></div>`)
    expect(covered(rest)).to.deep.equal(Array(5).fill(false))
  })

  it('is shown where the owner says so, on the field or around it, but for passwords, codes and cards', async () => {
    const form = await fixture(html`<form data-earshot-unmask>
      <input id="shown" /><input type="password" /><input type="PASSWORD" /><input autocomplete="cc-number" /><input autocomplete="billing cc-csc" />
      <input autocomplete="one-time-code" /><input autocomplete="section-a current-password" /><input data-private /><input data-earshot-mask />
    </form>`)
    expect(covered(form, 'input')).to.deep.equal([false, ...Array(8).fill(true)])
    const one = await fixture(html`<div><input data-earshot-unmask /><input /></div>`)
    expect(covered(one)).to.deep.equal([false, true])
  })

  it('is what the owner marked, with everything in it and what stands out of it', async () => {
    const card = await fixture<HTMLElement>(html`<div data-private><p>Balance</p><b>1,200</b></div>`)
    expect(covered(card)).to.deep.equal([true, true])
    Object.assign(card.style, { width: '40px', height: '10px' })
    const far = put(card, 'span', { position: 'relative', left: '200px' }, { textContent: 'Far away' })
    expect([isCovered(card), isCovered(far)]).to.deep.equal([true, true])
  })

  it('is what shows other pages or moves; not a drawing', async () => {
    const part = await fixture(html`<div><iframe title="Other"></iframe><video controls></video><audio controls></audio><canvas></canvas></div>`)
    expect(covered(part)).to.deep.equal([true, true, true, false])
  })

  it('is found in open shadow roots, and behind slots', async () => {
    const host = put(await fixture(html`<div></div>`), 'div')
    const root = host.attachShadow({ mode: 'open' })
    const inner = put(root, 'input')
    const slot = put(put(root, 'div', {}, { className: 'box' }), 'slot')
    const light = put(host, 'input')
    expect([isCovered(inner), isCovered(light)]).to.deep.equal([true, true])
    slot.setAttribute('data-earshot-unmask', '')
    expect([isCovered(inner), isCovered(light)]).to.deep.equal([true, false])
  })

  it('is a field of the owner’s making, though its inside is closed', async () => {
    class OwnField extends HTMLElement {
      static formAssociated = true
    }
    customElements.define('own-masked-field', OwnField)
    const field = put(await fixture(html`<div></div>`), 'own-masked-field', { display: 'block', width: '90px', height: '20px' })
    expect(isCovered(field)).to.equal(true)
  })

  it('ends where the view, and what scrolls, ends', async () => {
    const scroller = put(await fixture(html`<div></div>`), 'div', { overflow: 'auto', height: '60px', width: '200px' })
    put(scroller, 'div', { height: '40px' })
    put(scroller, 'textarea', { height: '300px', display: 'block' })
    const [box] = masksIn(window).boxes
    expect(box!.bottom).to.be.at.most(scroller.getBoundingClientRect().bottom)
    scroller.remove()
    put(await fixture(html`<div></div>`), 'input', { position: 'absolute', top: '-500px' })
    expect(masksIn(window).boxes).to.deep.equal([])
  })

  it('is not what nobody sees: hidden, or under an open dialog', async () => {
    const place = await fixture(html`<div></div>`)
    put(place, 'input', { display: 'none' })
    put(place, 'input', { visibility: 'hidden' })
    expect(masksIn(window).boxes).to.deep.equal([])
    put(place, 'input', { position: 'fixed', left: '100px', top: '100px', width: '50px', height: '20px' })
    const dialog = put<HTMLDialogElement>(place, 'dialog', {
      position: 'fixed', inset: 'auto', left: '50px', top: '50px', width: '300px', height: '200px', background: 'white', margin: '0',
    })
    dialog.showModal()
    expect(masksIn(window).boxes).to.deep.equal([])
    put(dialog, 'input')
    expect(masksIn(window).boxes.length).to.equal(1)
    dialog.style.background = 'transparent'
    expect(masksIn(window).boxes.length).to.equal(2)
  })

  it('is nothing of ours', async () => {
    const place = await fixture(html`<div></div>`)
    const ours = put(place, 'earshot-test-widget')
    put(ours, 'input')
    put(ours.attachShadow({ mode: 'open' }), 'input')
    expect(masksIn(window).boxes).to.deep.equal([])
  })
})
