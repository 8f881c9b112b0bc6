import { expect } from '@open-wc/testing'
import { closeTo } from '../../../../src/core/articles/search/closeness.ts'

/** The plain way: optimal string alignment by its table. */
function table(word: string, term: string): number[] {
  const rows = Array.from({ length: word.length + 1 }, (_, i) => Array.from({ length: term.length + 1 }, (_, j) => (i && j ? 0 : i + j)))
  for (let i = 1; i <= word.length; i++) {
    for (let j = 1; j <= term.length; j++) {
      const [here, above] = [rows[i]!, rows[i - 1]!]
      here[j] = Math.min(above[j]! + 1, here[j - 1]! + 1, above[j - 1]! + Number(word[i - 1] !== term[j - 1]))
      if (i > 1 && j > 1 && word[i - 1] === term[j - 2] && word[i - 2] === term[j - 1]) here[j] = Math.min(here[j]!, rows[i - 2]![j - 2]! + 1)
    }
  }
  return rows[word.length]!
}

const found = (word: string, terms: string[], most: number) => {
  const told: [string, number, number][] = []
  closeTo(word, terms, 0, terms.length, most, (at, whole, begun) => void told.push([terms[at]!, whole, begun]))
  return told
}

describe('closeTo', () => {
  it('counts two letters that changed places as one slip, and so a letter too many, too few, or another one', () => {
    for (const slip of ['flikcer', 'flicer', 'flickker', 'flucker']) expect(found(slip, ['flicker'], 2), slip).to.deep.equal([['flicker', 1, 1]])
  })

  it('says how far the beginning of a longer term is', () => {
    expect(found('delivrey', ['delivery', 'deliveryman'], 2)).to.deep.equal([['delivery', 1, 1], ['deliveryman', 3, 1]])
  })

  it('counts as the plain way does, for any word of any script', () => {
    const letters = ['abc', 'абв', 'äöé', '返品方']
    const word = (seed: number) => Array.from({ length: 3 + (seed % 6) }, (_, at) => letters[seed % letters.length]!.charAt((seed * (at + 3) + at * at) % 3)).join('')
    for (let seed = 0; seed < 400; seed++) {
      const [one, other] = [word(seed), word(seed * 7 + 4)]
      const row = table(one, other)
      const [told] = found(one, [other], 2)
      if (Math.min(...row) > 2) expect(told, `${one} ${other}`).to.equal(undefined)
      else expect([Math.min(3, told![1]), told![2]], `${one} ${other}`).to.deep.equal([Math.min(3, row.at(-1)!), Math.min(...row)])
    }
  })

  it('leaves nothing behind for the next word, and takes one longer than a register', () => {
    const long = 'a'.repeat(40)
    expect(found(long, [long], 2).length).to.equal(1)
    expect(found('bbbb', ['aaaa', 'bbbb'], 1)).to.deep.equal([['bbbb', 0, 0]])
  })
})
