import { expect } from '@open-wc/testing'
import type { Draft } from '../../../src/core/issue/draft.ts'
import type { Issue } from '../../../src/core/issue/issue.ts'
import type { Receipt } from '../../../src/core/issue/receipt.ts'
import { TransportError } from '../../../src/core/transports/transport.ts'
import { createMemoryStore } from '../../../src/core/outbox/memory-store.ts'
import type { EarshotReceipt } from '../../../src/elements/receipt/receipt.ts'
import { byRole, find } from '../find.ts'
import { heldTimers } from '../held-timers.ts'
import { announced, focused, refusal, seen, silence, soon, stage, type } from '../element-fixtures.ts'

const draft: Draft = { kind: 'problem', form: 'problem', story: 'The lamp flickers.', outcome: 'A new one' }

type Answer = (issue: Issue) => Promise<Receipt>

async function receipt(answer?: Answer, props: Partial<EarshotReceipt> = {}, store?: ReturnType<typeof createMemoryStore>, config = {}) {
  const staged = await stage<EarshotReceipt>('earshot-receipt', props, config, store)
  if (answer) staged.world.answer = answer
  const { id } = await staged.desk.submit(draft)
  staged.element.issue = id
  await staged.element.updateComplete
  return { ...staged, id }
}

const accepting = (more: Partial<Receipt>): Answer => issue =>
  Promise.resolve({ id: issue.id, reference: 'E-17', acceptedAt: '2026-11-21T10:00:00.000Z', ...more })

const ladder = [{ id: 'team', name: 'The team', kind: 'message' as const }, { id: 'lead', name: 'Mara', kind: 'message' as const }]

