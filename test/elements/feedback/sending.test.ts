import { expect } from '@open-wc/testing'
import { TransportError } from '../../../src/core/transports/transport.ts'
import type { Config } from '../../../src/desk/config.ts'
import type { EarshotFeedback } from '../../../src/elements/feedback/feedback.ts'
import { focused, seen, soon, stage, type } from '../element-fixtures.ts'
import { byRole, find } from '../find.ts'
import { received } from './received.ts'

const card = '4111 1111 1111 1111'
const again = 'This looks private and will be left out. Press “Send” once more, or keep it.'

/** A form with a story in it, and the button pressed before anything was looked for. */
async function hasty(story: string, config: Config = {}, button = 'Send') {
  const world = await stage<EarshotFeedback>('earshot-feedback', {}, config)
  const { element, desk } = world
  // What looks is here when the button is pressed: how long that takes on a busy machine is not what is tried.
  await Promise.all([
    desk.findings({ kind: 'problem', story }), desk.enclosures(), desk.form('problem'), desk.recent({ kind: 'problem', story }),
    ...[import('../../../src/elements/feedback/findings-note.ts'), import('../../../src/elements/feedback/while-writing.ts'), import('../../../src/elements/feedback/sending.ts')],
  ])
  const says = async (text: string) => type(await find(element, 'textbox', 'What happened?'), text)
  const send = async () => (await find(element, 'button', button)).click()
  await says(story)
  await send()
  return { ...world, says, send }
}

const noted = (element: Element, name = again) => soon(() => byRole(element, 'group', name)[0], `the note “${name}”`)
const spoken = ({ shadowRoot }: Element) => shadowRoot!.querySelector('[role=status]')!.textContent!.trim()

describe('Who presses Send before anybody has looked for what is private', () => {
  it('is shown it first, told so, and taken to it; the next press sends', async () => {
    const { element, taken, send } = await hasty(`My card ${card} was charged twice.`)
    const note = await noted(element)
    await soon(() => focused() === note, 'the focus on the note')
    expect(spoken(element)).to.equal(again)
    expect(seen(element)).to.contain(`Card number ${card} in: What happened?`)
    expect(taken).to.deep.equal([])
    await expect(element).to.be.accessible()
    await send()
    await received(element)
    expect(taken.map(({ story }) => story)).to.deep.equal(['My card [card] was charged twice.'])
  })

  it('may keep it there and then', async () => {
    const { element, taken, send } = await hasty(`My card ${card} was charged twice.`)
    await noted(element)
    ;(await find(element, 'button', `Keep it: Card number ${card}`)).click()
    await find(element, 'button', `Leave it out: Card number ${card}`)
    await send()
    await received(element)
    expect(taken[0]!.story).to.equal(`My card ${card} was charged twice.`)
  })

  it('is not held up a second time by the same, only by something new', async () => {
    const { element, taken, says, send } = await hasty(`My card ${card} was charged twice.`)
    await noted(element)
    await says(`Twice on ${card}! Write to ada@home.example.`)
    await send()
    await soon(() => byRole(element, 'button', 'Keep it: Email address ada@home.example')[0], 'the new one in the note')
    expect(taken).to.deep.equal([])
    await says(`Twice on ${card}! Or ada@home.example.`)
    await send()
    await received(element)
    expect(taken[0]!.story).to.equal('Twice on [card]! Or [email].')
  })

  it('is not held up where nothing is private, or where it was listed while they wrote', async () => {
    const { element, taken } = await hasty('The lamp is broken.')
    await received(element)
    expect(taken).to.have.length(1)

    const other = await stage<EarshotFeedback>('earshot-feedback')
    type(await find(other.element, 'textbox', 'What happened?'), `My card ${card}.`)
    await soon(() => byRole(other.element, 'group', 'This looks private and will not be sent:')[0], 'the note while writing')
    ;(await find(other.element, 'button', 'Send')).click()
    await received(other.element)
  })

  it('reads the owner’s own name of the button', async () => {
    const { element } = await hasty(`My card ${card}.`, { forms: [{ id: 'problem', send: 'Off with it' }] }, 'Off with it')
    await noted(element, again.replace('Send', 'Off with it'))
  })

  it('is asked again when the form is used for something new', async () => {
    const { element, taken, send } = await hasty(`My card ${card}.`)
    await noted(element)
    await send()
    await received(element)
    ;(await soon(() => byRole(element, 'button', 'Done')[0], 'the way back')).click()
    type(await find(element, 'textbox', 'What happened?'), `Once more: ${card}.`)
    await send()
    await noted(element)
    expect(taken).to.have.length(1)
  })

  it('is never kept from sending because nobody could look', async () => {
    const { element, desk, taken } = await stage<EarshotFeedback>('earshot-feedback')
    desk.findings = () => Promise.reject(new TransportError('transport/unreachable', 'No', { retry: 'later' }))
    type(await find(element, 'textbox', 'What happened?'), `My card ${card}.`)
    ;(await find(element, 'button', 'Send')).click()
    await received(element)
    expect(taken[0]!.story).to.equal('My card [card].')
  })

  it('does not wait for long until somebody has looked', async () => {
    const { element, desk, taken } = await stage<EarshotFeedback>('earshot-feedback')
    desk.findings = () => new Promise(() => {})
    type(await find(element, 'textbox', 'What happened?'), `My card ${card}.`)
    ;(await find(element, 'button', 'Send')).click()
    await received(element)
    expect(taken).to.have.length(1)
  })
})
