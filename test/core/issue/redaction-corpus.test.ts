import { expect } from '@open-wc/testing'
import { known, precisionOf, recallOf, report, total, unseen } from './redaction-corpus/measure.ts'

const corpora = { 'known to who wrote the table': known(), 'held out': unseen() }

describe('what redaction finds', () => {
  it('is measured on several hundred texts that hold something, and as many that do not', () => {
    const all = Object.values(corpora)
    expect(all.reduce((sum, each) => sum + total(each).marked, 0)).to.be.at.least(400)
    expect(all.reduce((sum, each) => sum + each.nearMisses, 0)).to.be.at.least(400)
    expect(total(corpora['held out']).marked).to.be.at.least(100)
  })

  for (const [name, measured] of Object.entries(corpora)) {
    it(`is nearly all there is, and hardly anything else, in texts ${name}`, () => {
      const text = report(name, measured)
      console.log(text)
      expect(recallOf(total(measured)), text).to.be.at.least(0.98)
      expect(precisionOf(total(measured)), text).to.be.at.least(0.98)
      expect(measured.untouched / measured.nearMisses, text).to.be.at.least(0.98)
    })

    for (const [kind, score] of measured.kinds) {
      it(`is most of every kind, ${kind} too, in texts ${name}`, () => {
        expect(recallOf(score)).to.be.at.least(0.9)
        expect(precisionOf(score)).to.be.at.least(0.9)
      })
    }
  }
})
