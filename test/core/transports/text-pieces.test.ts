import { expect } from '@open-wc/testing'
import { textPieces } from '../../../src/core/transports/text-pieces.ts'

const bytesOf = (text: string) => new Blob([JSON.stringify(text)]).size - 2

describe('a text in pieces', () => {
  const texts: [string, string][] = [
    ['of nothing', ''], ['of letters', 'abcdefghij'.repeat(50)], ['of two bytes each', 'é'.repeat(300)], ['of three', '水'.repeat(300)],
    ['of two code units each', '🫖'.repeat(300)], ['that JSON escapes', '"\\\n\t\u0000\u001f'.repeat(60)], ['with halves of characters', '\ud83e\udeda\ud83e'.repeat(60)],
  ]
  for (const [what, text] of texts)
    it(`${what} is whole when they are joined, and each of them fits`, () => {
      const pieces = textPieces(text, 60, 100)
      expect(pieces.join('') === text).to.equal(true)
      for (const piece of pieces) expect([piece.length <= 60, bytesOf(piece) <= 100]).to.deep.equal([true, true])
    })

  it('is cut inside no character', () => {
    expect(textPieces('a🫖b', 2, 100)).to.deep.equal(['a', '🫖', 'b'])
  })
})
