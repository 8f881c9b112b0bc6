import { expect, fixture, html } from '@open-wc/testing'
import { soon, stage } from '../element-fixtures.ts'
import { find } from '../find.ts'

type Kind = 'keydown' | 'keyup'

/** A search field of ours, and a field of the page's that notes what it is told. */
async function twoFields() {
  const { element } = await stage('earshot-help')
  const ours = await find(element, 'searchbox', 'Search for help')
  const heard: string[] = []
  const listen = ({ type, key }: KeyboardEvent) => heard.push(`${type} ${key}`)
  const theirs = await fixture<HTMLInputElement>(html`<input aria-label="Order" @keydown=${listen} @keyup=${listen} />`)
  const around = element.parentElement!
  let passed = 0
  around.addEventListener('keydown', () => passed++)
  const tell = (target: Element, type: Kind, init: KeyboardEventInit = {}) =>
    target.dispatchEvent(new KeyboardEvent(type, { key: 'v', code: 'KeyV', bubbles: true, composed: true, cancelable: true, ...init }))
  await soon(() => {
    passed = 0
    tell(ours, 'keydown', { key: 'Shift', code: 'ShiftLeft' })
    tell(ours, 'keyup', { key: 'Shift', code: 'ShiftLeft' })
    return !passed
  }, 'keys are kept inside')
  return { ours, theirs, heard, tell }
}

describe('a key of which it was never said that it came up', () => {
  it('is the page’s again once it goes down there', async () => {
    const { ours, theirs, heard, tell } = await twoFields()
    // A Mac tells nothing of a letter that comes up while Command is held.
    tell(ours, 'keydown', { metaKey: true })
    for (const type of ['keydown', 'keyup', 'keydown', 'keyup'] as const) tell(theirs, type)
    expect(heard).to.deep.equal(['keydown v', 'keyup v', 'keydown v', 'keyup v'])
  })

  it('stays ours as long as it is held, wherever the focus has gone', async () => {
    const { ours, theirs, heard, tell } = await twoFields()
    tell(ours, 'keydown')
    tell(theirs, 'keydown', { repeat: true })
    tell(theirs, 'keyup')
    expect(heard.filter(each => each.startsWith('keyup'))).to.deep.equal([])
    tell(theirs, 'keyup')
    expect(heard.at(-1)).to.equal('keyup v')
  })
})
