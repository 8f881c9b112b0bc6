import { expect, fixture, html } from '@open-wc/testing'
import type { Ask } from '../../../src/desk/config.ts'
import { awaitMoments } from '../../../src/page/asks/await-moments.ts'
import { fakeClock } from '../../core/outbox/fixtures.ts'

const leaves: (() => void)[] = []

/** Waits for asks with the given conditions, named by their place. */
function waiting(asks: Partial<Ask>[], ready: (id: string) => boolean = () => true) {
  const clock = fakeClock()
  const asked: string[] = []
  const named = asks.map((ask, index) => ({ id: `${index}`, when: {}, ...ask }))
  const leave = awaitMoments(named, id => ready(id) && asked.push(id) > 0, clock)
  leaves.push(leave)
  return { clock, asked, leave }
}
const happen = (name: string) => document.dispatchEvent(new Event(name))
const leaveWindow = (pointerType: string, clientY = -1) => document.dispatchEvent(new PointerEvent('pointerout', { pointerType, clientY, relatedTarget: null }))

describe('The moment to ask', () => {
  afterEach(() => {
    for (const leave of leaves.splice(0)) leave()
  })

  it('is when an event of the page has happened, once', async () => {
    const { asked } = waiting([{ when: { event: 'order-placed' } }])
    happen('other')
    expect(asked).to.deep.equal([])
    happen('order-placed')
    happen('order-placed')
    expect(asked).to.deep.equal(['0'])
  })

  it('is when the page was seen for so long', async () => {
    const { asked, clock } = waiting([{ when: { seconds: 30 } }])
    await clock.advance(29_900)
    expect(asked).to.deep.equal([])
    await clock.advance(200)
    expect(asked).to.deep.equal(['0'])
  })

  it('is when so much of the page was scrolled past', async () => {
    await fixture(html`<div style="height: 5000px"></div>`)
    const { asked } = waiting([{ when: { scrolled: 0.5 } }])
    const scrollTo = async (top: number) => {
      const moved = new Promise(resolve => addEventListener('scroll', resolve, { once: true }))
      window.scrollTo(0, top)
      await moved
    }
    await scrollTo(300)
    expect(asked).to.deep.equal([])
    await scrollTo(4_000)
    expect(asked).to.deep.equal(['0'])
    await scrollTo(0)
  })

  it('is when the pointer leaves at the top, but never by touch', () => {
    const { asked } = waiting([{ when: { leaving: true } }])
    leaveWindow('touch')
    leaveWindow('mouse', 200)
    expect(asked).to.deep.equal([])
    leaveWindow('mouse')
    expect(asked).to.deep.equal(['0'])
  })

  it('is when all of it has happened, in whichever order', async () => {
    const { asked, clock } = waiting([{ when: { seconds: 5, event: 'viewed' } }])
    happen('viewed')
    expect(asked).to.deep.equal([])
    await clock.advance(5_100)
    expect(asked).to.deep.equal(['0'])
  })

  it('is at once where only the desk had to know it', () => {
    expect(waiting([{ when: { resolvedDays: 3 } }]).asked).to.deep.equal(['0'])
  })

  it('is one moment: the first question ends the waiting for the others', async () => {
    const { asked, clock } = waiting([{ when: { seconds: 1 } }, { when: { event: 'viewed' } }])
    await clock.advance(1_100)
    happen('viewed')
    await clock.advance(60_000)
    expect(asked).to.deep.equal(['0'])
  })

  it('waits for what the question is about, and for it to be in view', async () => {
    const { asked, clock } = waiting([{ when: { event: 'viewed' }, about: 'late', where: { selector: '.size-table' } }])
    happen('viewed')
    await clock.advance(3_000)
    const part = await fixture<HTMLElement>(html`<p id="late" class="size-table" style="position: fixed; top: -500px">Sizes</p>`)
    await clock.advance(3_000)
    expect(asked).to.deep.equal([])
    part.style.top = '10px'
    await clock.advance(1_100)
    expect(asked).to.deep.equal(['0'])
    expect(waiting([{ when: { resolvedDays: 0 }, where: { selector: 'p[' } }]).asked).to.deep.equal([])
  })

  it('is not while somebody writes, has just written, or answers a dialog', async () => {
    const field = await fixture<HTMLInputElement>(html`<input aria-label="Name" />`)
    const dialog = await fixture<HTMLElement>(html`<div role="dialog" aria-label="Cookies" hidden>Cookies?</div>`)
    const { asked, clock } = waiting([{ when: { event: 'viewed' } }])
    field.focus()
    happen('viewed')
    await clock.advance(5_000)
    expect(asked).to.deep.equal([])
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }))
    field.blur()
    await clock.advance(2_000)
    expect(asked).to.deep.equal([])
    dialog.hidden = false
    await clock.advance(10_000)
    expect(asked).to.deep.equal([])
    dialog.hidden = true
    await clock.advance(1_100)
    expect(asked).to.deep.equal(['0'])
  })

  it('comes again a second later as long as the desk says no', async () => {
    let free = false
    const { asked, clock } = waiting([{ when: { event: 'viewed' } }], () => free)
    happen('viewed')
    await clock.advance(10_000)
    expect(asked).to.deep.equal([])
    free = true
    await clock.advance(1_100)
    expect(asked).to.deep.equal(['0'])
  })

  it('is waited for without listening to more and more', async () => {
    const { clock } = waiting([{ when: { event: 'viewed' } }], () => false)
    happen('viewed')
    const { addEventListener } = EventTarget.prototype
    let added = 0
    EventTarget.prototype.addEventListener = function (...given) {
      added++
      addEventListener.apply(this, given)
    }
    await clock.advance(60_000)
    EventTarget.prototype.addEventListener = addEventListener
    expect(added).to.equal(0)
  })

  it('never comes after the waiting was ended', async () => {
    const { asked, clock, leave } = waiting([{ when: { event: 'viewed' } }, { when: { seconds: 3 } }, { when: { leaving: true } }])
    leave()
    happen('viewed')
    leaveWindow('mouse')
    await clock.advance(60_000)
    expect(asked).to.deep.equal([])
  })
})
