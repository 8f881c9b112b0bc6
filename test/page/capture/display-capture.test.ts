import { expect, fixture, html } from '@open-wc/testing'
import { capturePage } from '../../../src/page/capture/capture-page.ts'
import { displayCapture } from '../../../src/page/capture/display-capture.ts'
import { codeOf, colourAt, fakeTab, put, signal } from './capture-fixtures.ts'

const desktop = { isSecureContext: true, CropTarget: class {}, navigator: { userAgent: 'Mozilla/5.0 (X11; Linux)', maxTouchPoints: 0, mediaDevices: fakeTab() } }
const viewOf = (more: object) => {
  const view = { ...desktop, ...more } as unknown as Window & { top: Window }
  if (!('top' in more)) view.top = view
  return view
}
const covers = () => [...document.querySelectorAll('earshot-cover')]

describe('A picture of a shared tab', () => {
  it('is for desktops that can share a tab, in a secure page of its own', () => {
    const provider = displayCapture()
    const offers = (more: object) => provider.available(viewOf(more))
    expect(offers({})).to.equal(true)
    expect(offers({ isSecureContext: false })).to.equal(false)
    expect(offers({ top: window })).to.equal(false)
    expect(offers({ CropTarget: undefined, navigator: { ...desktop.navigator, mediaDevices: undefined } })).to.equal(false)
    expect(offers({ navigator: { ...desktop.navigator, userAgent: 'Mozilla/5.0 (Linux; Android 15; Pixel 9) Mobile' } })).to.equal(false)
    expect(offers({ navigator: { ...desktop.navigator, userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X)', maxTouchPoints: 5 } })).to.equal(false)
    const { CropTarget: _, ...windowsOnly } = desktop
    expect(provider.available({ ...windowsOnly, top: undefined } as unknown as Window)).to.equal(false)
  })

  it('asks for this tab, and for it alone, within the click', async () => {
    const tab = fakeTab()
    const work = displayCapture(tab).capture({ view: window, signal: signal(), deadlineMs: 5_000 })
    expect(tab.asked.length).to.equal(1)
    expect(tab.asked[0]).to.deep.include({ preferCurrentTab: true, selfBrowserSurface: 'include', surfaceSwitching: 'exclude', monitorTypeSurfaces: 'exclude', audio: false })
    const { canvas, scale } = await work
    expect([canvas.width, canvas.height]).to.deep.equal([document.documentElement.clientWidth, innerHeight].map(side => Math.round(side * scale)))
    const [red, green, blue] = colourAt(canvas, scale, 50, 50)
    expect(green! > 100 && red! < 40 && blue! < 40).to.equal(true)
    expect(tab.streams.every(stream => stream.getTracks().every(track => track.readyState === 'ended'))).to.equal(true)
  })

  it('covers what is private and hides us before anything is shared, and then puts everything back', async () => {
    const place = await fixture(html`<div></div>`)
    const secret = put<HTMLInputElement>(place, 'input', {}, { type: 'password', value: 'hunter2' })
    const ours = put(place, 'earshot-test-panel', { visibility: 'visible' })
    const button = put<HTMLButtonElement>(ours.attachShadow({ mode: 'open' }), 'button', {}, { textContent: 'Picture' })
    const dialog = put<HTMLDialogElement>(place, 'dialog')
    dialog.show()
    button.focus()
    let during: { cover: boolean; visible: boolean } | undefined
    const tab = fakeTab(() => {
      const { left, top, right, bottom } = secret.getBoundingClientRect()
      const boxes = covers().flatMap(cover => [...cover.shadowRoot!.children].map(box => box.getBoundingClientRect()))
      during = {
        cover: boxes.some(box => box.left <= left && box.top <= top && box.right >= right && box.bottom >= bottom),
        visible: button.checkVisibility({ visibilityProperty: true }),
      }
    })
    await displayCapture(tab).capture({ view: window, signal: signal(), deadlineMs: 5_000 })
    expect(during).to.deep.equal({ cover: true, visible: false })
    expect(covers().length).to.equal(0)
    expect(ours.style.visibility).to.equal('visible')
    expect(ours.style.getPropertyPriority('visibility')).to.equal('')
    expect([document.activeElement === ours, ours.shadowRoot!.activeElement === button, dialog.open]).to.deep.equal([true, true, true])
  })

  it('lies above an open modal dialog, and is opaque whatever the page’s styles say', async () => {
    const place = await fixture(html`<div></div>`)
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { opacity: 0.2 !important; background: none !important } [popover] { display: none !important }')
    document.adoptedStyleSheets.push(sheet)
    const dialog = put<HTMLDialogElement>(place, 'dialog')
    const field = put(dialog, 'input')
    dialog.showModal()
    let seen: unknown
    const tab = fakeTab(() => {
      const [cover] = covers()
      const box = cover!.shadowRoot!.firstElementChild!
      const { backgroundColor, opacity } = getComputedStyle(box)
      seen = [backgroundColor, opacity, getComputedStyle(cover!).opacity, getComputedStyle(cover!).display, cover!.matches(':popover-open')]
      void field
    })
    try {
      await displayCapture(tab).capture({ view: window, signal: signal(), deadlineMs: 5_000 })
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter(each => each !== sheet)
    }
    expect(seen).to.deep.equal(['rgb(0, 0, 0)', '1', '1', 'block', true])
  })

  it('is a plain no when the customer says no, and everything is back', async () => {
    const place = await fixture(html`<div></div>`)
    const ours = put(place, 'earshot-test-panel')
    const devices = { getDisplayMedia: () => Promise.reject(new DOMException('No', 'NotAllowedError')) }
    const other = { id: 'other', available: () => true, capture: () => Promise.reject(new Error('must not be asked')) }
    const provider = { ...displayCapture(devices), available: () => true }
    expect(await codeOf(capturePage({ signal: signal(), providers: [provider, other] }))).to.equal('capture/denied')
    expect([covers().length, ours.style.visibility]).to.deep.equal([0, ''])
  })

  it('can be ended; a late yes is turned off at once', async () => {
    const tab = fakeTab()
    let yes = () => {}
    const late = new Promise<void>(resolve => (yes = resolve))
    const controller = new AbortController()
    const work = displayCapture({ getDisplayMedia: options => late.then(() => tab.getDisplayMedia(options)) }).capture({ view: window, signal: controller.signal, deadlineMs: 5_000 })
    controller.abort()
    expect(await codeOf(work)).to.equal('AbortError')
    expect(covers().length).to.equal(0)
    yes()
    for (let i = 0; i < 120 && !tab.streams[0]?.getTracks().every(track => track.readyState === 'ended'); i++) await new Promise(requestAnimationFrame)
    expect(tab.streams[0]?.active).to.equal(false)
  })

  it('takes the next way where one fails, and says what became of the last', async () => {
    const shot = { canvas: document.createElement('canvas'), scale: 1 }
    const fails = { id: 'fails', available: () => true, capture: () => Promise.reject(new TypeError('broken')) }
    const works = { id: 'works', available: () => true, capture: () => Promise.resolve(shot) }
    const never = { id: 'never', available: () => false, capture: () => Promise.reject(new Error('must not be asked')) }
    expect((await capturePage({ signal: signal(), providers: [never, fails, works] })) === shot).to.equal(true)
    expect(await codeOf(capturePage({ signal: signal(), providers: [fails] }))).to.equal('capture/failed')
    expect(await codeOf(capturePage({ signal: signal(), providers: [never] }))).to.equal('capture/unavailable')
  })
})
