import { expect, fixture, html } from '@open-wc/testing'
import type { DeskState } from '../../../src/desk/state.ts'
import { summonElement } from '../../../src/elements/roster.ts'
import type { EarshotWidget } from '../../../src/elements/widget/widget.ts'
import { find, gone } from '../find.ts'
import { seen, soon } from '../element-fixtures.ts'
import { caseDesk, from } from '../requests/case-fixtures.ts'

async function widget(state: Partial<DeskState>, locale = 'en') {
  await summonElement('earshot-widget')
  const world = caseDesk([], { open: false, view: { name: 'home' }, ...state }, { locale })
  Object.assign(world.desk, { suggest: async () => [] })
  const element = await fixture<EarshotWidget>(html`<earshot-widget></earshot-widget>`)
  element.desk = world.desk
  return { ...world, element }
}

describe('News at the launcher', () => {
  it('is a number and a name only while something is new', async () => {
    const { element, change } = await widget({})
    const launcher = await find(element, 'button', 'Help')
    expect(launcher.dataset['news']).to.equal(undefined)
    change({ unread: new Map([['i1', 1], ['i2', 1]]) })
    await find(element, 'button', 'Help, 2 new answers')
    expect(launcher.dataset['news']).to.equal('2')
    // Firefox tells how it is written, the others what it says.
    expect(getComputedStyle(launcher, '::after').content).to.match(/^("2"|attr\(data-news\))$/)
    await expect(element).to.be.accessible()
    change({ unread: new Map() })
    await find(element, 'button', 'Help')
    expect(launcher.hasAttribute('data-news')).to.equal(false)
    expect(getComputedStyle(launcher, '::after').content).to.equal('none')
  })

  it('is there from the first drawing, in the customer’s language', async () => {
    const { element } = await widget({ unread: new Map([['i1', 1]]) }, 'de')
    await find(element, 'button', 'Hilfe, 1 neue Antwort')
  })
})

describe('News at home', () => {
  it('leads to the requests', async () => {
    const { element, asked, change } = await widget({ unread: new Map([['i1', 2]]) })
    change({ open: true })
    ;(await find(element, 'button', '2 new answers')).click()
    expect(asked.at(-1)).to.deep.equal(['open', { name: 'requests' }])
  })

  it('tells once what changed because of the customer, and takes their answer', async () => {
    const closing = { type: 'changed', issue: 'i1', message: from('staff', 'c', { text: 'All lamps have a new ballast.' }) } as const
    const { element, asked, change } = await widget({ closing })
    change({ open: true })
    await find(element, 'heading', 'This changed because of you')
    expect(seen(element)).to.contain('All lamps have a new ballast.')
    change({ open: false })
    const home = element.shadowRoot!.querySelector('earshot-help')!
    await soon(() => !home.shadowRoot!.textContent?.includes('This changed'), 'the home without it')
    change({ open: true })
    await gone(element, 'heading', 'This changed because of you')
    change({ closing: { ...closing, type: 'holds' } })
    ;(await find(element, 'button', 'Yes')).click()
    await soon(() => asked.length, 'the answer')
    expect(asked).to.deep.equal([['answerClosing', 'holds']])
  })
})
