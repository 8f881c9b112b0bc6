import { expect, fixture, html, waitUntil as until } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import type { Issue } from '../../../src/core/issue/issue.ts'
import type { EarshotRating } from '../../../src/elements/rating/rating.ts'
import { heldTimers } from '../held-timers.ts'
import { byRole } from '../find.ts'
import { focused, soon, stage } from '../element-fixtures.ts'

const rating = (props: Partial<EarshotRating> = {}, config = {}) => stage<EarshotRating>('earshot-rating', props, config)
const nameOfFocused = () => focused()?.getAttribute('aria-label')
const isKept = (element: Element) => byRole(element, 'button', 'Undo').length > 0

/** The second answer marked by the arrow key, from the first. */
async function marked(scale: EarshotRating['scale'] = 'csat', more: Partial<EarshotRating> = {}) {
  const world = await rating({ scale, ...more })
  byRole(world.element, 'radio')[0]!.focus()
  await sendKeys({ press: 'ArrowDown' })
  await soon(() => nameOfFocused() === '2 of 5', 'the second to have focus')
  return world
}

describe('<earshot-rating> by keyboard', () => {
  it('answers by Space', async () => {
    const { element } = await rating({ scale: 'stars' })
    byRole(element, 'radio')[0]!.focus()
    await sendKeys({ press: ' ' })
    await soon(() => isKept(element), 'that it is kept')
    expect(nameOfFocused()).to.equal('1 of 5')
  })

  it('answers by Enter as well', async () => {
    const { element } = await rating({ scale: 'stars' })
    byRole(element, 'radio')[2]!.focus()
    await sendKeys({ press: 'Enter' })
    await soon(() => isKept(element), 'that it is kept')
    expect((focused() as HTMLInputElement).checked).to.equal(true)
  })

  it('goes through the scale by arrow keys without answering, until that is confirmed', async () => {
    const time = heldTimers()
    try {
      const { element, store } = await marked()
      await sendKeys({ press: 'ArrowDown' })
      await soon(() => nameOfFocused() === '3 of 5', 'the third to have focus')
      time.pass(1_400)
      await element.updateComplete
      expect((focused() as HTMLInputElement).checked).to.equal(true)
      expect(await store.entries('issue:')).to.deep.equal([])
      await sendKeys({ press: ' ' })
      await soon(() => isKept(element), 'that it is kept')
      expect((await store.entries('issue:')).length).to.equal(1)
    } finally {
      time.release()
    }
  })

  it('takes a pause for an answer: what looks like one is one', async () => {
    const time = heldTimers()
    try {
      const { element } = await marked()
      expect(isKept(element)).to.equal(false)
      time.pass(1_600)
      await soon(() => isKept(element), 'that it is kept')
    } finally {
      time.release()
    }
  })

  it('takes leaving the group for an answer', async () => {
    const time = heldTimers()
    try {
      const { element } = await marked()
      ;(focused() as HTMLElement).blur()
      await soon(() => isKept(element), 'that it is kept')
    } finally {
      time.release()
    }
  })

  it('takes being taken out of the page for an answer, about what it was about', async () => {
    const time = heldTimers()
    const lamp = await fixture<HTMLElement>(html`<section id="heron"><h3>The Heron lamp</h3></section>`)
    try {
      const { element, store } = await marked('csat', { for: lamp.id })
      element.remove()
      let kept: { body: string } | undefined
      await until(async () => (kept = (await store.entries<{ body: string }>('issue:'))[0]?.[1]) !== undefined, 'that it is kept', { timeout: 6_000 })
      const { rating, subject } = JSON.parse(kept!.body) as Issue
      expect([rating!.value, subject!.element!.selector]).to.deep.equal([2, '#heron'])
    } finally {
      time.release()
    }
  })

  it('takes Escape for no answer, and marks nothing any more', async () => {
    const time = heldTimers()
    try {
      const { element, store } = await marked()
      await sendKeys({ press: 'Escape' })
      await soon(() => !byRole(element, 'radio').some(radio => (radio as HTMLInputElement).checked), 'that nothing is marked')
      element.remove()
      time.pass(5_000)
      expect(await store.entries('issue:')).to.deep.equal([])
    } finally {
      time.release()
    }
  })
})

describe('<earshot-rating> to look at', () => {
  const box = (element: Element, index: number) => byRole(element, 'radio')[index]!.getBoundingClientRect()

  it('runs from right to left where the language does, stars too', async () => {
    for (const scale of ['nps', 'ces', 'stars', 'thumbs'] as const) {
      const { element } = await rating({ scale }, { locale: 'ar' })
      await soon(() => element.shadowRoot!.querySelector('[dir=rtl]'), 'the language')
      expect(box(element, 0).left > box(element, 1).left, scale).to.equal(true)
    }
  })

  it('fits on the smallest phone, with room to tap each answer', async () => {
    for (const scale of ['nps', 'ces', 'csat', 'stars', 'thumbs'] as const) {
      const { element, parent } = await rating({ scale })
      parent.style.width = '288px'
      await element.updateComplete
      const { left, right } = parent.getBoundingClientRect()
      const boxes = byRole(element, 'radio').map(radio => radio.parentElement!.getBoundingClientRect())
      for (const cell of boxes) {
        expect(cell.width, scale).to.be.at.least(24)
        expect(cell.height, scale).to.be.at.least(44)
        expect(cell.left >= left - 0.5 && cell.right <= right + 0.5, scale).to.equal(true)
      }
      for (const [i, cell] of boxes.entries()) {
        const next = boxes[i + 1]
        if (next && next.top === cell.top && scale !== 'stars') expect(next.left - cell.right, scale).to.be.at.least(3.5)
      }
    }
  })
})

describe('<earshot-rating anchored>', () => {
  it('floats beside what it is about while that can be seen', async () => {
    const target = Object.assign(document.createElement('p'), { id: 'spot', textContent: 'A lamp' })
    target.style.cssText = 'position: fixed; left: 40px; top: 60px; width: 90px; margin: 0'
    document.body.append(target)
    try {
      const { element, parent } = await rating({ for: 'spot', anchored: true })
      const root = element.shadowRoot!.querySelector<HTMLElement>('.root')!
      await soon(() => root.matches(':popover-open') && Math.abs(root.getBoundingClientRect().top - target.getBoundingClientRect().bottom - 6) < 2, 'its place')
      expect(Math.abs(root.getBoundingClientRect().left - 40) < 2).to.equal(true)
      expect(parent.offsetHeight, 'the page does not move').to.equal(0)
      target.style.top = '-900px'
      await soon(() => !root.matches(':popover-open'), 'it goes with the element')
      element.anchored = false
      await soon(() => parent.offsetHeight > 40, 'it stands in its own place')
    } finally {
      target.remove()
    }
  })
})
