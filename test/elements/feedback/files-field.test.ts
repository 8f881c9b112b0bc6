import { expect } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import type { Attachment, Issue } from '../../../src/core/issue/issue.ts'
import type { FieldDeclaration } from '../../../src/core/forms/field.ts'
import type { EarshotFeedback } from '../../../src/elements/feedback/feedback.ts'
import { checksum } from '../../../src/page/files/checksum.ts'
import { file, picture, says, withExif } from '../../page/files/file-fixtures.ts'
import { byRole, find, gone } from '../find.ts'
import { focused, seen, soon, stage, type } from '../element-fixtures.ts'

const form = async (config = {}, fields: (string | FieldDeclaration)[] = ['story', 'files']) => {
  const staged = await stage<EarshotFeedback>('earshot-feedback', { form: 'problem' }, { forms: [{ id: 'problem', fields }], ...config })
  const { element, desk } = staged
  await soon(() => element.shadowRoot!.querySelector('input[type=file]'), 'the field for files')
  const input = element.shadowRoot!.querySelector<HTMLInputElement>('input[type=file]')!
  const files = () => desk.state.drafts.get('problem')?.attachments ?? []
  const spoken = () => element.shadowRoot!.querySelector('[role=status]')!.textContent!
  return { ...staged, input, files, spoken }
}

const carrying = (...files: File[]) => {
  const carried = new DataTransfer()
  for (const each of files) carried.items.add(each)
  return carried
}

