import { expect } from '@open-wc/testing'
import type { Draft } from '../../../src/core/issue/draft.ts'
import type { Receipt } from '../../../src/core/issue/receipt.ts'
import type { Message } from '../../../src/core/issue/thread.ts'
import type { Config } from '../../../src/desk/config.ts'
import type { EarshotReceipt } from '../../../src/elements/receipt/receipt.ts'
import { diskStore, focused, seen, soon, stage, type } from '../element-fixtures.ts'
import { byRole, find, gone } from '../find.ts'

const draft: Draft = { kind: 'problem', form: 'problem', story: 'The lamp flickers.' }
const question = 'How would you like to be answered?'

/** The receipt of an issue that was accepted. `talks`: its backend takes messages. */
async function accepted({ words = draft, store = diskStore(), talks = true, more = {}, config = {} }: {
  words?: Draft; store?: ReturnType<typeof diskStore>; talks?: boolean; more?: Partial<Receipt>; config?: Config
} = {}) {
  const staged = await stage<EarshotReceipt>('earshot-receipt', {}, config, store)
  const { world, desk, element } = staged
  const said: Message[] = []
  const { receiptFor } = world
  world.receiptFor = issue => ({ ...receiptFor(issue), ...more })
  world.answer = issue => Promise.resolve(world.receiptFor(issue))
  if (talks) world.transport.reply = async (_, message) => void said.push(message)
  const { id } = await desk.submit(words)
  element.issue = id
  await find(element, 'heading', 'We have it')
  await find(element, 'group', 'To keep for yourself')
  return { ...staged, id, said }
}

const choose = async (element: Element, way: string) => (await find(element, 'radio', way)).click()
const keep = async (element: Element) => (await find(element, 'button', 'Keep this')).click()

describe('What may follow a receipt', () => {
  it('is drawn at once, when all of it is known: what can be pressed stays where it is', async () => {
    const ladder = [{ id: 'team', name: 'The team', kind: 'message' as const }, { id: 'lead', name: 'Mara', kind: 'message' as const }]
    const { element, desk, world } = await stage<EarshotReceipt>('earshot-receipt', {}, { ladder })
    world.transport.reply = async () => {}
    const root = element.shadowRoot!
    const places = new Set<number>()
    const observer = new MutationObserver(() => {
      const group = byRole(element, 'group', 'To keep for yourself')[0]
      if (group?.checkVisibility()) places.add(group.getBoundingClientRect().top)
    })
    observer.observe(root, { childList: true, subtree: true, attributes: true })
    const { id } = await desk.submit(draft)
    element.issue = id
    await find(element, 'group', 'To keep for yourself')
    await find(element, 'radiogroup', question)
    await find(element, 'button', 'Not getting on? See who is next')
    await element.updateComplete
    observer.disconnect()
    expect(places.size, [...places].join(' then ')).to.equal(1)
  })
})