describe('<earshot-receipt>', () => {
  it('says "We have it" with the reference, the owner, the time and what to do then, only once it is accepted', async () => {
    let accept: (receipt: Receipt) => void = () => {}
    const answered = new Promise<Receipt>(resolve => (accept = resolve))
    const { element, id } = await receipt(() => answered)
    await find(element, 'heading', 'Kept on this device')
    expect(seen(element)).not.to.contain('We have it')
    element.focus()
    await soon(() => focused()?.textContent === 'Kept on this device', 'focus on the heading')
    accept({ id, reference: 'E-17', acceptedAt: '2026-11-21T10:00:00Z', owner: { name: 'Mara' }, expectBy: '2031-05-04T12:00:00Z', next: 'Ring the bell.' })
    const heading = await find(element, 'heading', 'We have it')
    expect(focused()).to.equal(heading)
    expect(seen(element)).to.contain('Reference E-17').and.to.contain('Mara has it.').and.to.match(/by .*May.*2031|May 4, 2031/).and.to.contain('Ring the bell.')
    expect(announced(element)).to.contain('We have it')
    await expect(element).to.be.accessible()
  })

  it('shows how much is on its way while files are, and that nobody knows how far it got', async () => {
    let accept: (receipt: Receipt) => void = () => {}
    const answered = new Promise<Receipt>(resolve => (accept = resolve))
    const { element, world, desk } = await stage<EarshotReceipt>('earshot-receipt')
    world.answer = () => answered
    const attachments = [{ id: 'a', name: 'a.pdf', type: 'application/pdf', size: 2_400_000, bytes: new ArrayBuffer(2_400_000) }]
    const { id } = await desk.submit({ ...draft, attachments })
    element.issue = id
    const bar = (await find(element, 'progressbar', 'Sending 2.4 MB')) as HTMLProgressElement
    expect(bar.position).to.equal(-1)
    await expect(element).to.be.accessible()
    accept({ id, reference: 'E-17', acceptedAt: '2026-11-21T10:00:00Z' })
    await find(element, 'heading', 'We have it')
    expect(byRole(element, 'progressbar')).to.deep.equal([])
  })

  it('links to the case only where the address is one of the web', async () => {
    const safe = await receipt(accepting({ url: 'https://desk.example/17' }))
    expect((await find(safe.element, 'link', 'Follow it there')).getAttribute('href')).to.equal('https://desk.example/17')
    const evil = await receipt(accepting({ url: 'javascript:alert(1)', expectBy: 'soon' }))
    await find(evil.element, 'heading', 'We have it')
    expect(byRole(evil.element, 'link', 'Follow it there')).to.deep.equal([])
    expect(seen(evil.element)).not.to.contain('You will hear from us')
  })

  it('says when it will try again, and tries at once when asked to', async () => {
    const { element, world, id } = await receipt(() => Promise.reject(silence(503)))
    await soon(() => seen(element).includes('Next try:'), 'the next try')
    expect(seen(element)).to.contain('Waiting since')
    expect(seen(element)).to.contain('Our side does not answer just now')
    await find(element, 'heading', 'Kept on this device')
    await expect(element).to.be.accessible()
    expect(id).to.equal(element.issue)
    // The backend said when; not even the customer goes before it.
    world.answer = accepting({})
    ;(await find(element, 'button', 'Try now')).click()
    await soon(() => announced(element).startsWith('Next try:'), 'when it is tried')
  })

  it('tries at once when asked to, and keeps focus where what became of it is told', async () => {
    const unreachable = () => new TransportError('transport/unreachable', 'Nobody answers in this test', { retry: 'later' })
    const { element, world } = await receipt(() => Promise.reject(unreachable()))
    const button = await find(element, 'button', 'Try now')
    expect(seen(element)).to.contain('as soon as there is a connection')
    world.answer = accepting({})
    button.focus()
    button.click()
    const heading = await find(element, 'heading', 'We have it')
    await soon(() => focused() === heading, 'focus on what became of it')
    expect(announced(element)).to.contain('We have it')
  })

  it('never says "kept" of what is only in memory', async () => {
    const { element } = await receipt(() => Promise.reject(silence()), {}, createMemoryStore())
    await find(element, 'heading', 'Not sent yet')
    expect(seen(element)).to.contain('Your browser does not let us keep it')
    await find(element, 'button', 'Copy the text')
  })

  it('shows why it was refused, and opens the form with the same words, as a correction', async () => {
    const { element, desk, id } = await receipt(() => Promise.reject(refusal({ detail: 'Too vague', status: 422 })))
    await find(element, 'heading', 'Not sent yet')
    expect(seen(element)).to.contain('The answer was: Too vague')
    element.shadowRoot!.querySelector<HTMLElement>('summary')!.click()
    await soon(() => seen(element).includes('The lamp flickers.'), 'the words, unchanged')
    await expect(element).to.be.accessible()
    ;(await find(element, 'button', 'Change and send again')).click()
    const story = (await find(element, 'textbox', 'What happened?')) as HTMLTextAreaElement
    expect(story.value).to.equal('The lamp flickers.')
    expect(desk.state.drafts.get('problem')).to.include({ replaces: id, outcome: 'A new one' })
  })

  it('says what to do about one that is too large', async () => {
    const { element } = await receipt(() => Promise.reject(refusal({ status: 413 })))
    await soon(() => seen(element).includes('too large to be taken'), 'the sentence about its size')
  })

  it('lays the text open to be copied where there is no clipboard', async () => {
    const { element } = await receipt(() => Promise.reject(refusal({ status: 422 })))
    const clipboard = Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard')!
    Object.defineProperty(Navigator.prototype, 'clipboard', { configurable: true, value: undefined })
    ;(await find(element, 'button', 'Copy the text')).click()
    const field = (await find(element, 'textbox', 'Your text, to be copied')) as HTMLTextAreaElement
    Object.defineProperty(Navigator.prototype, 'clipboard', clipboard)
    expect(field.value).to.equal('The lamp flickers.\n\nA new one')
    await soon(() => focused() === field && field.selectionEnd === field.value.length, 'the text selected')
  })

  it('shows who is next, takes the whole case there once, unless the page stops it, and takes it back', async () => {
    const sent: Issue[] = []
    const { element, id } = await receipt(issue => (sent.push(issue), accepting({})(issue)), {}, undefined, { ladder })
    const stop = (event: Event) => event.preventDefault()
    element.addEventListener('earshot-escalate', stop)
    ;(await find(element, 'button', 'Not getting on? See who is next')).click()
    ;(await find(element, 'button', 'Take this further')).click()
    await element.updateComplete
    expect(seen(element)).to.contain('Mara is next.')
    expect(sent).to.have.length(1)
    element.removeEventListener('earshot-escalate', stop)
    ;(await find(element, 'button', 'Take this further')).click()
    await soon(() => sent.length === 2, 'the case at the next rung')
    expect(sent[1]!.escalation).to.include({ of: id, rung: 'lead', level: 2 })
    expect(sent[1]!.story).to.equal(draft.story)
    await soon(() => seen(element).includes('Mara has it now.'), 'who has it now')
    await find(element, 'button', 'Take it back')
    expect(byRole(element, 'button', 'Take this further')).to.deep.equal([])
    await expect(element).to.be.accessible()
  })

  it('says that somebody has it only once they do, and keeps what was added until then', async () => {
    for (const store of [undefined, createMemoryStore()]) {
      const { element, desk, world, id } = await receipt(accepting({}), {}, store, { ladder })
      ;(await find(element, 'button', 'Not getting on? See who is next')).click()
      type(await find(element, 'textbox', 'Anything to add? Only if you like'), 'I wait since Monday.')
      let accept: (() => void) | undefined
      world.answer = issue => new Promise(resolve => (accept = () => void accepting({})(issue).then(resolve)))
      ;(await find(element, 'button', 'Take this further')).click()
      const waits = store ? 'Not sent yet. Please leave this page open' : 'Kept. It is on its way.'
      await soon(() => announced(element) === waits, 'what became of it')
      expect(seen(element)).to.contain(waits).and.not.to.contain('has it now')
      expect(desk.state.drafts.get(`further:${id}`)?.story).to.equal(store ? 'I wait since Monday.' : undefined)
      ;(await soon(() => accept, 'the backend asked'))()
      await soon(() => announced(element) === 'Mara has it now.', 'who has it now')
      expect(seen(element)).to.contain('Mara has it now.').and.not.to.contain(waits)
      await soon(() => !desk.state.drafts.get(`further:${id}`)?.story, 'nothing left to be said twice')
    }
  })

  it('tells of a next level only where there is one, and above the way there', async () => {
    const further = 'take it further here'
    const rung = (id: string, name: string) => ({ id, name, kind: 'message' as const })
    const promise = accepting({ expectBy: '2031-05-04T12:00:00Z' })
    const letter = async (element: Element) => decodeURIComponent((await find(element, 'link', 'Email it to yourself')).getAttribute('href')!)
    const ladders = [[], [rung('team', 'The team')]]
    for (const ladder of ladders) {
      const { element } = await receipt(promise, {}, undefined, { ladder })
      expect(await letter(element)).not.to.contain(further)
      expect(seen(element)).to.contain('You will hear from us by').and.not.to.contain(further)
    }
    const { element } = await receipt(promise, {}, undefined, { ladder: [rung('team', 'The team'), rung('lead', 'Mara')] })
    expect(await letter(element)).to.contain(further)
    expect(seen(element)).to.match(/take it further here.*Not getting on\? See who is next/)
    ;(await find(element, 'button', 'Not getting on? See who is next')).click()
    ;(await find(element, 'button', 'Take this further')).click()
    await soon(() => seen(element).includes('Mara has it now.'), 'who has it now')
    expect(seen(element)).not.to.contain(further)
  })

  it('leads to a person where it stands on a page of its own and there is no next level', async () => {
    const { element } = await receipt(accepting({ expectBy: '2031-05-04T12:00:00Z' }))
    ;(await find(element, 'button', 'Talk to a person')).click()
    await find(element, 'heading', 'Talk to a person')
    await expect(element).to.be.accessible()
    const inPanel = await receipt(accepting({}), { embedded: true })
    await find(inPanel.element, 'group', 'To keep for yourself')
    expect(byRole(inPanel.element, 'button', 'Talk to a person')).to.deep.equal([])
  })

  it('says that the promise has passed while it is looked at, and offers the next level in its place', async () => {
    const hour = 3_600_000
    const { now } = Date
    const start = now()
    const timers = heldTimers()
    try {
      const at = (ms: number) => new Date(start + ms).toISOString()
      const { element } = await receipt(accepting({ acceptedAt: at(0), expectBy: at(hour) }), {}, undefined, { ladder })
      await soon(() => seen(element).includes('You will hear from us by'), 'the promise')
      await find(element, 'button', 'Not getting on? See who is next')
      Date.now = () => now() + hour
      timers.pass(hour + 1)
      const button = await find(element, 'button', 'Take this further')
      expect(button.closest('.further')!.textContent).to.match(/You should have heard by .*Mara is next/s)
      expect(seen(element)).not.to.contain('You will hear from us')
      expect(announced(element)).to.contain('You should have heard by')
    } finally {
      Date.now = now
      timers.release()
    }
  })

  it('leads to the answers as soon as there are any, and moves nothing that could be pressed', async () => {
    const { element, desk, world, id } = await receipt(accepting({ expectBy: '2031-05-04T12:00:00Z' }), { embedded: true })
    await find(element, 'heading', 'We have it')
    const place = () => byRole(element, 'button', 'Done')[0]!.getBoundingClientRect().toJSON() as unknown
    const before = place()
    expect(byRole(element, 'button', 'Show the answers')).to.deep.equal([])
    world.transport.thread = async () => ({
      id, reference: 'E-1', status: 'answered', owner: { name: 'Mara' },
      messages: [{ id: 'm', at: new Date().toISOString(), from: 'staff', text: 'Try the other switch.' }],
    })
    await desk.requests()
    const show = await find(element, 'button', 'Show the answers')
    expect(seen(element)).to.contain('Mara has it.')
    expect(place()).to.deep.equal(before)
    show.click()
    expect(desk.state.view).to.deep.equal({ name: 'request', id })
  })

  it('shows its fallback for an issue this device does not know', async () => {
    const { element } = await stage<EarshotReceipt>('earshot-receipt', { issue: 'nobody' })
    element.append('Ask at the counter.')
    expect(seen(element)).to.equal('Ask at the counter.')
  })

  it('is done in the panel with one button', async () => {
    const { element, desk } = await receipt(undefined, { embedded: true })
    desk.open({ name: 'receipt', id: element.issue })
    ;(await find(element, 'button', 'Done')).click()
    expect(desk.state.view).to.deep.equal({ name: 'home' })
  })
})
