import { expect, fixture, html } from '@open-wc/testing'
import { domCapture } from '../../../src/page/capture/dom-capture.ts'
import { webFonts } from '../../../src/page/capture/web-fonts.ts'
import { colourAt, looksLike, put, signal } from './capture-fixtures.ts'

/** As WOFF2: every character is a block, 0.4 of the font's size wide and 0.7 high. */
const blocks = 'd09GMgABAAAAAAEMAAoAAAAAAyAAAADDAAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAABmAAgXIKOEABNgIkAwYLBgAEIAU8ByAbbQIAnoWxe2It+rSIdjH/wMIQz9fvdefu2xSaY/yT6KroWkQrusIoLIxP9E/IgfF+kJAK1Ag4X2SeHrfAAomjFnpkESYBaIvgcL0e8Cx3OyEV4u0XjezDSjMH8Nhi2o0J1T8ATlsYOI9Itl/0FOyWBRMU/e+5FQo0ClscAxpEuk9WZ8rLV6+4DILw5sfdgcY//F0czplL8l2vGAqEMRfJ3qXLfAsAIN+LBKUFFAAA2q2ACAJKxJA+EqVuqNIvebGdAwAAAA=='

/** Puts rules on the page, and waits for the fonts in them that are used. */
async function withFonts(css: string, use: () => Promise<void>) {
  const sheet = document.head.appendChild(Object.assign(document.createElement('style'), { textContent: css }))
  try {
    await document.fonts.load('100px Blocks', '.').catch(() => {})
    await use()
  } finally {
    sheet.remove()
  }
}

describe('The fonts of a page', () => {
  it('are in a picture drawn from it', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`)
    // A full stop, which in any other font leaves the middle of its line empty.
    put(place, 'div', { position: 'absolute', left: '20px', top: '20px', font: '100px/100px Blocks', color: 'rgb(200 30 30)' }, { textContent: '....' })
    await withFonts(`@media all { @font-face { font-family: "Blocks"; src: local("No such font"), url("data:font/woff2;base64,${blocks}") format("woff2") } }`, async () => {
      const { canvas, scale } = await domCapture.capture({ view: window, signal: signal(), deadlineMs: 9_000 })
      expect(looksLike(colourAt(canvas, scale, 45, 60), [200, 30, 30])).to.equal(true)
    })
  })

  it('are left out where they cannot be fetched, or are not used', async () => {
    const face = (name: string, src: string) => `@font-face { font-family: ${name}; src: ${src} }`
    expect(await webFonts(document, 1_000)).to.equal('')
    await withFonts(face('Blocks', `url(data:font/woff2;base64,${blocks})`) + face('Other', 'url(/no-such-font.woff2)'), async () => {
      const css = await webFonts(document, 1_000)
      expect(css.match(/font-family:/g)?.length).to.equal(1)
      const { fetch } = window
      window.fetch = () => Promise.reject(new TypeError('Refused'))
      try {
        expect(await webFonts(document, 1_000)).to.equal('')
      } finally {
        window.fetch = fetch
      }
    })
  })
})
