import { expect } from '@open-wc/testing'
import { summarize } from '../../../src/core/issue/summarize.ts'

describe('summarize', () => {
  const sentences: [text: string, summary: string][] = [
    ['It broke. And more.', 'It broke.'],
    ['  Does 1.5 l fit? I hope so', 'Does 1.5 l fit?'],
    ['no full stop', 'no full stop'],
    ['first line\nsecond line', 'first line'],
    ['届きません。昨日から', '届きません。'],
    ['What?! Really', 'What?!'],
    ['', ''],
    ['\n\n', ''],
  ]
  for (const [text, summary] of sentences) {
    it(`makes ${JSON.stringify(summary)} of ${JSON.stringify(text)}`, () => expect(summarize(text, 140)).to.equal(summary))
  }

  it('cuts a long sentence after a word', () => {
    expect(summarize('one two three four', 12)).to.equal('one two…')
  })

  it('never exceeds the length, never splits a pair, never loses the cut', () => {
    for (let shift = 0; shift < 4; shift++) {
      const summary = summarize('a'.repeat(shift) + '😀'.repeat(100), 20)
      expect(summary.length).to.be.at.most(20)
      expect(summary).to.match(/^a*(😀)+…$/u)
    }
  })
})
