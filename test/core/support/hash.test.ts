import { expect } from '@open-wc/testing'
import { hash } from '../../../src/core/support/hash.ts'

describe('hash', () => {
  it('is the same for the same text, for ever: records kept by an older build must still fit', () => {
    expect(hash('')).to.equal('bdcb81aee8d83')
    expect(hash('The kettle whistles at night')).to.equal(hash(['The kettle whistles', 'at night'].join(' ')))
  })

  it('tells any one changed code unit, lone surrogates included', () => {
    const text = '{"story":"caf\u00e9 \ud83d\udc1f"}'
    const seen = new Set([hash(text)])
    for (let i = 0; i < text.length; i++) {
      for (const unit of ['\u0000', 'x', '\ud800', '\uffff']) seen.add(hash(text.slice(0, i) + unit + text.slice(i + 1)))
    }
    expect(seen.size).to.equal(1 + 4 * text.length)
  })
})
