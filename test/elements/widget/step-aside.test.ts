import { expect, fixture, html } from '@open-wc/testing'
import { summonElement } from '../../../src/elements/roster.ts'
import type { EarshotWidget } from '../../../src/elements/widget/widget.ts'
import { deskFor } from '../../desk/desk-fixtures.ts'
import { find } from '../find.ts'

await summonElement('earshot-widget')

const overlaps = (one: Element, other: Element) => {
  const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()]
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top
}

async function until(check: () => boolean) {
  for (let i = 0; i < 300 && !check(); i++) await new Promise(requestAnimationFrame)
  expect(check()).to.equal(true)
}

describe('the launcher', () => {
  for (const corner of ['bottom-end', 'bottom-start', 'top-end', 'top-start']) {
    it(`makes way for a field that somebody is in, and comes back: ${corner}`, async () => {
      const { desk } = deskFor()
      const widget = await fixture<EarshotWidget>(html`<earshot-widget placement=${corner} .desk=${desk}></earshot-widget>`)
      const launcher = await find(widget, 'button', 'Help')
      const field = await fixture<HTMLElement>(html`<input aria-label="Comment" style="position:fixed;inset-inline:0;height:60px" />`)
      field.style.setProperty(corner.startsWith('top') ? 'top' : 'bottom', '0')
      expect(overlaps(launcher, field)).to.equal(true)
      const home = launcher.getBoundingClientRect().top
      field.focus()
      await until(() => !overlaps(launcher, field))
      expect(launcher.checkVisibility({ visibilityProperty: true })).to.equal(true)
      field.blur()
      await until(() => Math.round(launcher.getBoundingClientRect().top) === Math.round(home))
    })
  }
})
