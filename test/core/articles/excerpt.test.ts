import { expect } from '@open-wc/testing'
import { excerpt } from '../../../src/core/articles/excerpt.ts'

const marked = (text: string, terms: string[], length?: number) => {
  const { text: shown, marks } = excerpt(text, terms, length)
  return marks.reduceRight((whole, { start, end }) => `${whole.slice(0, start)}[${whole.slice(start, end)}]${whole.slice(end)}`, shown)
}

const filler = 'Nothing of note is said in this sentence at all. '

describe('excerpt', () => {
  it('marks whole words, also those that only begin like what was asked for', () => {
    expect(marked('Refunds: your refund, not the prefund.', ['refund'])).to.equal('[Refunds]: your [refund], not the prefund.')
  })

  it('marks a word with diacritics for a query without', () => {
    expect(marked('Die Größe der Lampe', ['grosse', 'lamp'])).to.equal('Die [Größe] der [Lampe]')
  })

  it('marks all of a word in two parts that was asked for as one', () => {
    expect(marked('The Wi-Fi is off.', ['wifi'])).to.equal('The [Wi-Fi] is off.')
    expect(marked('An e-mail by mail', ['email', 'mail'])).to.equal('An [e-mail] by [mail]')
  })

  it('shows the place where most of the words are, from its sentence on', () => {
    const text = `A refund. ${filler.repeat(6)}Your refund comes by card. ${filler.repeat(6)}`
    expect(marked(text, ['refund', 'card'], 80)).to.match(/^… Your \[refund\] comes by \[card\]\. Nothing .*\S …$/)
  })

  it('begins at the beginning when nothing was found', () => {
    expect(marked(filler.repeat(10), ['lamp'], 60)).to.equal('Nothing of note is said in this sentence at all. Nothing of …')
  })

  it('joins the pairs of letters of Chinese into one mark', () => {
    expect(marked('关于返品方法的说明', ['返品', '品方', '方法'])).to.equal('关于[返品方法]的说明')
  })

  it('never gives more than it was asked for, and never cuts a word or a letter in two', () => {
    const texts = [filler.repeat(50), '🙃'.repeat(500), 'a'.repeat(1000), '返品方法'.repeat(300), `x${' '.repeat(900)}refund`]
    for (const text of texts) {
      const { text: shown, marks } = excerpt(text, ['refund', 'note', '返品'], 101)
      expect(shown.length).to.be.lessThan(106)
      expect(shown).not.to.match(/\p{Cs}/u)
      for (const { start, end } of marks) expect(end > start && end <= shown.length).to.equal(true)
    }
  })

  it('has nothing to show of nothing', () => {
    expect(excerpt('', ['a'])).to.deep.equal({ text: '', marks: [] })
  })
})
