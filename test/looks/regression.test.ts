import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { House } from '../../demo/gallery/house.ts'
import { root } from '../house/laws/sources.ts'
import { difference, picture, unpack } from './picture.ts'
import { at, shots, still, take } from './shots.ts'

const baselines = join(import.meta.dirname, 'baselines')
const results = join(root, 'test-results', 'looks')
/** See `difference`: what is a letter's edge, and what has moved. */
const most = 14
const advice = 'Look at it in test-results/looks; if it is meant to be so, run "npm run looks", look at all it wrote, and commit them'

describe('Nothing looks other than it did', () => {
  let house: House
  before(async () => void (house = await House.open()))
  after(() => house?.close())

  for (const shot of shots) {
    it(shot.name, async () => {
      const png = await take(house, shot)
      const found = difference(picture(png), unpack(readFileSync(join(baselines, `${shot.name}.png`))))
      if (found.most > most) {
        mkdirSync(results, { recursive: true })
        writeFileSync(join(results, `${shot.name}.png`), png)
      }
      assert.ok(found.most <= most, `${shot.name} differs by ${found.most.toFixed(1)} around ${found.x}, ${found.y}; at most ${most} is no matter. ${advice}`)
    })
  }

  it('and four pixels, a lost line or another size would be seen', async () => {
    const kept = unpack(readFileSync(join(baselines, 'form.png')))
    await at(house, shots.find(({ name }) => name === 'form')!, async page => {
      for (const rule of ['::part(field) { translate: 4px }', '::part(heading) { translate: 0 4px }', '::part(error) { color: transparent }', '::part(label) { font-size: 1.125em }']) {
        const sheet = await page.evaluateHandle(css => {
          const made = new CSSStyleSheet()
          made.replaceSync(`earshot-widget${css}`)
          document.adoptedStyleSheets.push(made)
          return made
        }, rule)
        const found = difference(picture(await still(page)), kept)
        assert.ok(found.most > most * 1.3, `${rule} makes a difference of ${found.most.toFixed(1)} only`)
        await sheet.evaluate(made => void document.adoptedStyleSheets.splice(document.adoptedStyleSheets.indexOf(made), 1))
      }
    })
  })
})
