import { expect } from '@open-wc/testing'
import type { Draft } from '../../src/core/issue/draft.ts'
import { deskFor } from './desk-fixtures.ts'

const draft: Draft = { kind: 'question', contact: { phone: ' +49 30 1234 ' }, answers: { when: ' after six ', rung: 'lead' }, story: 'About the lamp.' }

describe('The form for a call', () => {
  it('asks for a number and a time, and, if the customer likes, what it is about', async () => {
    const form = await deskFor().desk.form('callback')
    expect(form.kind).to.equal('question')
    expect(form.shown(draft).map(({ name, required }) => [name, required])).to.deep.equal([['phone', true], ['when', false], ['story', false]])
    expect((await form.problems({ kind: 'question' })).map(({ field, code }) => [field, code])).to.deep.equal([['phone', 'required']])
    expect((await form.problems({ kind: 'question', contact: { phone: 'soon' } })).map(({ code }) => code)).to.deep.equal(['phone'])
  })

  it('leaves as a question to the rung that was asked, with number and time as the way to answer', async () => {
    const { desk, taken } = deskFor()
    const form = await desk.form('callback')
    const { receipt } = await desk.submit(form.outgoing(draft))
    await receipt
    const { kind, form: name, contact, answers, story } = taken[0]!
    expect({ kind, name, contact, answers, story }).to.deep.equal({
      kind: 'question', name: 'callback', contact: { phone: '+49 30 1234', channel: 'phone', when: 'after six' }, answers: { rung: 'lead' }, story: 'About the lamp.',
    })
  })

  it('may be given other words and keeps its fields, or be a form of the owner’s own', async () => {
    const worded = await deskFor({ forms: [{ id: 'callback', title: 'We call' }] }).desk.form('callback')
    expect([worded.title, worded.fields.map(({ name }) => name)]).to.deep.equal(['We call', ['phone', 'when', 'story', 'rung']])
    const own = await deskFor({ forms: [{ id: 'callback', fields: ['phone'] }] }).desk.form('callback')
    expect(own.fields.map(({ name }) => name)).to.deep.equal(['phone'])
  })
})
