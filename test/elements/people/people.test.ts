import { expect } from '@open-wc/testing'
import type { Rung } from '../../../src/core/escalation/ladder.ts'
import type { EarshotPeople } from '../../../src/elements/people/people.ts'
import { until } from '../../desk/desk-fixtures.ts'
import { byRole, find } from '../find.ts'
import { focused, seen, soon, stage } from '../element-fixtures.ts'

const people = (ladder: Rung[], props: Partial<EarshotPeople> = {}) => stage<EarshotPeople>('earshot-people', props, { ladder })

describe('<earshot-people>', () => {
  it('names each person, whether they can be reached now, and until when they answer', async () => {
    const { element } = await people([
      { id: 'team', name: 'The team', kind: 'message', answersWithin: 4 },
      { id: 'shop', name: 'Mara in the shop', kind: 'phone', to: '+49 30 1234', hours: 'Mo-Su 00:00-24:00' },
      { id: 'boss', name: 'Jo', kind: 'email', to: 'jo@shop.example' },
    ])
    await soon(() => seen(element).includes('Open now'), 'the hours')
    expect(seen(element)).to.contain('Open now').and.to.match(/You will hear by .*\d/)
    expect((await find(element, 'link', 'Call +49 30 1234')).getAttribute('href')).to.equal('tel:+49301234')
    expect((await find(element, 'link', 'Write an email')).getAttribute('href')).to.equal('mailto:jo@shop.example')
    await expect(element).to.be.accessible()
  })

  it('does not claim that a closed line is open', async () => {
    const day = ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'][(new Date().getUTCDay() + 3) % 7]
    const { element } = await people([{ id: 'shop', name: 'Mara', kind: 'phone', to: '112', hours: `${day} 09:00-10:00` }])
    await soon(() => /Back \S+/.test(seen(element)), 'when they are back')
    expect(seen(element)).not.to.contain('Open now')
  })

  it('leads nowhere by an address of another scheme, but to a message', async () => {
    const { element } = await people([
      { id: 'a', name: 'A', kind: 'link', to: 'javascript:alert(1)' },
      { id: 'b', name: 'B', kind: 'chat', to: 'data:text/html,x' },
      { id: 'c', name: 'C', kind: 'visit', to: 'https://maps.example/shop' },
    ])
    await find(element, 'heading', 'C')
    expect(byRole(element, 'link').map(link => link.getAttribute('href'))).to.deep.equal(['https://maps.example/shop'])
    expect(byRole(element, 'button', 'Write a message')).to.have.length(2)
  })

  it('always offers a message, also where nobody is named, and goes there in place', async () => {
    const { element } = await people([])
    const button = await find(element, 'button', 'Write a message')
    button.focus()
    button.click()
    const heading = await find(element, 'heading', 'I have a question')
    await soon(() => focused() === heading, 'focus on the heading of the form')
    ;(await find(element, 'button', 'Back')).click()
    await soon(() => focused() === button, 'focus back on the button')
  })

  it('opens the form as a view in the panel', async () => {
    const { element, desk } = await people([], { embedded: true })
    ;(await find(element, 'button', 'Write a message')).click()
    expect(desk.state.view).to.deep.equal({ name: 'form', form: 'question' })
  })

  it('has what was searched for in vain in the message already, whichever way they came from the search', async () => {
    const { element, desk } = await people([], { embedded: true })
    desk.open({ name: 'results', query: 'descale' })
    await until(desk, ({ search }) => search.status === 'ready')
    desk.open({ name: 'people' })
    ;(await find(element, 'button', 'Write a message')).click()
    await until(desk, ({ drafts }) => drafts.get('question')?.story === 'descale')
    expect(desk.state.view).to.deep.equal({ name: 'form', form: 'question' })
  })

  it('begins no message for somebody who has found something, or comes from the beginning', async () => {
    const { element, desk } = await people([], { embedded: true })
    desk.open({ name: 'people' })
    ;(await find(element, 'button', 'Write a message')).click()
    expect(desk.state.drafts.has('question')).to.equal(false)
  })
})
