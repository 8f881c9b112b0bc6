import { expect } from '@open-wc/testing'
import type { Submission } from '../../../src/desk/desk.ts'
import { seen, soon, type } from '../element-fixtures.ts'
import { byRole, find } from '../find.ts'
import { accepted, caseDesk, from, openCase, threadOf } from './case-fixtures.ts'

const question = from('staff', 'q', { kind: 'question', text: 'How many?', fields: [{ type: 'number', name: 'count', label: 'How many?' }] })

/** A case on a device whose disk is full: what is written back is in memory only, until the backend has it. */
async function fullDisk(...messages: ReturnType<typeof from>[]) {
  const world = caseDesk([accepted(threadOf(messages))])
  let [replies, arrives, isRefused] = [0, () => {}, () => {}]
  const receipt = new Promise<void>((resolve, reject) => {
    arrives = resolve
    isRefused = () => reject(new Error('Refused by the test'))
  })
  world.desk.reply = async () => (replies++, { id: 'm', durable: false, receipt } as unknown as Submission)
  const element = await openCase(world)
  const said = () => byRole(element, 'status').map(({ textContent }) => textContent).join(' ')
  const hears = (words: string) => soon(() => said().includes(words), `hearing "${words}"`)
  return { ...world, element, said, hears, replies: () => replies, arrives, isRefused }
}

const box = async (element: Element) => (await find(element, 'textbox', 'Write back')) as HTMLTextAreaElement
const press = async (element: Element, name: string) => (await find(element, 'button', name)).click()

describe('A reply that is only in memory', () => {
  it('is not called kept, and its words stay in the box until the backend has them', async () => {
    const { element, hears, said, arrives } = await fullDisk(from('staff', 'a'))
    const field = await box(element)
    type(field, 'It is the tall one.')
    await press(element, 'Send')
    await hears('Not sent yet. Please leave this page open')
    expect(said()).not.to.contain('Kept')
    expect(field.value).to.equal('It is the tall one.')
    arrives()
    await soon(() => field.value === '', 'the empty box')
    await hears('We have it')
  })

  it('is one message, however often its button is pressed', async () => {
    const { element, hears, replies } = await fullDisk(from('staff', 'a'))
    type(await box(element), 'It is the tall one.')
    await press(element, 'Send')
    await hears('Not sent yet.')
    await press(element, 'Send')
    expect(replies()).to.equal(1)
  })

  it('leaves alone what was typed after it', async () => {
    const { desk, element, hears, arrives } = await fullDisk(from('staff', 'a'))
    const field = await box(element)
    type(field, 'It is the tall one.')
    await press(element, 'Send')
    await hears('Not sent yet.')
    type(field, 'And it hums.')
    arrives()
    await hears('We have it')
    expect(desk.state.drafts.get('reply:i1')?.story).to.equal('And it hums.')
  })

  it('that is refused is still in the box, to be changed and sent', async () => {
    const { change, element, hears, isRefused, replies } = await fullDisk(from('staff', 'a'))
    const field = await box(element)
    type(field, 'Ouch')
    await press(element, 'Send')
    await hears('Not sent yet.')
    isRefused()
    change({ messages: new Map([['m', { id: 'm', to: 'i1', status: 'refused', durable: false, attempts: 1, message: from('customer', 'm', { text: 'Ouch' }) }]]) })
    await soon(() => seen(element).includes('This was not taken as it is.'), 'the refusal')
    await press(element, 'Send')
    await soon(() => replies() === 2, 'the second message')
    expect(field.value).to.equal('Ouch')
  })

  it('of a small form keeps its answers until the backend has them', async () => {
    const { desk, element, hears, said, arrives } = await fullDisk(question)
    type(await find(element, 'spinbutton', 'How many?'), '2')
    await press(element, 'Send the answers')
    await hears('Not sent yet. Please leave this page open')
    expect(said()).not.to.contain('Kept')
    expect(desk.state.drafts.get('reply:i1')?.answers).to.deep.equal({ count: 2 })
    arrives()
    await hears('We have it')
    expect(desk.state.drafts.get('reply:i1')?.answers).to.equal(undefined)
    expect(seen(element)).not.to.contain('This could not be kept.')
  })
})
