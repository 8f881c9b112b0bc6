import { expect } from '@open-wc/testing'
import { formOf, type FormOptions } from '../../../src/core/forms/form-of.ts'

const options: FormOptions = { locale: 'en', audienceOf: () => undefined }
const names = (id: string, more: Partial<FormOptions> = {}) => formOf(id, undefined, { ...options, ...more }).fields.map(({ name, required }) => (required ? `${name}*` : name))

describe('the built-in forms', () => {
  const expected: [id: string, kind: string, fields: string][] = [
    ['problem', 'problem', 'story* detail outcome element screenshot files observations contact'],
    ['question', 'question', 'story* screenshot files contact'],
    ['idea', 'idea', 'story* screenshot files observations contact'],
    ['praise', 'praise', 'story* person observations contact'],
    ['rating', 'rating', 'rating* story contact'],
    ['page', 'problem', 'about story* element screenshot contact'],
  ]
  for (const [id, kind, fields] of expected) {
    it(`"${id}" asks, in this order: ${fields}`, () => {
      const form = formOf(id, undefined, options)
      expect([form.id, form.kind, names(id).join(' ')]).to.deep.equal([id, kind, fields])
      expect(form.steps).to.deep.equal([{ fields: form.fields.map(({ name }) => name) }])
      expect(form.initial).to.deep.equal({})
    })
  }

  it('a name nobody knows is a problem, also one that every object has', () => {
    for (const id of ['refund', 'constructor', '__proto__', '']) {
      expect(formOf(id, undefined, options)).to.include({ id, kind: 'problem' })
      expect(names(id)).to.deep.equal(names('problem'))
    }
  })

  it('leave out what the owner switched off', () => {
    expect(names('problem', { off: ['element', 'screenshot', 'file'] })).to.deep.equal(['story*', 'detail', 'outcome', 'observations', 'contact'])
  })

  it('offer the people there are as those to thank', () => {
    const { fields } = formOf('praise', undefined, { ...options, people: ['Ada', 'Grace'] })
    expect(fields.find(({ name }) => name === 'person')?.options).to.deep.equal([{ value: 'Ada', label: 'Ada' }, { value: 'Grace', label: 'Grace' }])
  })

  it('keep what they ask within what an issue can carry', () => {
    const lengths = Object.fromEntries(formOf('problem', undefined, options).fields.map(({ name, maxLength }) => [name, maxLength]))
    expect(lengths).to.include({ story: 10_000, outcome: 2_000, detail: 2_000, contact: undefined })
  })
})
