import { expect } from '@open-wc/testing'
import type { Draft } from '../../../src/core/issue/draft.ts'
import type { Config } from '../../../src/desk/config.ts'
import type { Desk } from '../../../src/desk/desk.ts'
import type { Request } from '../../../src/desk/state.ts'
import type { EarshotFeedback } from '../../../src/elements/feedback/feedback.ts'
import { limits } from '../../../src/elements/shared/limits.ts'
import { focused, seen, soon, stage, type } from '../element-fixtures.ts'
import { byRole, find, gone } from '../find.ts'
import { received } from './received.ts'

const title = 'You may have written about this before.'
const story = 'The lamp flickers again.'

const earlier = (id: string, summary = 'The lamp flickers'): Request => ({
  id, status: 'accepted', durable: true,
  issue: { version: 1, id, createdAt: '2026-11-17T09:00:00.000Z', kind: 'problem', summary, story: summary, repeats: 1 },
  receipt: { id, reference: 'E-1', acceptedAt: '2026-11-17T09:00:00.000Z', owner: { name: 'Mira' } },
})

/** A form with a story in it, on a device that sent something before. */
async function form({ recent, words = {}, config = {} }: { recent: Desk['recent']; words?: Partial<Draft>; config?: Config }) {
  const world = await stage<EarshotFeedback>('earshot-feedback', { embedded: true }, config)
  const { element, desk } = world
  const said: { to: string; text: string; extra?: unknown }[] = []
  // What looks is here when the button is pressed: how long that takes on a busy machine is not what is tried.
  await Promise.all([desk.findings({ kind: 'problem', story }), import('../../../src/elements/feedback/seen-before.ts')])
  Object.assign(desk, { recent, reply: async (to: string, text: string, extra: unknown) => (said.push({ to, text, extra }), { id: 'm', durable: true }) })
  type(await find(element, 'textbox', 'What happened?'), story)
  if (Object.keys(words).length) desk.edit('problem', words)
  await element.updateComplete
  return { ...world, said, send: async () => (await find(element, 'button', 'Send')).click() }
}

const asked = (element: Element) => find(element, 'group', title)
const press = async (element: Element, name: string) => (await find(element, 'button', name)).click()