function choose(input: HTMLInputElement, ...files: File[]) {
  input.files = carrying(...files).files
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

const drag = (type: string, dataTransfer: DataTransfer) => new DragEvent(type, { dataTransfer, bubbles: true, composed: true, cancelable: true })
const note = (name = 'note.txt', text = 'The shade is torn') => file(text, name, 'text/plain')

describe('The field for files', () => {
  it('says beforehand what may be added, and can be reached with the keyboard', async () => {
    const { element, input } = await form({ files: { types: ['image/*', '.pdf', '.txt'], maxBytes: 2_000_000, most: 3 } })
    expect(seen(element)).to.contain('Add a file').and.to.contain('Up to 3 files of 2 MB each: pictures, PDF, and plain text')
    expect(input.labels![0]!.textContent!.trim()).to.equal('Add a file')
    expect(input.getAttribute('accept')).to.equal('image/*,.pdf,.txt')
    expect(input.multiple).to.equal(true)
    input.focus()
    expect(focused() === input).to.equal(true)
    await expect(element).to.be.accessible()
  })

  it('takes a picture without what its camera said, shows it, and sends it with the issue', async () => {
    const { element, desk, world, input, files, spoken } = await form()
    const sent: Attachment[][] = []
    const issues: Issue[] = []
    const { send } = world.transport
    world.transport.send = (issue, attachments, options) => (sent.push([...attachments]), issues.push(issue), send(issue, attachments, options))
    choose(input, file(withExif(await picture('image/jpeg')), 'IMG_1.jpg', 'image/jpeg'))
    await soon(() => files().length === 1, 'the file in the draft')
    const [made] = files()
    expect(made).to.include({ field: 'files' })
    expect(says(made!.bytes, 'SpyCamera')).to.equal(false)
    await find(element, 'button', `Remove ${made!.name}`)
    await soon(() => spoken().includes(`${made!.name} added`), 'the announcement')
    expect(element.shadowRoot!.querySelectorAll('.files canvas')).to.have.length(1)
    await expect(element).to.be.accessible()
    await desk.submit({ ...desk.state.drafts.get('problem')!, story: 'Torn' })
    await soon(() => sent.length, 'what was sent')
    expect(sent[0]![0]!.sha256).to.equal(await checksum(made!.bytes))
    const { bytes: _, ...info } = made!
    expect(issues[0]!.attachments, 'as it was described').to.deep.equal([info])
  })

  it('says in words what it did not take, and takes the rest', async () => {
    const { element, input, files, spoken } = await form({ files: { maxBytes: 20 } })
    choose(input, file('', 'nothing.txt'), note(), file(new Uint8Array([77, 90, 0, 1]), 'photo.jpg', 'image/jpeg'), note('long.txt', 'x'.repeat(21)), note('second.txt'))
    await soon(() => files().length === 2, 'the two that fit')
    await soon(() => seen(element).includes('nothing.txt was not added: there is nothing in it.'), 'what was not taken')
    expect(seen(element)).to.contain('photo.jpg was not added: it is of another kind').and.to.contain('long.txt was not added: it is larger than 20 bytes')
    expect(files().map(({ name }) => name)).to.deep.equal(['note.txt', 'second.txt'])
    expect(spoken()).to.contain('photo.jpg was not added').and.to.contain('second.txt added')
    const refused = input.getAttribute('aria-describedby')!.split(' ').map(id => element.shadowRoot!.getElementById(id)!.textContent).join(' ')
    expect(refused).to.contain('photo.jpg')
    expect(input.getAttribute('aria-invalid')).to.equal('true')
    await expect(element).to.be.accessible()
    choose(input, note('third.txt'))
    await soon(() => files().length === 3, 'the third')
    expect(seen(element)).not.to.contain('photo.jpg')
  })

  it('takes no more than there is room for', async () => {
    const { element, input, files } = await form({ files: { most: 2 } })
    choose(input, note('a.txt'), note('b.txt'), note('c.txt'))
    await soon(() => seen(element).includes('c.txt was not added: there is room for 2 files.'), 'the refusal')
    expect(files().map(({ name }) => name)).to.deep.equal(['a.txt', 'b.txt'])
  })

  it('gives one back with the keyboard, and focus goes to what comes next', async () => {
    const { element, input, files, spoken } = await form()
    choose(input, note('a.txt'), note('b.txt'))
    const second = await find(element, 'button', 'Remove b.txt')
    ;(await find(element, 'button', 'Remove a.txt')).focus()
    await sendKeys({ press: 'Enter' })
    await gone(element, 'button', 'Remove a.txt')
    await soon(() => (focused() as HTMLElement)?.ariaLabel === 'Remove b.txt' || focused() === second, 'focus on the next')
    expect(spoken()).to.contain('a.txt removed.')
    await sendKeys({ press: 'Enter' })
    await soon(() => focused() === input, 'focus on the button that adds')
    expect(files()).to.deep.equal([])
  })

  it('takes what is dropped anywhere on the form, and shows that it would', async () => {
    const { element, files } = await form()
    const over = drag('dragover', carrying(note()))
    element.shadowRoot!.querySelector('h2')!.dispatchEvent(over)
    expect(over.defaultPrevented).to.equal(true)
    expect(element.shadowRoot!.querySelector('form')!.hasAttribute('data-dropping')).to.equal(true)
    const drop = drag('drop', carrying(note()))
    element.shadowRoot!.querySelector('h2')!.dispatchEvent(drop)
    expect(drop.defaultPrevented, 'the browser stays where it is').to.equal(true)
    expect(element.shadowRoot!.querySelector('form')!.hasAttribute('data-dropping')).to.equal(false)
    await soon(() => files().length === 1, 'the file')
  })

  it('leaves alone what is dropped beside it, text, and forms without the field', async () => {
    const { element, parent, files } = await form()
    const text = new DataTransfer()
    text.setData('text/plain', 'The shade')
    const other = await form({}, ['story', 'files'])
    other.element.form = 'praise'
    await soon(() => !other.element.shadowRoot!.querySelector('input[type=file]'), 'a form without files')
    for (const [target, event] of [
      [parent, drag('drop', carrying(note()))],
      [element.shadowRoot!.querySelector('h2')!, drag('drop', text)],
      [other.element.shadowRoot!.querySelector('h2')!, drag('drop', carrying(note()))],
    ] as const) {
      target.dispatchEvent(event)
      expect(event.defaultPrevented).to.equal(false)
    }
    expect(files()).to.deep.equal([])
  })

  it('takes pasted files; pasted text stays text', async () => {
    const { element, files } = await form()
    const story = await find(element, 'textbox', 'What happened?')
    const paste = (clipboardData: DataTransfer) => {
      const event = new ClipboardEvent('paste', { bubbles: true, composed: true, cancelable: true })
      // Firefox takes none when it is made.
      Object.defineProperty(event, 'clipboardData', { value: clipboardData })
      story.dispatchEvent(event)
      return event.defaultPrevented
    }
    const letter = carrying(file(await picture('image/png'), 'image.png', 'image/png'))
    letter.setData('text/plain', 'The shade')
    expect(paste(letter), 'a text with its picture is text').to.equal(false)
    expect(paste(carrying(file(await picture('image/png'), 'image.png', 'image/png')))).to.equal(true)
    await soon(() => files().length === 1, 'the picture')
  })

  it('has the files again after a reload, with their small pictures', async () => {
    const { element, make, parent, input, files, desk } = await form()
    choose(input, file(await picture('image/png'), 'lamp.png', 'image/png'))
    type(await find(element, 'textbox', 'What happened?'), 'The shade')
    await soon(() => files().length === 1, 'the file')
    desk.dispose()
    const again = make()
    await soon(() => (void again.restore('problem'), again.state.drafts.get('problem')?.attachments?.length), 'the kept file')
    element.remove()
    element.desk = again
    parent.append(element)
    await find(element, 'button', `Remove ${again.state.drafts.get('problem')!.attachments![0]!.name}`)
    expect(element.shadowRoot!.querySelectorAll('.files canvas')).to.have.length(1)
  })

  it('is not there where the owner does not want files', async () => {
    const { element } = await stage<EarshotFeedback>('earshot-feedback', {}, { capture: { files: false } })
    await find(element, 'button', 'Send')
    expect(byRole(element, 'button', 'Add a file')).to.deep.equal([])
    expect(element.shadowRoot!.querySelector('input[type=file]')).to.equal(null)
  })
})
