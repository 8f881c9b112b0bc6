import { expect } from '@open-wc/testing'
import { formOf } from '../../../src/core/forms/form-of.ts'
import type { Draft } from '../../../src/core/issue/draft.ts'
import { formWith } from './form-fixtures.ts'

const departments: Record<string, string> = { delivery: 'Logistics', web: 'IT' }
const options = { locale: 'en', audienceOf: (topic: string) => departments[topic] }
const config = { topics: Object.entries(departments).map(([id, audience]) => ({ id, label: id, audience })) }
const names = (fields: readonly { name: string }[]) => fields.map(({ name }) => name)

describe('what a form says of a draft', () => {
  const form = formOf('problem', undefined, options)
  const field = (name: string) => form.fields.find(each => each.name === name)!
  const places: [name: string, value: unknown, patch: Partial<Draft>][] = [
    ['story', 'It broke', { story: 'It broke' }],
    ['outcome', 'A new one', { outcome: 'A new one' }],
    ['detail', 'The lid', { answers: { other: 1, detail: 'The lid' } }],
    ['contact', 'a@b.c', { contact: { name: 'Ada', email: 'a@b.c' } }],
    ['element', { selector: '#a' }, { subject: { url: 'https://shop.example/', element: { selector: '#a' } } }],
    ['observations', [{ text: 'Hm' }], { observations: [{ text: 'Hm' }] }],
  ]
  const before: Draft = { kind: 'problem', answers: { other: 1 }, contact: { name: 'Ada' }, subject: { url: 'https://shop.example/' } }
  for (const [name, value, patch] of places) {
    it(`"${name}" has its place, and leaves its neighbours alone`, () => {
      expect(form.value(field(name), before)).to.equal(undefined)
      expect(form.patch(field(name), before, value)).to.deep.equal(patch)
      expect(form.value(field(name), { ...before, ...form.patch(field(name), before, value) })).to.deep.equal(value)
    })
  }

  it('a file belongs to the field it was given to', () => {
    const file = (id: string, of: string) => ({ id, name: id, type: 'image/png', size: 1, field: of, bytes: new ArrayBuffer(1) })
    const draft: Draft = { kind: 'problem', attachments: [file('a', 'screenshot'), file('b', 'files')] }
    expect(form.value(field('files'), draft)).to.deep.equal([file('b', 'files')])
    expect(form.patch(field('files'), draft, undefined)).to.deep.equal({ attachments: [file('a', 'screenshot')] })
  })

  it('an old draft of another shape says nothing', () => {
    const odd = { kind: 'problem', story: 5, observations: 'x', contact: { email: {} }, answers: { detail: [] } } as unknown as Draft
    for (const name of ['story', 'observations', 'contact', 'detail']) expect(form.value(field(name), odd), name).to.equal(undefined)
  })
})

describe('what a form sends', () => {
  it('is the draft with its kind, its name, its topic and its department', async () => {
    const form = await formWith(['story'], { kind: 'question', topic: 'delivery' }, config)
    expect(form.audience).to.equal('Logistics')
    expect(form.outgoing({ kind: 'problem', story: 'Where is it?' })).to.deep.equal({ kind: 'question', form: 'own', story: 'Where is it?', topic: 'delivery', audience: 'Logistics' })
  })

  it('goes where the owner says, before where its topic does', async () => {
    const form = await formWith(['story'], { topic: 'delivery', audience: 'The boss' }, config)
    expect(form.outgoing({ kind: 'problem' })).to.include({ topic: 'delivery', audience: 'The boss' })
    expect(form.outgoing({ kind: 'problem', topic: 'web' })).to.include({ topic: 'web', audience: 'IT' })
    expect(form.outgoing({ kind: 'problem', audience: 'Ada' })).to.include({ topic: 'delivery', audience: 'Ada' })
  })

  it('has every remark under its own department, and no empty one', () => {
    const form = formOf('problem', undefined, options)
    const observations = [{ text: 'Late', topic: 'delivery' }, { text: ' ', topic: 'web' }, { text: 'Ugly' }, { text: 'Slow', topic: 'web', audience: 'Ada' }, { text: 'Odd', topic: 'nobody' }]
    expect(form.outgoing({ kind: 'problem', observations }).observations).to.deep.equal([
      { text: 'Late', topic: 'delivery', audience: 'Logistics' }, { text: 'Ugly' }, { text: 'Slow', topic: 'web', audience: 'Ada' }, { text: 'Odd', topic: 'nobody' },
    ])
    expect(form.outgoing({ kind: 'problem', observations: [{ text: '' }] })).not.to.have.property('observations')
  })

  it('leaves out what was answered before its field went away', async () => {
    const form = await formWith([
      { type: 'choice', name: 'way', options: ['post', 'shop'] },
      { type: 'text', name: 'street', showIf: { field: 'way', is: 'post' } },
      { type: 'text', name: 'door', showIf: { field: 'street', answered: true } },
      { type: 'email', showIf: { field: 'way', is: 'post' } },
      { type: 'text', name: 'outcome', showIf: { field: 'way', is: 'post' } },
    ])
    const draft = (way: string): Draft => ({ kind: 'problem', outcome: 'x', contact: { email: ' a@b.c ', name: 'Ada' }, answers: { way, street: 'Main', door: '3', order: '4711' } })
    expect(names(form.shown(draft('post')))).to.deep.equal(['way', 'street', 'door', 'contact', 'outcome'])
    expect(names(form.shown(draft('shop')))).to.deep.equal(['way'])
    expect(form.outgoing(draft('post'))).to.deep.equal({ kind: 'problem', form: 'own', outcome: 'x', contact: { email: 'a@b.c', name: 'Ada' }, answers: { way: 'post', street: 'Main', door: '3', order: '4711' } })
    expect(form.outgoing(draft('shop'))).to.deep.equal({ kind: 'problem', form: 'own', contact: { name: 'Ada' }, answers: { way: 'shop', order: '4711' } })
  })

  it('has no empty answers', async () => {
    const form = await formWith(['story', 'contact', 'element', { type: 'text', name: 'a' }, { type: 'choices', name: 'b', options: ['x'] }, { type: 'number', name: 'c' }, { type: 'consent', name: 'd' }])
    expect(form.outgoing({ kind: 'problem', story: 'x', contact: { email: '  ' }, answers: { a: ' ', b: [], c: 0, d: false } })).to.deep.equal({ kind: 'problem', form: 'own', story: 'x', answers: { c: 0, d: false } })
    expect(form.outgoing({ kind: 'problem', answers: { a: '' }, attachments: [] })).to.deep.equal({ kind: 'problem', form: 'own' })
  })

  it('carries hidden fields that nobody sees', async () => {
    const form = await formWith(['story', { type: 'hidden', name: 'campaign', value: 'spring' }, { type: 'hidden', name: 'count', value: 0 }, { type: 'hidden', name: 'never', value: 'x', showIf: { field: 'story', is: 'magic' } }])
    expect(names(form.shown({ kind: 'problem' }))).to.deep.equal(['story'])
    expect(form.outgoing({ kind: 'problem', story: 'x' }).answers).to.deep.equal({ campaign: 'spring', count: 0 })
    expect(form.outgoing({ kind: 'problem', story: 'x', answers: { campaign: 'autumn' } }).answers).to.deep.equal({ campaign: 'autumn', count: 0 })
  })
})
