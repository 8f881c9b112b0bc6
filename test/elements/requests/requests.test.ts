import { expect } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import type { Draft } from '../../../src/core/issue/draft.ts'
import type { Thread } from '../../../src/core/issue/thread.ts'
import { TransportError } from '../../../src/core/transports/transport.ts'
import type { EarshotRequests } from '../../../src/elements/requests/requests.ts'
import { byRole, find } from '../find.ts'
import { fakeClock } from '../../core/outbox/fixtures.ts'
import { diskStore, refusal, seen, soon, stage } from '../element-fixtures.ts'

const draft = (story: string): Draft => ({ kind: 'problem', form: 'problem', story })

const requests = (props: Partial<EarshotRequests> = {}) => stage<EarshotRequests>('earshot-requests', props)

describe('<earshot-requests>', () => {
  it('says what will be here while there is nothing', async () => {
    const { element } = await requests()
    await find(element, 'heading', 'Your requests')
    await soon(() => seen(element).includes('What you send from this device appears here'), 'the sentence for none')
    await expect(element).to.be.accessible()
  })

  it('shows each one with how it stands, and its answers when it is opened by keyboard', async () => {
    const { element, desk, world } = await requests()
    const { id, receipt } = await desk.submit(draft('The shade is dented.'))
    await receipt
    const thread: Thread = {
      id,
      reference: 'E-1',
      status: 'answered',
      owner: { name: 'Mara' },
      messages: [{ id: 'm1', at: '2026-11-20T09:00:00Z', from: 'staff', author: { name: 'Mara' }, text: 'A new one is on <b>its</b> way.' }],
    }
    world.transport.thread = async () => thread
    element.remove()
    document.body.append(element)
    const row = await find(element, 'button', 'The shade is dented. 1 new Answered')
    expect(row.getAttribute('aria-expanded')).to.equal('false')
    expect(seen(element)).not.to.contain('A new one is on')
    row.focus()
    await sendKeys({ press: 'Enter' })
    await element.updateComplete
    expect(row.getAttribute('aria-expanded')).to.equal('true')
    expect(seen(element)).to.contain('A new one is on <b>its</b> way.').and.to.contain('Reference E-1 · Mara')
    await expect(element).to.be.accessible()
    row.click()
    await element.updateComplete
    expect(seen(element)).not.to.contain('A new one is on')
    element.remove()
  })

  it('says how much waits on this device, why, and shows another way out where something is in the way', async () => {
    const { element, desk, world } = await requests()
    world.answer = () => Promise.reject(new TransportError('transport/busy', 'No luck', { retry: 'later', status: 503 }))
    await desk.submit(draft('The shade is dented.'))
    await soon(() => seen(element).includes('Something you wrote is kept here and waits to be sent'), 'the figure')
    expect(seen(element)).to.contain('Our side cannot take it just now')
    expect(byRole(element, 'button').some(button => button.textContent!.includes('Reach a person another way'))).to.equal(false)
    await expect(element).to.be.accessible()
  })

  it('puts the newest first, and hears of those that are sent meanwhile', async () => {
    const { element, desk } = await requests()
    await (await desk.submit(draft('First'))).receipt
    await find(element, 'button', 'First With us')
    await new Promise(requestAnimationFrame)
    await (await desk.submit(draft('Second'))).receipt
    await find(element, 'button', 'Second With us')
    const rows = byRole(element, 'listitem').map(item => byRole(item, 'button')[0]!)
    expect(rows.map(button => button.textContent!.trim().split(/\s+/)[0])).to.deep.equal(['Second', 'First'])
  })

  it('shows what is known here while the backend does not say what is new', async () => {
    const { desk, world } = await requests()
    await (await desk.submit(draft('Known here'))).receipt
    world.transport.thread = () => new Promise(() => {})
    const later = Object.assign(document.createElement('earshot-requests'), { desk })
    document.body.append(later)
    await find(later, 'button', 'Known here With us')
    later.remove()
  })

  it('asks the backend gently while a long queue drains, and shows all of it', async () => {
    const clock = fakeClock()
    const { element, desk, world } = await stage<EarshotRequests>('earshot-requests', {}, {}, diskStore(), { clock })
    let read = 0
    world.transport.thread = async ({ id, reference }) => (read++, { id, reference, status: 'open', messages: [] })
    const stories = Array.from({ length: 30 }, (_, i) => `Story ${i}.`)
    const sent = []
    for (const story of stories) sent.push(await desk.submit(draft(story)))
    let accepted = 0
    for (const { receipt } of sent) void receipt.then(() => accepted++)
    // Two a second: each is looked for in the list before the next one goes.
    while (accepted < sent.length) {
      await clock.advance(500)
      await new Promise(requestAnimationFrame)
    }
    // Ten at once, and again after half a minute.
    expect(read).to.be.at.most(20)
    await clock.advance(30_000)
    for (const story of stories) await find(element, 'button', `${story} With us`)
    expect(read).to.be.at.most(30)
    desk.dispose()
  })

  it('opens the one it was asked for', async () => {
    const { element, desk } = await requests()
    const { id } = await desk.submit(draft('Open me'))
    element.request = id
    const row = await find(element, 'button', 'Open me With us')
    expect(row.getAttribute('aria-expanded')).to.equal('true')
  })

  it('leads from a refused one back into its form', async () => {
    const { element, desk, world } = await requests()
    world.answer = () => Promise.reject(refusal({ detail: 'Too vague', status: 422 }))
    await desk.submit(draft('It is broken.'))
    const row = await find(element, 'button', 'It is broken. Needs you')
    row.click()
    await soon(() => seen(element).includes('The answer was: Too vague'), 'the answer')
    ;(await find(element, 'button', 'Change and send again')).click()
    const story = (await find(element, 'textbox', 'What happened?')) as HTMLTextAreaElement
    expect(story.value).to.equal('It is broken.')
  })

  it('says so when they cannot be read, and tries again', async () => {
    const { desk, element } = await requests()
    let works = false
    element.desk = { ...desk, settings: desk.settings, state: desk.state, requests: () => (works ? desk.requests() : Promise.reject(new Error('The disk is gone'))) }
    element.remove()
    document.body.append(element)
    await soon(() => seen(element).includes('cannot be read'), 'that it failed')
    works = true
    ;(await find(element, 'button', 'Try again')).click()
    await soon(() => seen(element).includes('appears here'), 'the empty list')
    element.remove()
  })

  it('gives the address by which another device reads the answers, and asks there whether it is theirs', async () => {
    const key = { thread: async ({ id, reference }: { id: string; reference: string }): Promise<Thread> => ({ id, reference, status: 'open', messages: [] }) }
    const { element, desk, world } = await requests()
    Object.assign(world.transport, key)
    world.answer = async issue => ({ ...world.receiptFor(issue), token: 'key' })
    const { id, receipt } = await desk.submit(draft('Where is my parcel?'))
    await receipt
    element.request = id
    ;(await find(element, 'button', 'Read the answer on another device')).click()
    const copy = await find(element, 'button', 'Copy the address')
    await soon(() => element.shadowRoot!.activeElement?.isSameNode(copy), 'the focus on what to do next')
    await expect(element).to.be.accessible()
    const link = await desk.claimLink(id)
    element.remove()

    const claimed = [link]
    const there = await stage<EarshotRequests>('earshot-requests', {}, { transport: { ...world.transport, ...key } }, undefined, {
      page: { locale: () => 'en', reading: async () => ({ subject: () => ({}), environment: () => ({}) }), onWake: wake => (queueMicrotask(wake), () => {}), claimed: async () => claimed.pop() },
    })
    await soon(() => seen(there.element).includes('Where is my parcel?'), 'the question')
    expect(byRole(there.element, 'button', 'It is not mine')).to.have.length(1)
    await expect(there.element).to.be.accessible()
    ;(await find(there.element, 'button', 'Show it on this device')).click()
    await find(there.element, 'button', 'Where is my parcel? With us')
    expect(byRole(there.element, 'button', 'It is not mine')).to.have.length(0)
    there.element.remove()
  })
})
