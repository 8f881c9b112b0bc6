import { expect } from '@open-wc/testing'
import type { EarshotFeedback } from '../../../src/elements/feedback/feedback.ts'
import { seen, stage, type } from '../element-fixtures.ts'
import { byRole, find } from '../find.ts'
import { received } from './received.ts'

const form = (staff: boolean | { name: string }) => stage<EarshotFeedback>('earshot-feedback', {}, { staff })

describe('<earshot-feedback> for staff', () => {
  it('says that it is for a customer, asks for whom and how it was said, and sends nothing of the staff’s own visit', async () => {
    const { element, desk, taken } = await form({ name: 'Grace' })
    await desk.search('what the staff looked for')
    await find(element, 'group', 'You are writing for a customer.')
    expect(seen(element)).not.to.contain('you stay anonymous')
    type(await find(element, 'textbox', 'What happened?'), 'The lamp is broken.')
    type(await find(element, 'textbox', 'The customer’s name'), 'Ada')
    type(await find(element, 'textbox', 'The customer’s phone number'), '+49 30 123456')
    type(await find(element, 'textbox', 'The customer’s email (only if they want an answer)'), 'ada@example.org')
    const channel = (await find(element, 'combobox', 'How was it said?')) as HTMLSelectElement
    channel.value = 'phone'
    channel.dispatchEvent(new Event('change'))
    await expect(element).to.be.accessible()
    ;(await find(element, 'button', 'Send')).click()
    await received(element)
    expect(taken[0]!.filedBy).to.deep.equal({ role: 'staff', name: 'Grace', channel: 'phone' })
    expect(taken[0]!.contact).to.deep.equal({ name: 'Ada', phone: '+49 30 123456', email: 'ada@example.org' })
    expect(taken[0]!.journey?.searches).to.equal(undefined)
    expect(taken[0]!.environment?.timeZone).to.equal(undefined)
    expect(taken[0]!.subject).to.deep.include({ url: 'https://shop.example/products/lamp' })
  })

  it('marks what staff wrote also when they said nothing more', async () => {
    const { element, taken } = await form(true)
    type(await find(element, 'textbox', 'What happened?'), 'The lamp is broken.')
    ;(await find(element, 'button', 'Send')).click()
    await received(element)
    expect(taken[0]!.filedBy).to.deep.equal({ role: 'staff' })
  })

  it('is not there for customers', async () => {
    const { element, taken } = await form(false)
    type(await find(element, 'textbox', 'What happened?'), 'The lamp is broken.')
    expect(byRole(element, 'combobox', 'How was it said?')).to.deep.equal([])
    expect(seen(element)).not.to.contain('for a customer')
    ;(await find(element, 'button', 'Send')).click()
    await received(element)
    expect(taken[0]!.filedBy).to.equal(undefined)
  })
})
