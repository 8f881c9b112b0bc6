import { expect } from '@open-wc/testing'
import { detectors } from '../../../src/page/signals/detectors.ts'
import { ordinary } from './ordinary.ts'
import { replay } from './replay.ts'
import { trouble } from './trouble.ts'

// False alarms cost trust: none is allowed. Of real trouble so much must be seen.
const leastRecall = 0.9

describe('Signs of trouble', () => {
  let alarms = 0
  let seen = 0
  let strange = 0

  for (const { what, ...recording } of ordinary) {
    it(`are not seen where there is none: ${what}`, async () => {
      const told = (await replay({ ...recording, what } as never)).map(({ type }) => type)
      alarms += told.length
      expect(told).to.deep.equal([])
    })
  }

  for (const recording of trouble) {
    it(`are seen where there is trouble: ${recording.what}`, async () => {
      const told = (await replay(recording)).map(({ type }) => type)
      const [first] = recording.signs
      if (told.includes(first!)) seen++
      strange += told.filter(type => !recording.signs.includes(type)).length
      expect(told).to.deep.equal(recording.signs)
    })
  }

  it('raise no false alarm, and miss less than one trouble in ten', () => {
    const precision = seen / (seen + alarms + strange)
    const recall = seen / trouble.length
    console.log(`Signals: ${ordinary.length} ordinary recordings, ${alarms} false alarms; ${trouble.length} recordings of trouble, ${seen} seen, ${strange} taken for another. Precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}.`)
    expect(precision).to.equal(1)
    expect(recall).to.be.at.least(leastRecall)
  })

  it('are in the recordings, each at least twice', () => {
    for (const { type } of detectors) expect(trouble.filter(({ signs }) => signs.includes(type)).length, type).to.be.at.least(2)
    expect(trouble.length).to.be.at.least(25)
  })

  it('are not looked for where they are switched off', async () => {
    for (const recording of trouble) expect(await replay(recording, recording.signs)).to.deep.equal([])
  })
})
