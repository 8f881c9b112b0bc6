import { expect, fixture } from '@open-wc/testing'
import { LitElement, html } from 'lit'
import type { Field } from '../../../src/core/forms/field.ts'
import type { Attachment } from '../../../src/core/issue/issue.ts'
import type { FieldPart, FieldView } from '../../../src/elements/shared/field-parts/field-part.ts'
import { open } from '../../../src/elements/feedback/screenshot-field.ts'
import { say } from '../../../src/elements/shared/words.ts'
import type { Config } from '../../../src/desk/config.ts'
import { deskFor } from '../../desk/desk-fixtures.ts'
import { byRole, find, gone } from '../find.ts'
import { answerFor, fakeTab, withoutPictures } from '../../page/capture/capture-fixtures.ts'
import { focused, seen, soon } from '../element-fixtures.ts'

/** The smallest form that shows one field over a real desk. */
class OneField extends LitElement {
  shown: FieldPart | undefined
  view: FieldView | undefined
  protected override render() {
    this.shown ??= open(this, (key, values) => say(key, values))
    return this.view ? html`${this.shown.template(this.view)}` : html``
  }
}
customElements.define('test-one-field', OneField)

function stageField(config: Config = {}, declared: Partial<Field> = {}) {
  const { desk } = deskFor(config)
  const said: string[] = []
  const told: (Attachment[] | undefined)[] = []
  const field = { type: 'screenshot', name: 'screenshot', required: false, options: [], declared: { type: 'screenshot' }, ...declared } as Field
  return fixture<OneField>(html`<test-one-field></test-one-field>`).then(async element => {
    const show = (value: Attachment[] | undefined) => {
      element.view = {
        field, id: 'screenshot', label: 'Picture', value, error: undefined, errors: new Map(), desk, draft: { kind: 'problem' },
        edit: next => (told.push(next as Attachment[] | undefined), show(next as Attachment[] | undefined)),
        announce: text => said.push(text),
      }
      element.requestUpdate()
    }
    show(undefined)
    await element.updateComplete
    return { element, said, told, value: () => told.at(-1)?.[0] }
  })
}

const press = async (host: Element, name: string) => {
  const button = await find(host, 'button', name)
  button.focus()
  button.click()
}

async function png(width: number, height: number): Promise<File> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  canvas.getContext('2d')!.fillRect(0, 0, width, height)
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve))
  return new File([blob!], 'IMG_1234 me at home.png', { type: 'image/png' })
}

/** Gives a file to the field as a picker does. */
async function give(element: Element, file: File) {
  const input = await soon(() => element.shadowRoot!.querySelector<HTMLInputElement>('input[type=file]'), 'a way to add a file')
  const transfer = new DataTransfer()
  transfer.items.add(file)
  input.files = transfer.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

describe('The field for a picture of the page', () => {
  let restore = () => {}
  beforeEach(() => (restore = answerFor(fakeTab())))
  afterEach(() => restore())
  /** From here to the end of the test. */
  const takePicturesAway = () => {
    restore()
    restore = withoutPictures()
  }

  it('takes nothing until it is asked, and says what it will do', async () => {
    const { element, told } = await stageField()
    expect(seen(element)).to.match(/blacked out before the picture is taken/)
    expect([told.length, byRole(element, 'dialog').length]).to.deep.equal([0, 0])
    await expect(element).to.be.accessible()
  })

  it('takes a picture, lets it be drawn on, and adds it; the focus is back at its button', async () => {
    const { element, said, value } = await stageField()
    await press(element, 'Add a picture of this page')
    await soon(() => said.includes('One moment…'), 'that it is under way')
    await find(element, 'dialog', 'Picture of this page')
    await press(element, 'Done')
    const picture = await soon(value, 'the picture')
    expect(picture).to.deep.include({ field: 'screenshot', size: picture.bytes.byteLength })
    expect(picture.name).to.match(/^page\.(webp|png|jpg)$/)
    expect(picture.sha256).to.match(/^[0-9a-f]{64}$/)
    await find(element, 'img', 'Your picture of this page')
    const change = await find(element, 'button', 'Change the picture')
    await soon(() => focused() === change, 'the focus at the button')
    expect(said.at(-1)).to.equal('The picture is added.')
    await expect(element).to.be.accessible()
  })

  it('can be changed, and removed again', async () => {
    const { element, value, told } = await stageField()
    await press(element, 'Add a picture of this page')
    await press(element, 'Done')
    const first = await soon(value, 'the picture')
    await press(element, 'Change the picture')
    await find(element, 'dialog')
    await press(element, 'Done')
    await soon(() => value() && value()!.id !== first.id, 'another picture')
    await press(element, 'Remove the picture')
    expect(told.at(-1)).to.equal(undefined)
    const add = await find(element, 'button', 'Add a picture of this page')
    await soon(() => focused() === add, 'the focus at the button')
  })

  it('adds nothing where the customer wants none after all', async () => {
    const { element, told } = await stageField()
    await press(element, 'Add a picture of this page')
    await find(element, 'dialog')
    await press(element, 'Cancel')
    await gone(element, 'dialog')
    const add = await find(element, 'button', 'Add a picture of this page')
    await soon(() => focused() === add, 'the focus at the button')
    expect(told).to.deep.equal([])
  })

  it('can be stopped while it is under way', async () => {
    const { element, told } = await stageField()
    await press(element, 'Add a picture of this page')
    await press(element, 'Cancel')
    await gone(element, 'button', 'Cancel')
    expect(seen(element)).not.to.include('could not be taken')
    expect([told.length, byRole(element, 'dialog').length]).to.deep.equal([0, 0])
  })

  it('says so in plain words where none can be taken, and takes one from the device, without what its file says', async () => {
    const { element, said, value } = await stageField({}, { name: 'shot' })
    takePicturesAway()
    await press(element, 'Add a picture of this page')
    await soon(() => seen(element).includes('could not be taken'), 'that it failed')
    expect(said.at(-1)).to.include('could not be taken')
    await expect(element).to.be.accessible()
    await give(element, await png(40, 30))
    const picture = await soon(value, 'the picture')
    expect(picture.field).to.equal('shot')
    await find(element, 'img', 'Your picture of this page')
  })

  it('refuses what is no picture, kindly', async () => {
    const { element, told } = await stageField()
    takePicturesAway()
    await press(element, 'Add a picture of this page')
    await give(element, new File(['Not a picture'], 'picture.png', { type: 'image/png' }))
    await soon(() => seen(element).includes('could not be read as a picture'), 'why not')
    expect(told).to.deep.equal([])
  })
})
