import { expect } from '@open-wc/testing'
import { pack, unpack, type PlainIndex } from '../../../src/core/articles/packed-index.ts'

const plain: PlainIndex = {
  documentCount: 40, nextId: 40, dirtCount: 0, serializationVersion: 2, storedFields: {},
  documentIds: Object.fromEntries(Array.from({ length: 40 }, (_, id) => [id, id])),
  fieldIds: { title: 0, body: 1 },
  fieldLength: Object.fromEntries(Array.from({ length: 40 }, (_, id) => [id, [2, id]])),
  averageFieldLength: [2, 19.5],
  index: [
    ['constructor', { 1: { 39: 26 } }],
    ['return', { 0: { 0: 1, 1: 1, 38: 2 }, 1: { 5: 7 } }],
    ['returns', { 1: { 0: 3 } }],
    ['返品', { 0: { 20: 1 } }],
    ['𠮷野', { 0: { 21: 1 } }],
    ['𠮷', { 0: { 21: 1 } }],
  ],
}

describe('a packed index', () => {
  it('unpacks to what was packed, also through JSON', () => {
    const back = unpack(JSON.parse(JSON.stringify(pack(plain))))
    const byTerm = (index: PlainIndex['index']) => [...index].sort(([a], [b]) => (a < b ? -1 : 1))
    expect({ ...back, index: byTerm(back.index) }).to.deep.equal({ ...plain, index: byTerm(plain.index) })
  })

  it('is less than half as long', () => {
    expect(JSON.stringify(pack(plain)).length).to.be.lessThan(JSON.stringify(plain).length / 2)
  })

  it('counts no word more than 26 times', () => {
    const often = unpack(pack({ ...plain, index: [['the', { 1: { 3: 4000 } }]] }))
    expect(often.index).to.deep.equal([['the', { 1: { 3: 26 } }]])
  })

  it('refuses what is not packed like this', () => {
    for (const broken of [{}, { fields: [], lengths: 'x' }, { fields: ['title'], lengths: [1], averages: [1], terms: 4, postings: 4 }]) {
      expect(() => unpack(broken as never)).to.throw()
    }
  })
})
