import { expect } from '@open-wc/testing'
import type { EarshotFeedback } from '../../../src/elements/feedback/feedback.ts'
import { byRole, find, gone } from '../find.ts'
import { focused, seen, soon, stage, type } from '../element-fixtures.ts'

let number = 0

/** A form with a field of the owner's own type, shown by the element that `tag` names. */
async function asking(define: (tag: string) => void = () => {}, more = {}) {
  const tag = `own-colour-${number++}`
  define(tag)
  const fields = [{ type: 'colour', name: 'shade', label: 'Which colour?', hint: 'As on the box', palette: ['red', 'blue'], ...more }, 'story']
  const staged = await stage<EarshotFeedback>('earshot-feedback', { form: 'own' }, { forms: [{ id: 'own', fields }], fieldTypes: { colour: tag } })
  const said = () => staged.desk.state.drafts.get('own')?.answers?.['shade']
  const own = () => soon(() => staged.element.shadowRoot!.querySelector<Colour>(tag), 'the element of the owner')
  const send = async () => (await find(staged.element, 'button', 'Send')).click()
  return { ...staged, tag, said, own, send }
}

class Colour extends HTMLElement {
  field: unknown
  label = ''
  value: unknown
  error: string | undefined
  required = false
  validationMessage = ''
  made = Colour.count++
  static count = 0

  connectedCallback() {
    this.tabIndex = 0
  }

  choose(value: unknown) {
    this.value = value
    this.dispatchEvent(new Event('change'))
  }

  checkValidity() {
    return this.validationMessage === ''
  }
}
const colour = (tag: string) => customElements.define(tag, class extends Colour {})

/** Keeps what the console is told, and answers with it. */
function listening() {
  const { error } = console
  const errors: unknown[] = []
  console.error = (...given) => void errors.push(...given)
  return () => {
    console.error = error
    return errors.join()
  }
}

describe('A field shown by an element of the owner', () => {
  it('hands it what was declared, and takes what it says into the draft and the issue', async () => {
    const { element, own, said, send, taken } = await asking(colour, { required: true })
    const field = await own()
    expect([field.label, field.required, field.value, field.error]).to.deep.equal(['Which colour?', true, undefined, undefined])
    expect(field.field).to.deep.include({ type: 'colour', palette: ['red', 'blue'] })
    expect(seen(element)).to.contain('Which colour?').and.to.contain('As on the box')
    field.choose({ name: 'blue', shade: 3 })
    expect(said()).to.deep.equal({ name: 'blue', shade: 3 })
    type(await find(element, 'textbox', 'What happened?'), 'It is green')
    await send()
    await soon(() => taken.length === 1, 'the issue')
    expect(taken[0]!.answers).to.deep.equal({ shade: { name: 'blue', shade: 3 } })
  })

  it('is one element for good: what is typed elsewhere does not make it anew', async () => {
    const { element, own } = await asking(colour)
    const { made } = await own()
    type(await find(element, 'textbox', 'What happened?'), 'It is green')
    await element.updateComplete
    expect((await own()).made).to.equal(made)
  })

  it('says its own error before anything is sent, and leads to it', async () => {
    const { element, own, send, taken } = await asking(colour)
    const field = await own()
    field.validationMessage = 'This colour is sold out'
    type(await find(element, 'textbox', 'What happened?'), 'It is green')
    await send()
    await soon(() => seen(element).includes('This colour is sold out'), 'the error')
    await soon(() => focused() === field, 'focus on the element')
    expect(taken).to.have.length(0)
    field.validationMessage = ''
    field.choose('red')
    await send()
    await soon(() => taken.length === 1, 'the issue')
  })

  it('is a text field until the element is there, which then goes on with what was typed', async () => {
    const { element, tag, own, said } = await asking()
    type(await find(element, 'textbox', 'Which colour?'), 'red')
    expect(said()).to.equal('red')
    await expect(element).to.be.accessible()
    colour(tag)
    const field = await own()
    expect(field.value).to.equal('red')
    await gone(element, 'textbox', 'Which colour?')
  })

  for (const [what, define] of Object.entries({
    'cannot be made': (tag: string) => customElements.define(tag, class extends HTMLElement { constructor() { super(); throw new Error('No colours today') } }),
    'will not be told anything': (tag: string) => customElements.define(tag, class extends HTMLElement { set label(_: string) { throw new Error('No labels today') } }),
  })) {
    it(`is a text field where the element ${what}; the rest of the form works`, async () => {
      const told = listening()
      const { element, send, taken } = await asking(define)
      type(await find(element, 'textbox', 'Which colour?'), 'red')
      type(await find(element, 'textbox', 'What happened?'), 'It is green')
      await send()
      await soon(() => taken.length === 1, 'the issue')
      expect(taken[0]!.answers).to.deep.equal({ shade: 'red' })
      expect(told()).to.match(/^Error: No (colours|labels) today$/)
    })
  }

  it('keeps what was said before where the element says what cannot be kept', async () => {
    const told = listening()
    const { own, said } = await asking(colour)
    const field = await own()
    field.choose('red')
    field.choose(() => 'blue')
    expect(said()).to.equal('red')
    expect(told()).to.match(/^DataCloneError/)
  })

  it('leaves the other fields in their places', async () => {
    const { element } = await asking(colour)
    await find(element, 'textbox', 'What happened?')
    expect(byRole(element, 'textbox')).to.have.length(1)
  })
})
