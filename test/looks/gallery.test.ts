import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { hostNames, type Host } from '../../demo/gallery/hosts.ts'
import { House } from '../../demo/gallery/house.ts'

// Of a page that gives its elements sizes of its own, these are ours all the same.
const properties = [
  'box-sizing', 'color', 'cursor', 'font-feature-settings', 'font-style', 'font-variant-caps', 'font-weight', 'hyphens', 'letter-spacing', 'line-break',
  'list-style-type', 'quotes', 'tab-size', 'text-align', 'text-decoration-line', 'text-indent', 'text-shadow', 'text-transform', 'transform', 'white-space',
  'word-break', 'word-spacing', 'background-color', 'border-top-width', 'border-top-style', 'border-top-left-radius',
]

/** What everything in the shadow roots looks like, and how its lines stand to its letters. */
const looksOf = (page: Page) => page.evaluate(names => {
  const found: Record<string, string> = {}
  const walk = (root: ShadowRoot, path: string) => {
    root.querySelectorAll<HTMLElement>('*').forEach((element, index) => {
      const style = getComputedStyle(element)
      const own = names.map(name => `${name}: ${style.getPropertyValue(name)}`)
      const lines = parseFloat(style.lineHeight) / parseFloat(style.fontSize)
      found[`${path} ${index} ${element.localName}.${element.className}`] = [...own, `lines: ${Number.isNaN(lines) ? style.lineHeight : lines.toFixed(2)}`].join('; ')
      // What the page itself puts there for when nothing works is the page's.
      if (element.localName === 'slot') delete found[`${path} ${index} slot.${element.className}`]
      if (element.shadowRoot) walk(element.shadowRoot, `${path} ${element.localName}`)
    })
  }
  for (const element of document.querySelectorAll('*')) if (element.localName.startsWith('earshot-') && element.shadowRoot) walk(element.shadowRoot, element.localName)
  return found
}, properties)

describe('As a guest of other houses', () => {
  let house: House
  before(async () => void (house = await House.open()))
  after(() => house?.close())

  async function at(host: Host) {
    const page = await house.enter({ host })
    const refused: string[] = []
    page.on('console', message => message.text().includes('Content Security Policy') && refused.push(message.text()))
    for (const tag of ['help', 'feedback', 'people', 'rating', 'article']) await page.locator(`main earshot-${tag} .root > *`).first().waitFor()
    await page.locator('earshot-widget [part=launcher]').click()
    await page.locator('earshot-widget earshot-help .result').first().waitFor()
    await page.locator('main earshot-article .helpful').waitFor()
    await page.locator('main earshot-feedback [part~=send]').waitFor()
    await page.waitForFunction(() => [...document.querySelectorAll('earshot-people, earshot-rating')].every(element => element.shadowRoot?.querySelector('[part~=heading], [part=scale]')))
    return { page, refused }
  }

  it('everything in Earshot looks as on a page without a style, but for the font', async () => {
    const plain = await at('none')
    const expected = await looksOf(plain.page)
    assert.ok(Object.keys(expected).length > 150, 'enough was looked at')
    await plain.page.context().close()
    for (const host of hostNames.filter(name => name !== 'none')) {
      const { page, refused } = await at(host)
      const found = await looksOf(page)
      const leaks = Object.entries(expected).flatMap(([path, look]) => {
        const there = found[path]?.split('; ') ?? ['not there']
        return look.split('; ').flatMap((one, i) => (there[i] === one ? [] : [`${host}, ${path}: ${one} became ${there[i]}`]))
      })
      assert.deepEqual(leaks.slice(0, 12), [], `${leaks.length} things leak in`)
      assert.deepEqual(refused, [])
      const fonts = await page.evaluate(() => [document.body, document.querySelector('earshot-help')!.shadowRoot!.querySelector('h2')!].map(element => getComputedStyle(element).fontFamily))
      assert.equal(fonts[1], fonts[0], `${host}: the font is the page’s`)
      await page.context().close()
    }
  })
})
