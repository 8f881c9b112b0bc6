import { expect } from '@open-wc/testing'
import { packTerms, unpackTerms } from '../../../../src/core/articles/search/front-coding.ts'
import { packPostings, unpackPostings } from '../../../../src/core/articles/search/postings.ts'

describe('postings as text', () => {
  const lists = [
    { documents: [], levels: [], count: 0 },
    { documents: [0], levels: [1], count: 1 },
    { documents: [0, 1, 2, 38, 99_999], levels: [26, 1, 13, 2, 25], count: 5 },
    { documents: [7, 9], levels: [3, 4], count: 4000 },
  ]

  it('unpack to what was packed', () => {
    for (const list of lists) expect(unpackPostings(packPostings(list), 100_000)).to.deep.equal(list)
  })

  it('leave out what lies beyond the documents there are', () => {
    expect(unpackPostings(packPostings({ documents: [1, 5], levels: [2, 2], count: 2 }), 3)).to.deep.equal({ documents: [1], levels: [2], count: 1 })
  })

  it('are few or none in what is no list, and never endless', () => {
    for (const broken of ['', '!!!', 'zzzzzzzzzzzzzzzzA', '{"a":1}', '🙃', 'A'.repeat(1000)]) {
      expect(unpackPostings(broken, 10).documents.length, broken).to.be.lessThan(11)
    }
  })
})

describe('terms as text', () => {
  it('unpack to what was packed, whatever they are called', () => {
    const terms = ['__proto__', 'constructor', 'return', 'returns', 'x'.repeat(40), `${'x'.repeat(40)}y`, '𠮷', '𠮷野', '返品'].sort()
    expect(unpackTerms(packTerms(terms))).to.deep.equal(terms)
    expect(unpackTerms(packTerms([]))).to.deep.equal([])
  })
})