describe('Who wrote about it before', () => {
  it('is asked, once and aloud, before it is sent; with who has it, and focus on the question', async () => {
    const { element, taken, send } = await form({ recent: async () => [earlier('i1')] })
    await send()
    const group = await asked(element)
    await soon(() => focused() === group, 'focus on the question')
    expect(seen(element)).to.contain('The lamp flickers').and.to.contain('Mira has it.')
    expect(element.shadowRoot!.querySelector('[role=status]')!.textContent).to.contain(`${title} Mira has it. Do you want to continue there?`)
    expect(taken).to.deep.equal([])
    await expect(element).to.be.accessible()
    await send()
    await soon(() => taken.length === 1, 'the second press sends')
    expect(taken[0]).not.to.have.property('repeatOf')
  })

  it('may continue there: every word goes along, and is retyped by nobody', async () => {
    const attachments = [{ id: 'a', name: 'a.png', type: 'image/png', size: 3, bytes: new ArrayBuffer(3) }]
    const words = { outcome: 'A new lamp', answers: { detail: 'The noise' }, observations: [{ text: 'The box was wet.' }], contact: { email: 'ada@home.example' }, attachments }
    const { element, desk, said, taken, send } = await form({ recent: async () => [earlier('i1')], words })
    await send()
    await asked(element)
    await press(element, 'Continue there')
    await soon(() => desk.state.view.name === 'request', 'the earlier request')
    expect(desk.state.view).to.deep.equal({ name: 'request', id: 'i1' })
    expect(said.map(({ to, text }) => [to, text])).to.deep.equal([['i1', [
      story, 'The detail that bothered you most: The noise', 'A new lamp', 'The box was wet.', 'Please answer by email: ada@home.example',
    ].join('\n\n')]])
    expect(said[0]!.extra).to.have.property('attachments').with.length(1)
    expect(said[0]!.extra).to.deep.include({ revealed: ['ada@home.example'] })
    expect(taken).to.deep.equal([])
    expect(desk.state.drafts.get('problem')?.story).to.equal(undefined)
    await gone(element, 'group', title)
  })

  it('is not told that it was added, and keeps the draft, while that is in memory only', async () => {
    const { element, desk, send } = await form({ recent: async () => [earlier('i1')] })
    let arrives = () => {}
    const receipt = new Promise<void>(resolve => (arrives = resolve))
    let replies = 0
    Object.assign(desk, { reply: async () => (replies++, { id: 'm', durable: false, receipt }) })
    const spoken = () => element.shadowRoot!.querySelector('[role=status]')!.textContent
    for (const _ of ['once', 'and again, back in the form']) {
      await send()
      await asked(element)
      await press(element, 'Continue there')
      await soon(() => desk.state.view.name === 'request', 'the earlier request')
      await soon(() => spoken()?.includes('Not sent yet. Please leave this page open'), 'what becomes of it')
      expect(desk.state.drafts.get('problem')?.story).to.equal(story)
      desk.back()
    }
    expect(replies).to.equal(1)
    arrives()
    await soon(() => desk.state.drafts.get('problem')?.story === undefined, 'the empty form')
  })

  it('finds in the form what was typed while the rest went there', async () => {
    const { element, desk, send } = await form({ recent: async () => [earlier('i1')], words: { outcome: 'A new lamp' } })
    const reply = desk.reply
    const typing: Desk['reply'] = (...given) => (desk.edit('problem', { story: 'And it hums.' }), reply(...given))
    Object.assign(desk, { reply: typing })
    await send()
    await asked(element)
    await press(element, 'Continue there')
    await soon(() => desk.state.view.name === 'request', 'the earlier request')
    expect(desk.state.drafts.get('problem')).to.include({ story: 'And it hums.', outcome: undefined })
  })

  it('has the rest sent, and nothing twice, where it stopped half-way', async () => {
    const long = 'It hums. '.repeat(limits.story / 9).trim()
    const { element, desk, said, taken, send } = await form({ recent: async () => [earlier('i1')], words: { story: long, outcome: 'A new lamp' } })
    const reply = desk.reply
    const failing: Desk['reply'] = (...given) => (said.length ? Promise.reject(new Error('The disk is gone')) : reply(...given))
    Object.assign(desk, { reply: failing })
    await send()
    await asked(element)
    await press(element, 'Continue there')
    await soon(() => seen(element).includes('This could not be kept.'), 'that it could not be kept')
    expect([said.length, taken.length, desk.state.drafts.get('problem')?.outcome]).to.deep.equal([1, 0, 'A new lamp'])
    Object.assign(desk, { reply })
    await press(element, 'Continue there')
    await soon(() => desk.state.view.name === 'request', 'the earlier request')
    expect([said.map(({ text }) => text), taken]).to.deep.equal([[long, 'A new lamp'], []])
  })

  it('may say that it is something else', async () => {
    const { element, taken, send } = await form({ recent: async () => [earlier('i1')] })
    await send()
    await asked(element)
    await press(element, 'No, this is something else')
    await soon(() => taken.length === 1, 'the issue')
    expect(taken[0]).to.include({ story }).and.not.to.have.property('repeatOf')
  })

  it('may send it again all the same: it names the earlier one, and how often', async () => {
    const { element, taken, send } = await form({ recent: async () => [earlier('i2', 'Newer'), earlier('i1')] })
    await send()
    await asked(element)
    await find(element, 'button', 'Continue there: Newer')
    await find(element, 'button', 'Continue there: The lamp flickers')
    await expect(element).to.be.accessible()
    await press(element, 'Send it again all the same')
    await soon(() => taken.length === 1, 'the issue')
    expect(taken[0]).to.include({ story, repeatOf: 'i2', repeats: 2 })
  })

  it('has it sent as one that names the earlier one where the backend takes no messages', async () => {
    const { element, desk, taken, send } = await form({ recent: async () => [earlier('i1')] })
    Object.assign(desk, { reply: () => Promise.reject(new Error('No thread in this test')) })
    await send()
    await asked(element)
    await press(element, 'Continue there')
    await soon(() => taken.length === 1, 'the issue')
    expect(taken[0]).to.include({ story, repeatOf: 'i1' })
  })

  it('is not held up where nobody can say, or says nothing in time', async () => {
    const broken = await form({ recent: () => Promise.reject(new Error('The disk is gone')) })
    await broken.send()
    await soon(() => broken.taken.length === 1, 'the issue')
    const silent = await form({ recent: () => new Promise(() => {}) })
    await silent.send()
    await soon(() => silent.taken.length === 1, 'the issue')
    expect(byRole(silent.element, 'group', title)).to.deep.equal([])
  })

  it('is not asked where the draft corrects an issue, or staff write', async () => {
    const correcting = await form({ recent: async () => [earlier('i1')], words: { replaces: 'i0' } })
    await correcting.send()
    await soon(() => correcting.taken.length === 1, 'the issue')
    const staff = await form({ recent: async () => [earlier('i1')], config: { staff: { name: 'Bo' } } })
    await staff.send()
    await soon(() => staff.taken.length === 1, 'the issue')
  })

  it('is not asked on a first issue', async () => {
    const { element } = await stage<EarshotFeedback>('earshot-feedback')
    type(await find(element, 'textbox', 'What happened?'), story)
    await press(element, 'Send')
    await received(element)
  })
})