describe('How a customer would like to be answered', () => {
  it('is asked on the first receipt, kept for later forms and told to whoever has the request', async () => {
    const { element, desk, said, store } = await accepted()
    await find(element, 'radiogroup', question)
    await expect(element).to.be.accessible()
    await choose(element, 'By email')
    await keep(element)
    const field = (await find(element, 'textbox', 'Your email address')) as HTMLInputElement
    await soon(() => focused() === field && field.getAttribute('aria-invalid') === 'true', 'the field that is wrong')
    expect(seen(element)).to.contain('This does not look like an email address.')
    await expect(element).to.be.accessible()
    type(field, 'ada@home.example')
    type(await find(element, 'textbox', 'A time that suits you (if you like)'), 'After six')
    await keep(element)
    const note = await soon(() => element.shadowRoot!.getElementById('answering'), 'what became of it')
    expect(note.textContent).to.contain('Whoever has your request will be told.')
    await soon(() => focused() === note, 'focus on what became of it')
    await soon(() => said.length === 1, 'the message')
    expect(said[0]!.text).to.equal('Please answer by email: ada@home.example\nA time that suits me: After six')
    expect(desk.state.contact).to.deep.equal({ channel: 'email', email: 'ada@home.example', when: 'After six' })
    expect((await desk.form('problem')).initial.contact).to.include({ email: 'ada@home.example' })

    const next = await accepted({ store })
    expect(byRole(next.element, 'radiogroup', question)).to.deep.equal([])
  })

  it('stands there already as it was given in the form, and nobody is told twice', async () => {
    const { element, desk, said } = await accepted({ words: { ...draft, contact: { email: 'ada@home.example' } } })
    await find(element, 'radiogroup', question)
    expect((await find(element, 'textbox', 'Your email address') as HTMLInputElement).value).to.equal('ada@home.example')
    await keep(element)
    await soon(() => seen(element).includes('Kept, for your next requests as well.'), 'what became of it')
    expect(desk.state.contact).to.deep.equal({ channel: 'email', email: 'ada@home.example' })
    expect(said).to.deep.equal([])
  })

  it('can be a telephone, however its number is written', async () => {
    const { element, said } = await accepted()
    await choose(element, 'On the phone')
    type(await find(element, 'textbox', 'Your phone number'), '+49 (30) 123 45-678')
    await keep(element)
    await soon(() => said.length === 1, 'the message')
    expect(said[0]!.text).to.equal('Please call me: +49 (30) 123 45-678')
  })

  it('says so where nothing can be added to the request any more', async () => {
    const { element, desk } = await accepted({ talks: false })
    await choose(element, 'By email')
    type(await find(element, 'textbox', 'Your email address'), 'ada@home.example')
    await keep(element)
    await soon(() => seen(element).includes('This one cannot be added to from here.'), 'the truth')
    expect(desk.state.contact).to.include({ email: 'ada@home.example' })
  })

  it('need not be answered, and is not asked on a second receipt or of a member of staff', async () => {
    const { element, store, desk } = await accepted()
    ;(await find(element, 'button', 'Not now')).click()
    await gone(element, 'radiogroup', question)
    await soon(() => focused() === byRole(element, 'heading', 'We have it')[0], 'focus on the heading')
    expect(desk.state.contact).to.equal(undefined)
    const { id } = await desk.submit({ ...draft, story: 'Another one.' })
    element.issue = id
    await find(element, 'heading', 'We have it')
    const all = await desk.requests()
    expect(all).to.have.length(2)
    expect(byRole(element, 'radiogroup', question)).to.deep.equal([])
    expect(store.durable).to.equal(true)
    const staff = await accepted({ words: { ...draft, filedBy: { role: 'staff', name: 'Bo' } } as Draft })
    expect(await staff.desk.requests()).to.have.length(1)
    expect(byRole(staff.element, 'radiogroup', question)).to.deep.equal([])
  })
})

describe('What a customer can keep of a request', () => {
  it('is a letter to themselves, with the reference, who has it, the promise and their words', async () => {
    const { element } = await accepted({
      words: { ...draft, contact: { email: 'ada@home.example' } },
      more: { reference: 'E-17', owner: { name: 'Mira' }, expectBy: '2031-05-04T12:00:00Z', next: 'Ring the bell.' },
    })
    const link = (await find(element, 'link', 'Email it to yourself')) as HTMLAnchorElement
    expect(link.href).to.match(/^mailto:ada@home\.example\?/)
    const letter = decodeURIComponent(link.href)
    expect(letter).to.contain('subject=Your request E-17').and.to.match(/Reference E-17.*Mira has it\..*May 4, 2031.*Ring the bell\..*The lamp flickers\./s)
  })

  it('is the issue as a file, without what opens the request', async () => {
    const { element, id } = await accepted({ more: { reference: '../E 17', token: 'secret' } })
    const { click } = HTMLAnchorElement.prototype
    const { createObjectURL } = URL
    let file: Blob | undefined
    let name = ''
    URL.createObjectURL = made => ((file = made as Blob), 'blob:test')
    HTMLAnchorElement.prototype.click = function () {
      name = this.download
    }
    try {
      ;(await find(element, 'button', 'Download it')).click()
      await soon(() => name, 'the file')
    } finally {
      HTMLAnchorElement.prototype.click = click
      URL.createObjectURL = createObjectURL
    }
    expect(name).to.equal('..-E-17.json')
    const text = await file!.text()
    expect(JSON.parse(text)).to.have.nested.property('issue.id', id)
    expect(JSON.parse(text)).to.have.nested.property('receipt.reference', '../E 17')
    expect(text).to.contain('The lamp flickers.').and.not.to.contain('secret')
  })

  it('is the reference to be copied, laid open where there is no clipboard', async () => {
    const { element } = await accepted({ more: { reference: 'E-17' } })
    const clipboard = Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard')!
    Object.defineProperty(Navigator.prototype, 'clipboard', { configurable: true, value: undefined })
    ;(await find(element, 'button', 'Copy the reference')).click()
    const field = (await find(element, 'textbox', 'The reference, to be copied')) as HTMLTextAreaElement
    Object.defineProperty(Navigator.prototype, 'clipboard', clipboard)
    expect(field.value).to.equal('E-17')
    await expect(element).to.be.accessible()
  })
})
