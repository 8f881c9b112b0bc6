import { expect } from '@open-wc/testing'
import { spotFor, type Box } from '../../../../src/elements/help/mark/spot-for.ts'

const box = (left: number, top: number, right: number, bottom: number): Box => ({ left, top, right, bottom })
const field = box(20, 100, 220, 140)
const scene = { box: field, line: box(20, 70, 90, 94), bounds: box(0, -1000, 320, Infinity), taken: [], rtl: false, size: 24 }

describe('Where a mark goes', () => {
  it('goes behind the words of the label', () => {
    expect(spotFor(scene)).to.deep.equal({ x: 94, y: 70 })
  })

  it('goes behind the field where there are no words', () => {
    expect(spotFor({ ...scene, line: undefined })).to.deep.equal({ x: 224, y: 108 })
  })

  it('goes above the end of a field that reaches to the edge, and below where words are above', () => {
    const wide = { ...scene, line: undefined, box: box(20, 100, 310, 140) }
    expect(spotFor(wide)).to.deep.equal({ x: 286, y: 76 })
    expect(spotFor({ ...wide, taken: [box(20, 70, 310, 94)] })).to.deep.equal({ x: 286, y: 140 })
  })

  it('lies over no words: the next place is taken', () => {
    expect(spotFor({ ...scene, taken: [box(92, 70, 200, 94)] })).to.deep.equal({ x: 224, y: 108 })
  })

  it('sits on the corner where all is taken, inside of what can be seen', () => {
    expect(spotFor({ ...scene, taken: [box(-500, -500, 900, 900)] })).to.deep.equal({ x: 208, y: 88 })
    expect(spotFor({ ...scene, box: box(20, 100, 320, 140), taken: [box(-500, -500, 900, 900)] })).to.deep.equal({ x: 296, y: 88 })
  })

  it('is the other way round where one reads from right to left', () => {
    const rtl = { ...scene, rtl: true, box: box(100, 100, 300, 140), line: box(230, 70, 300, 94) }
    expect(spotFor(rtl)).to.deep.equal({ x: 202, y: 70 })
    expect(spotFor({ ...rtl, line: undefined })).to.deep.equal({ x: 72, y: 108 })
  })

  it('stays at the upper end of something high', () => {
    expect(spotFor({ ...scene, line: undefined, box: box(20, 100, 220, 900) })).to.deep.equal({ x: 224, y: 112 })
  })
})
