import { expect } from '@open-wc/testing'
import { isSameWord } from '../../../src/core/articles/same-word.ts'

describe('two words', () => {
  it('are the same with an ending more or less', () => {
    expect(isSameWord('lamp', 'lamps')).to.equal(true)
    expect(isSameWord('lieferungen', 'lieferung')).to.equal(true)
  })

  it('are not the same by two letters, or by a beginning they share', () => {
    expect(isSameWord('in', 'invoice')).to.equal(false)
    expect(isSameWord('returns', 'returning')).to.equal(false)
    expect(isSameWord('in', 'in')).to.equal(true)
  })
})
