import { expect } from '@open-wc/testing'
import type { MessageState } from '../../../src/desk/state.ts'
import { byRole, find, gone } from '../find.ts'
import { announced, seen, soon, type } from '../element-fixtures.ts'
import { accepted, caseDesk, from, lead, openCase, threadOf } from './case-fixtures.ts'

const question = from('staff', 'q', {
  kind: 'question',
  text: 'Which lamp is it?',
  fields: [
    { type: 'choice', name: 'lamp', label: 'The lamp', options: ['Tall', 'Small'], required: true },
    { type: 'number', name: 'count', label: 'How many?' },
    { type: 'password', name: 'secret', label: 'Your password' },
  ],
})

describe('A case in <earshot-requests>', () => {
  it('says what is awaited from whom, tells what happened in lines, and lists what was added', async () => {
    const file = { id: 'f', name: 'lamp.jpg', type: 'image/jpeg', size: 12_000, sha256: '' }
    const world = caseDesk([accepted(threadOf([
      from('staff', 'a', { text: 'Did you turn it off?' }),
      from('customer', 'b', { kind: 'not-solved', text: '' }),
      from('customer', 'c', { text: 'Here it is.', attachments: [file] }),
    ], { status: 'open', expectBy: '2020-01-06T10:00:00.000Z' }))])
    const element = await openCase(world)
    await soon(() => seen(element).includes('You should have heard from us by'), 'that it is late')
    expect(seen(element)).to.contain('You said that it is not solved').and.to.contain('lamp.jpg 12 kB').and.to.contain('Mira')
    await find(element, 'button', 'Send')
    await expect(element).to.be.accessible()
  })

  it('marks what is new, says so, and tells the desk once it is seen', async () => {
    const world = caseDesk([accepted(threadOf([from('staff', 'a'), from('staff', 'b')]))], { unread: new Map([['i1', 1]]) })
    const element = await openCase(world, { request: undefined as never })
    const row = await find(element, 'button', 'The lamp flickers. 1 new Answered')
    expect(world.asked).to.deep.equal([])
    row.click()
    await soon(() => world.asked.length, 'that it was seen')
    expect(world.asked).to.deep.equal([['seen', 'i1']])
    await soon(() => byRole(element, 'status').some(status => status.textContent?.includes('A new answer')), 'the announcement')
    const marked = byRole(element, 'listitem').filter(item => !item.querySelector('li') && item.textContent?.includes('New'))
    expect(marked.map(item => item.textContent?.includes('Words of b'))).to.deep.equal([true])
    await find(element, 'button', 'The lamp flickers. Answered')
  })

  it('keeps what is being written with the desk, sends it once, and shows what becomes of it', async () => {
    const world = caseDesk([accepted(threadOf([from('staff', 'a')]))])
    const element = await openCase(world)
    const box = (await find(element, 'textbox', 'Write back')) as HTMLTextAreaElement
    ;(await find(element, 'button', 'Send')).click()
    await soon(() => seen(element).includes('Write a few words, or add a file.'), 'what is missing')
    expect(box.getAttribute('aria-invalid')).to.equal('true')
    type(box, '  It is the tall one. ')
    expect(world.desk.state.drafts.get('reply:i1')?.story).to.equal('  It is the tall one. ')
    ;(await find(element, 'button', 'Send')).click()
    await soon(() => box.value === '', 'the empty box')
    expect(world.asked).to.deep.equal([['reply', 'i1', 'It is the tall one.', {}]])
    const underway: MessageState = {
      id: 'm', to: 'i1', status: 'waiting', durable: true, attempts: 1, dueAt: Date.now() + 60_000, message: from('customer', 'm', { text: 'It is the tall one.' }),
    }
    world.change({ messages: new Map([['m', underway]]) })
    await soon(() => seen(element).includes('Kept on this device, to be sent'), 'what becomes of it')
    world.change({ messages: new Map([['m', { ...underway, status: 'refused', failure: { code: 'transport/refused', message: '', detail: 'Too vague' } }]]) })
    await soon(() => seen(element).includes('This was not taken as it is.'), 'the refusal')
    expect(seen(element)).to.contain('Too vague').and.to.contain('It is the tall one.')
    await expect(element).to.be.accessible()
  })

  it('keeps the words where they could not be kept elsewhere, and says so', async () => {
    const world = caseDesk([accepted(threadOf([from('staff', 'a')]))])
    world.desk.reply = () => Promise.reject(new Error('The disk is gone'))
    const element = await openCase(world)
    const box = (await find(element, 'textbox', 'Write back')) as HTMLTextAreaElement
    type(box, 'Hello')
    ;(await find(element, 'button', 'Send')).click()
    await soon(() => box.getAttribute('aria-invalid') === 'true', 'the error at the box')
    expect(box.value).to.equal('Hello')
  })

  it('asks what the staff asked with a small form, leads to what is missing, and shows the answers by their labels', async () => {
    const world = caseDesk([accepted(threadOf([question]))])
    const element = await openCase(world)
    await soon(() => seen(element).includes('Mira asked you something.'), 'who asked')
    const send = await find(element, 'button', 'Send the answers')
    expect(seen(element)).not.to.contain('Your password')
    send.click()
    const tall = (await find(element, 'radio', 'Tall')) as HTMLInputElement
    await soon(() => element.shadowRoot!.activeElement?.isSameNode(tall), 'focus on the field that is needed')
    tall.click()
    type(await find(element, 'spinbutton', 'How many?'), '2')
    await expect(element).to.be.accessible()
    send.click()
    await soon(() => world.asked.length, 'the answers')
    expect(world.asked).to.deep.equal([['reply', 'i1', '', { kind: 'answer', answerTo: 'q', answers: { lamp: 'Tall', count: 2 } }]])
    world.change({ threads: new Map([['i1', threadOf([question, from('customer', 'a', { text: '', kind: 'answer', answerTo: 'q', answers: { lamp: 'Tall', count: 2 } })])]]) })
    await gone(element, 'button', 'Send the answers')
    await soon(() => seen(element).includes('The lamp Tall How many? 2'), 'the answers in words')
  })

  it('takes words as the answer to a question without a form', async () => {
    const world = caseDesk([accepted(threadOf([from('staff', 'q', { kind: 'question', text: 'Which one?' })]))])
    const element = await openCase(world)
    type(await find(element, 'textbox', 'Your answer'), 'The tall one')
    ;(await find(element, 'button', 'Send')).click()
    await soon(() => world.asked.length, 'the answer')
    expect(world.asked).to.deep.equal([['reply', 'i1', 'The tall one', { kind: 'answer', answerTo: 'q' }]])
  })

  it('hears that it is solved, how it was in one tap, and thanks; and that it came back', async () => {
    const messages = [from('staff', 'a')]
    const world = caseDesk([accepted(threadOf(messages))])
    const element = await openCase(world)
    const tell = (id: string, more: object) => {
      messages.push(from('customer', id, { text: '', ...more }))
      world.change({ threads: new Map([['i1', threadOf([...messages])]]) })
    }
    await find(element, 'button', 'It is not solved')
    ;(await find(element, 'button', 'That solved it')).click()
    await soon(() => world.asked.length, 'that it is solved')
    tell('s', { kind: 'solved' })
    await soon(() => seen(element).includes('Solved. Nothing is open.'), 'that nothing is open')
    ;(await find(element, 'button', '5 of 5, Very satisfied')).click()
    await soon(() => world.asked.length === 2, 'the rating')
    tell('r', { kind: 'rating', rating: { scale: 'csat', value: 5, max: 5 } })
    await gone(element, 'button', '5 of 5, Very satisfied')
    ;(await find(element, 'button', 'Thank Mira')).click()
    await soon(() => world.asked.length === 3, 'the thanks')
    tell('p', { kind: 'praise' })
    await gone(element, 'button', 'Thank Mira')
    await expect(element).to.be.accessible()
    ;(await find(element, 'button', 'It came back')).click()
    await soon(() => world.asked.length === 4, 'that it came back')
    expect(world.asked.map(([, , , extra]) => extra)).to.deep.equal([
      { kind: 'solved' }, { kind: 'rating', rating: { scale: 'csat', value: 5, max: 5 } }, { kind: 'praise' }, { kind: 'not-solved' },
    ])
  })

  it('does not say that thanks are passed on while they would be lost with the page', async () => {
    const messages = [from('staff', 'a'), from('customer', 's', { text: '', kind: 'solved' })]
    for (const durable of [true, false]) {
      const world = caseDesk([accepted(threadOf(messages))])
      world.desk.reply = async () => ({ id: 'm', durable, receipt: new Promise(() => {}) }) as never
      const element = await openCase(world)
      ;(await find(element, 'button', 'Thank Mira')).click()
      await soon(() => announced(element) === (durable ? 'Thank you. It is passed on.' : 'Not sent yet. Please leave this page open'), 'what became of them')
    }
  })

  it('takes thanks also while that it is solved is still being kept', async () => {
    const messages = [from('staff', 'a')]
    const world = caseDesk([accepted(threadOf(messages))])
    const kinds: unknown[] = []
    world.desk.reply = (_id, _text, extra) => (kinds.push(extra?.kind), new Promise(() => {}))
    const element = await openCase(world)
    ;(await find(element, 'button', 'That solved it')).click()
    world.change({ threads: new Map([['i1', threadOf([...messages, from('customer', 's', { text: '', kind: 'solved' })])]]) })
    const thanks = await find(element, 'button', 'Thank Mira')
    thanks.click()
    thanks.click()
    expect(kinds).to.deep.equal(['solved', 'praise'])
  })

  it('leads from a case that went further to where it is now', async () => {
    const next = accepted(threadOf([], { id: 'i2' }), { id: 'i2' })
    const world = caseDesk([next, accepted(threadOf([], { continuedBy: { id: 'i2', reference: 'E-2' } }))])
    const element = await openCase(world)
    ;(await find(element, 'button', 'Show it there')).click()
    await soon(() => (element.shadowRoot!.activeElement as HTMLElement | null)?.id === 'request-i2', 'focus on the other one')
    expect(byRole(element, 'textbox', 'Write back')).to.have.length(1)
  })
})

