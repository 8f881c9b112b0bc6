import { expect, fixture, html } from '@open-wc/testing'
import { domCapture } from '../../../src/page/capture/dom-capture.ts'
import { codeOf, colourAt, isBlack, looksLike, put, signal } from './capture-fixtures.ts'

const capture = () => domCapture.capture({ view: window, signal: signal(), deadlineMs: 9_000 })
const block = { position: 'absolute', width: '80px', height: '40px' }

describe('A picture drawn from the page', () => {
  it('shows what is seen, in the size of the view', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`)
    put(place, 'div', { ...block, left: '20px', top: '20px', background: 'rgb(200 30 30)' })
    const host = put(place, 'div', { ...block, left: '20px', top: '80px' })
    put(host.attachShadow({ mode: 'open' }), 'div', { height: '40px', background: 'rgb(30 30 200)' })
    const { canvas, scale } = await capture()
    expect([canvas.width, canvas.height]).to.deep.equal([document.documentElement.clientWidth, innerHeight].map(side => Math.floor(side * scale)))
    expect(looksLike(colourAt(canvas, scale, 60, 40), [200, 30, 30, 255])).to.equal(true)
    expect(looksLike(colourAt(canvas, scale, 60, 100), [30, 30, 200, 255])).to.equal(true)
    expect(looksLike(colourAt(canvas, scale, 300, 300), [255, 255, 255, 255])).to.equal(true)
  })

  it('has nothing of ours in it, and changes nothing on the page', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`)
    put(place, 'earshot-test-panel', { ...block, display: 'block', position: 'fixed', left: '20px', top: '20px', background: 'rgb(200 30 30)' })
    const before = document.documentElement.outerHTML
    const { canvas, scale } = await capture()
    expect(looksLike(colourAt(canvas, scale, 60, 40), [255, 255, 255])).to.equal(true)
    expect(document.documentElement.outerHTML === before).to.equal(true)
  })

  it('is black where fields and private things are, and nothing of them is drawn', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`)
    const fields = [
      put(place, 'input', { ...block, left: '20px', top: '20px', color: 'rgb(255 0 0)' }, { type: 'password', value: 'hunter2' }),
      put(place, 'textarea', { ...block, left: '20px', top: '80px' }, { value: 'My secret' }),
      put(place, 'p', { ...block, left: '20px', top: '140px', margin: '0', background: 'rgb(30 200 30)' }, { textContent: 'Balance' }),
    ]
    fields[2]!.setAttribute('data-private', '')
    const serialized: string[] = []
    const serialize = XMLSerializer.prototype.serializeToString
    XMLSerializer.prototype.serializeToString = function (node) {
      const text = serialize.call(this, node)
      serialized.push(text)
      return text
    }
    const { canvas, scale } = await capture().finally(() => (XMLSerializer.prototype.serializeToString = serialize))
    expect(fields.map(field => isBlack(canvas, scale, field))).to.deep.equal([true, true, true])
    expect(serialized.length).to.be.greaterThan(0)
    expect(serialized.some(text => /hunter2|My secret|Balance/.test(text))).to.equal(false)
  })

  it('keeps the room of what it leaves out: what follows stays where it was', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`)
    const flow = put(place, 'div', { display: 'flow-root' })
    put(flow, 'textarea', { display: 'block', width: '200px', height: '90px', margin: '7px 0' })
    put(flow, 'iframe', { display: 'block', width: '200px', height: '60px' })
    const after = put(flow, 'div', { width: '100px', height: '50px', background: 'rgb(200 30 30)' })
    const { left, top } = after.getBoundingClientRect()
    const { canvas, scale } = await capture()
    expect(looksLike(colourAt(canvas, scale, left + 50, top + 5), [200, 30, 30])).to.equal(true)
    expect(looksLike(colourAt(canvas, scale, left + 50, top + 47), [200, 30, 30])).to.equal(true)
  })

  it('stands where the page was scrolled to, with what is fixed and stuck in its place', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`)
    const tall = put(place, 'div', { height: '3000px' })
    put(tall, 'div', { position: 'sticky', top: '0px', height: '30px', width: '100px', background: 'rgb(30 200 30)' })
    put(place, 'div', { ...block, position: 'absolute', left: '200px', top: '1000px', background: 'rgb(200 30 30)' })
    put(place, 'div', { ...block, position: 'fixed', left: '200px', top: '100px', background: 'rgb(30 30 200)' })
    const scroller = put(tall, 'div', { position: 'absolute', top: '1000px', left: '400px', width: '100px', height: '100px', overflow: 'auto' })
    put(scroller, 'div', { height: '200px', background: 'rgb(200 200 30)' })
    put(scroller, 'div', { height: '200px', background: 'rgb(200 30 200)' })
    scroller.scrollTop = 200
    scrollTo(0, 900)
    const { canvas, scale } = await capture().finally(() => scrollTo(0, 0))
    expect(looksLike(colourAt(canvas, scale, 50, 15), [30, 200, 30]), 'stuck').to.equal(true)
    expect(looksLike(colourAt(canvas, scale, 240, 120), [30, 30, 200]), 'fixed').to.equal(true)
    expect(looksLike(colourAt(canvas, scale, 210, 130), [30, 30, 200]), 'fixed over scrolled').to.equal(true)
    expect(looksLike(colourAt(canvas, scale, 440, 150), [200, 30, 200]), 'scrolled within').to.equal(true)
  })

  it('has open dialogs on top, with the page dimmed behind them', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`)
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('dialog::backdrop { background: rgb(0 0 0 / 0.5) }')
    document.adoptedStyleSheets.push(sheet)
    const dialog = put<HTMLDialogElement>(place, 'dialog', { width: '200px', height: '100px', border: '0', background: 'rgb(30 200 30)' })
    put(place, 'div', { position: 'fixed', inset: '0', zIndex: '5', background: 'rgb(200 200 200)' })
    dialog.showModal()
    const { left, top } = dialog.getBoundingClientRect()
    const { canvas, scale } = await capture().finally(() => (document.adoptedStyleSheets = document.adoptedStyleSheets.filter(each => each !== sheet)))
    expect(looksLike(colourAt(canvas, scale, left + 20, top + 20), [30, 200, 30]), 'dialog').to.equal(true)
    expect(looksLike(colourAt(canvas, scale, 10, 10), [100, 100, 100]), 'backdrop').to.equal(true)
  })

  it('says so when it is too slow, and when it is ended', async () => {
    expect(await codeOf(domCapture.capture({ view: window, signal: signal(), deadlineMs: 0 }))).to.equal('capture/too-slow')
    const controller = new AbortController()
    const work = domCapture.capture({ view: window, signal: controller.signal, deadlineMs: 9_000 })
    controller.abort()
    expect(await codeOf(work)).to.equal('AbortError')
  })

  it('says so where nothing can be drawn', async () => {
    const decode = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src')!
    // As under a policy without `img-src data:`: the picture of the page is refused.
    Object.defineProperty(HTMLImageElement.prototype, 'src', { ...decode, set() { decode.set!.call(this, '/no-such-picture.png') } })
    try {
      expect(await codeOf(capture())).to.equal('capture/failed')
    } finally {
      Object.defineProperty(HTMLImageElement.prototype, 'src', decode)
    }
  })
})
