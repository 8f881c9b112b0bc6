import { expect, fixture } from '@open-wc/testing'
import { LitElement } from 'lit'
import type { Draft } from '../../../src/core/issue/draft.ts'
import type { Finding } from '../../../src/core/issue/finding.ts'
import type { EarshotFeedback } from '../../../src/elements/feedback/feedback.ts'
import { FindingsNote } from '../../../src/elements/feedback/findings-note.ts'
import { say } from '../../../src/elements/shared/words.ts'
import { deskFor } from '../../desk/desk-fixtures.ts'
import { byRole, find, gone } from '../find.ts'
import { seen, soon, stage, type } from '../element-fixtures.ts'

const card = '4111 1111 1111 1111'
const finding = (more: Partial<Finding> = {}): Finding => ({ kind: 'card', pointer: '/story', start: 0, end: card.length, text: card, blank: '[card]', ...more })

/** The note in an element of its own, over a draft that can be kept or not; `findings` answers as the desk does. */
async function noted(findings: (draft: Draft) => readonly Finding[]) {
  const { desk } = deskFor()
  const asked: Draft[] = []
  const finder = { form: desk.form, settings: desk.settings, enclosures: desk.enclosures, findings: async (draft: Draft) => (asked.push(draft), findings(draft)) }
  const announced: string[] = []
  class NoteHost extends LitElement {
    draft: Draft = { kind: 'problem', form: 'problem', story: `My card is ${card}.` }
    note: FindingsNote | undefined
    override firstUpdated() {
      this.note = new FindingsNote(this, (key, values) => say(key, values, desk.settings))
    }
    override render() {
      return this.note?.template(finder, this.draft, revealed => this.change({ revealed }))
    }
    change(patch: Partial<Draft>) {
      this.draft = { ...this.draft, ...patch }
      this.requestUpdate()
      this.note!.look(finder, this.draft, text => announced.push(text))
    }
  }
  const tag = `note-host-${count++}`
  customElements.define(tag, NoteHost)
  const element = await fixture<NoteHost>(`<${tag}></${tag}>`)
  return { element, announced, asked }
}
let count = 0

describe('What looks private', () => {
  it('is shown with what it is and where it stands, once nobody types, and announced once', async () => {
    const { element, announced, asked } = await noted(() => [finding(), finding({ pointer: '/outcome' })])
    for (const story of ['M', 'My', `My card is ${card}`]) element.change({ story })
    expect(byRole(element, 'group')).to.have.length(0)
    await find(element, 'group', 'This looks private and will not be sent:')
    expect(seen(element)).to.contain(`Card number ${card} in: What happened?, What would make it right?`)
    expect(asked.map(({ story }) => story)).to.deep.equal([`My card is ${card}`])
    expect(asked[0]!.subject).to.include({ title: 'Lamp' })
    await expect(element).to.be.accessible()
    element.change({ story: `My card is ${card}, again` })
    await soon(() => asked.length === 2, 'the next look')
    expect(announced).to.have.length(1)
  })

  it('is kept by a button, and left out again by the same one', async () => {
    const { element } = await noted(() => [finding()])
    element.change({})
    const keep = await find(element, 'button', `Keep it: Card number ${card}`)
    keep.focus()
    keep.click()
    await find(element, 'button', `Leave it out: Card number ${card}`)
    expect(element.draft.revealed).to.deep.equal([card])
    expect(element.shadowRoot!.activeElement === keep).to.equal(true)
    expect(seen(element)).to.contain('will be sent')
    keep.click()
    await find(element, 'button', `Keep it: Card number ${card}`)
    expect(element.draft.revealed).to.deep.equal([])
  })

  it('is not looked for in what was taken out', async () => {
    const { element, asked } = await noted(() => [])
    element.change({ withheld: ['page'] })
    await soon(() => asked.length === 1, 'the look')
    expect(asked[0]!.subject).to.deep.equal({ product: { id: 'L1', name: 'Lamp' } })
  })

  it('is blanked out of what the form sends, unless it was kept', async () => {
    for (const isKept of [false, true]) {
      const { element, taken } = await stage<EarshotFeedback>('earshot-feedback')
      type(await find(element, 'textbox', 'What happened?'), `My card ${card} was charged twice.`)
      const keep = await soon(() => byRole(element, 'button', `Keep it: Card number ${card}`)[0], 'the note')
      if (isKept) {
        keep.click()
        await find(element, 'button', `Leave it out: Card number ${card}`)
      }
      ;(await find(element, 'button', 'Send')).click()
      await find(element, 'heading', 'We have it')
      expect(taken[0]!.story).to.equal(`My card ${isKept ? card : '[card]'} was charged twice.`)
      expect(taken[0]).not.to.have.any.keys('revealed', 'withheld')
    }
  })

  it('is nothing where nothing was found, and goes when it does', async () => {
    const { element, announced, asked } = await noted(({ story = '' }) => (story.includes(card) ? [finding()] : []))
    element.change({ story: 'Nothing private.' })
    await soon(() => asked.length === 1, 'the look')
    await element.updateComplete
    expect(seen(element)).to.equal('')
    expect(announced).to.deep.equal([])
    element.change({ story: card })
    await find(element, 'group')
    element.change({ story: 'Gone.' })
    await gone(element, 'group')
  })

  it('is called by the place where it goes along when it stands in no field, and long ones by both ends', async () => {
    const text = `eyJ${'x'.repeat(200)}end`
    const { element } = await noted(() => [finding({ kind: 'token', text, pointer: '/subject/title' }), finding({ pointer: '/answers/unknown' })])
    element.change({})
    await find(element, 'group')
    expect(seen(element)).to.contain('Access key').and.to.contain('in: This page').and.to.contain('in: What we send')
    expect(seen(element)).to.match(/eyJx{17}…x{7}end/)
  })
})