describe('The next level', () => {
  const late = () => {
    const world = caseDesk([accepted(threadOf([], { status: 'open', expectBy: '2020-01-06T10:00:00.000Z' }))])
    world.leads({ issue: 'i1', rung: lead, outside: [], because: 'late' })
    return world
  }

  it('says why it is offered, who is next and when they answer; takes it there at one press, once, and back', async () => {
    const world = late()
    const element = await openCase(world)
    const press = await find(element, 'button', 'Take this further')
    expect(seen(element)).to.contain('You should have heard by').and.to.contain('Anna Berg is next. You will hear by')
    type(await find(element, 'textbox', 'Anything to add? Only if you like'), 'I wait since Monday.')
    await expect(element).to.be.accessible()
    press.click()
    press.click()
    await soon(() => seen(element).includes('Anna Berg has it now.'), 'who has it')
    expect(world.asked).to.deep.equal([['escalate', 'i1', 'I wait since Monday.']])
    ;(await find(element, 'button', 'Take it back')).click()
    await find(element, 'button', 'Take this further')
    expect(world.asked.at(-1)).to.deep.equal(['withdraw', 'i2'])
    expect(seen(element)).to.contain('Taken back.')
  })

  it('may be stopped by the page', async () => {
    const world = late()
    const element = await openCase(world)
    let stopped = 0
    element.addEventListener('earshot-escalate', event => (event.preventDefault(), stopped++))
    ;(await find(element, 'button', 'Take this further')).click()
    expect(stopped).to.equal(1)
    expect(world.asked).to.deep.equal([])
  })

  it('waits behind a question where nothing is late', async () => {
    const world = caseDesk([accepted(threadOf([from('staff', 'a')]))])
    world.leads({ issue: 'i1', rung: lead, outside: [] })
    const element = await openCase(world)
    const ask = await find(element, 'button', 'Not getting on? See who is next')
    expect(ask.getAttribute('aria-expanded')).to.equal('false')
    expect(byRole(element, 'button', 'Take this further')).to.have.length(0)
    ask.click()
    await find(element, 'button', 'Take this further')
  })

  it('names the owner’s addresses outside at the top; no script behind one', async () => {
    const world = caseDesk([accepted(threadOf([from('staff', 'a')]))])
    world.leads({
      issue: 'i1', because: 'not-solved',
      outside: [{ name: 'Ombudsman', to: 'https://ombudsman.example/', note: 'Free of charge' }, { name: 'Regulator', to: 'help@regulator.example' }, { name: 'Trap', to: 'javascript:alert(1)' }],
    })
    const element = await openCase(world)
    expect((await find(element, 'link', 'Ombudsman')).getAttribute('href')).to.equal('https://ombudsman.example/')
    expect((await find(element, 'link', 'Regulator')).getAttribute('href')).to.equal('mailto:help@regulator.example')
    expect(byRole(element, 'link', 'Trap')).to.have.length(0)
    expect(seen(element)).to.contain('Free of charge')
    await expect(element).to.be.accessible()
  })
})

