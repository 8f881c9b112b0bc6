import { expect } from '@open-wc/testing'
import type { Rung } from '../../../src/core/escalation/ladder.ts'
import type { Config } from '../../../src/desk/config.ts'
import type { Handover } from '../../../src/desk/handover.ts'
import type { EarshotPeople } from '../../../src/elements/people/people.ts'
import { until } from '../../desk/desk-fixtures.ts'
import { byRole, find } from '../find.ts'
import { seen, soon, stage, type } from '../element-fixtures.ts'

const people = (ladder: Rung[], config: Config = {}, props: Partial<EarshotPeople> = {}) => stage<EarshotPeople>('earshot-people', props, { ladder, ...config })

const chat: Rung = { id: 'chat', name: 'The team', kind: 'chat' }
const mail: Rung = { id: 'mail', name: 'Jo', kind: 'email', to: 'jo@shop.example' }

describe('Asking for a call', () => {
  it('takes a number and a time, and leaves as a question to that rung', async () => {
    const { element, taken } = await people([{ id: 'lead', name: 'Mira', kind: 'callback' }])
    ;(await find(element, 'button', 'Ask for a call')).click()
    await find(element, 'heading', 'Ask for a call')
    type(await find(element, 'textbox', 'Phone number'), '+49 30 1234')
    type(await find(element, 'textbox', 'When does it suit you?'), 'after six')
    ;(await find(element, 'button', 'Send')).click()
    await soon(() => taken.length, 'the issue')
    const { kind, form, contact, answers } = taken[0]!
    expect({ kind, form, contact, answers }).to.deep.equal({ kind: 'question', form: 'callback', contact: { phone: '+49 30 1234', when: 'after six', channel: 'phone' }, answers: { rung: 'lead' } })
  })

  it('has what was searched for in vain in it already', async () => {
    const { element, desk } = await people([{ id: 'lead', name: 'Mira', kind: 'callback' }], {}, { embedded: true })
    desk.open({ name: 'results', query: 'descale' })
    await until(desk, ({ search }) => search.status === 'ready')
    desk.open({ name: 'people' })
    ;(await find(element, 'button', 'Ask for a call')).click()
    const { drafts } = await until(desk, state => state.drafts.has('callback'))
    expect(drafts.get('callback')?.story).to.equal('descale')
    expect(desk.state.view).to.deep.equal({ name: 'form', form: 'callback' })
  })
})

describe('The owner’s own chat', () => {
  it('is opened with who is asked for and the story so far, without what looks personal and without what was taken out', async () => {
    const given: Handover[] = []
    const { element, desk } = await people([chat, mail], { chat: handover => void given.push(handover) })
    await desk.search('squeak')
    desk.edit('question', { kind: 'question', story: 'My card is 4111 1111 1111 1111.', contact: { name: 'Ada' }, withheld: ['page'] })
    ;(await find(element, 'button', 'Open the chat')).click()
    await soon(() => seen(element).includes('The chat is open.'), 'that it is open')
    const [{ rung, draft, text }] = given as [Handover]
    expect(rung.id).to.equal('chat')
    expect(text).to.match(/^My card is .*Searched for: squeak/s).and.not.to.contain('4111').and.not.to.contain('https://shop.example')
    expect(JSON.stringify(draft)).to.contain('Ada').and.not.to.contain('4111').and.not.to.contain('attachments')
    await find(element, 'button', 'Copy my words')
  })

  it('says so where it is not there, and leads to a message and to the others instead', async () => {
    const { element } = await people([chat, mail], { chat: 'chatwoot' })
    ;(await find(element, 'button', 'Open the chat')).click()
    await soon(() => seen(element).includes('The chat cannot be opened just now.'), 'that it is not there')
    expect(byRole(element, 'button', 'Open the chat')).to.have.length(0)
    await find(element, 'button', 'Write a message')
    await find(element, 'link', 'Write an email')
    await expect(element).to.be.accessible()
  })

  it('leads to its address where no chat is named', async () => {
    const { element } = await people([{ ...chat, to: 'https://chat.example/' }])
    expect((await find(element, 'link', 'Open the page')).getAttribute('href')).to.equal('https://chat.example/')
  })
})

describe('What was tried already', () => {
  const write = async (element: EarshotPeople) => (await find(element, 'button', 'Write a message')).click()

  it('stands in the message of a second contact: the request it is about', async () => {
    const { element, desk } = await people([], {}, { embedded: true })
    const { id, receipt } = await desk.submit({ kind: 'problem', story: 'Torn' })
    const { reference } = await receipt
    desk.open({ name: 'receipt', id })
    desk.open({ name: 'people' })
    await write(element)
    const { drafts } = await until(desk, state => state.drafts.has('question'))
    expect(drafts.get('question')?.story).to.equal(`About my request ${reference}: `)
  })

  it('stands in the message after a bad rating, not after a good one', async () => {
    for (const [value, story] of [[5, undefined], [1, 'About “Lamp”: I gave 1 of 5. It hums']] as const) {
      const { element, desk } = await people([], {}, { embedded: true })
      await (await desk.submit({ kind: 'rating', form: 'rating', rating: { scale: 'csat', value, max: 5 }, story: 'It hums' })).receipt
      desk.open({ name: 'people' })
      await write(element)
      if (story) await until(desk, state => state.drafts.has('question'))
      expect(desk.state.drafts.get('question')?.story).to.equal(story)
      element.remove()
    }
  })
})
