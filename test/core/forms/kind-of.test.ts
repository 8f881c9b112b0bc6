import { expect } from '@open-wc/testing'
import { kindOf } from '../../../src/core/forms/kind-of.ts'

describe('the kind of a form', () => {
  const cases: [id: string, forms: { id: string; kind?: unknown }[], kind: string][] = [
    ['idea', [], 'idea'],
    ['page', [], 'problem'],
    ['refund', [], 'problem'],
    ['refund', [{ id: 'refund', kind: 'question' }], 'question'],
    ['praise', [{ id: 'praise', kind: 'idea' }], 'idea'],
    ['praise', [{ id: 'praise' }], 'praise'],
    ['praise', [{ id: 'other', kind: 'idea' }], 'praise'],
    ['refund', [{ id: 'refund', kind: 'gap' }], 'problem'],
    ['refund', [{ id: 'refund', kind: 7 }], 'problem'],
    ['__proto__', [], 'problem'],
  ]
  for (const [id, forms, kind] of cases) {
    it(`of "${id}" declared as ${JSON.stringify(forms)} is "${kind}"`, () => {
      expect(kindOf(id, forms)).to.equal(kind)
    })
  }
})