describe('Another device', () => {
  it('is given a short code with its end, and the sharing ends when it is told to', async () => {
    const world = caseDesk([accepted(threadOf([from('staff', 'a')]))])
    const element = await openCase(world)
    ;(await find(element, 'button', 'Read the answer on another device')).click()
    ;(await find(element, 'button', 'Show a short code')).click()
    await soon(() => seen(element).includes('K7P-4QX'), 'the code')
    expect(seen(element)).to.match(/Works until .+, once\./)
    await expect(element).to.be.accessible()
    ;(await find(element, 'button', 'Stop sharing')).click()
    await soon(() => seen(element).includes('Nobody can read it by that address or code any more.'), 'that it ended')
    expect(seen(element)).not.to.contain('K7P-4QX')
    expect(world.asked.map(([name]) => name)).to.deep.equal(['claimCode', 'revokeClaims'])
  })

  it('takes a code over, and says kindly when it does not fit', async () => {
    const world = caseDesk([])
    const fitting = world.desk.claim
    world.desk.claim = () => Promise.reject(Object.assign(new Error('No'), { code: 'desk/wrong-claim' }))
    const element = await openCase(world)
    ;(await find(element, 'button', 'Have a code from another device?')).click()
    const field = await find(element, 'textbox', 'The code')
    type(field, ' K7P-4QX ')
    ;(await find(element, 'button', 'Show the request here')).click()
    await soon(() => seen(element).includes('This code does not fit.'), 'that it does not fit')
    expect(field.getAttribute('aria-invalid')).to.equal('true')
    await expect(element).to.be.accessible()
    world.desk.claim = fitting
    world.lists([accepted(threadOf([]))])
    ;(await find(element, 'button', 'Show the request here')).click()
    await find(element, 'button', 'The lamp flickers. Answered')
    expect(world.asked).to.deep.equal([['claim', 'K7P-4QX']])
  })
})

describe('The end of the loop', () => {
  it('tells what changed because of the customer, with thanks, until they have read it', async () => {
    const world = caseDesk([], { closing: { type: 'changed', issue: 'i1', summary: 'The lamp flickers.', message: from('staff', 'c', { kind: 'changed', text: 'All lamps have a new ballast.' }) } })
    const element = await openCase(world)
    await find(element, 'heading', 'This changed because of you')
    expect(seen(element)).to.contain('All lamps have a new ballast.').and.to.contain('Thank you for telling us. Mira')
    await expect(element).to.be.accessible()
    ;(await find(element, 'button', 'Good to know')).click()
    await gone(element, 'heading', 'This changed because of you')
    expect(world.asked).to.deep.equal([['answerClosing', 'seen']])
  })

  it('asks days later whether it holds', async () => {
    const world = caseDesk([], { closing: { type: 'holds', issue: 'i1', summary: 'The lamp flickers.', message: from('customer', 's', { kind: 'solved' }) } })
    const element = await openCase(world)
    await find(element, 'heading', 'Does it still hold?')
    await find(element, 'button', 'Yes')
    ;(await find(element, 'button', 'No')).click()
    await gone(element, 'button', 'Yes')
    expect(world.asked).to.deep.equal([['answerClosing', 'holds-not']])
  })
})
