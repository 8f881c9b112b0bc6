import { expect } from '@open-wc/testing'
import { covers, grown, overlap, without, type Box } from '../../../src/page/capture/box.ts'

const box = (left: number, top: number, right: number, bottom: number): Box => ({ left, top, right, bottom })
const area = (boxes: readonly Box[]) => boxes.reduce((sum, { left, top, right, bottom }) => sum + (right - left) * (bottom - top), 0)

describe('Boxes', () => {
  it('have in common what both cover', () => {
    expect(overlap(box(0, 0, 10, 10), box(5, 5, 20, 20))).to.deep.equal(box(5, 5, 10, 10))
    expect(overlap(box(0, 0, 10, 10), box(10, 0, 20, 10))).to.equal(undefined)
    expect(covers(grown(box(2, 2, 4, 4), 2), box(0, 0, 6, 6))).to.equal(true)
  })

  it('lose exactly what is taken out of them', () => {
    const whole = box(0, 0, 10, 10)
    for (const hole of [box(3, 3, 6, 6), box(-5, -5, 5, 5), box(8, 0, 20, 10), box(20, 20, 30, 30), box(-1, -1, 11, 11)]) {
      const left = without(whole, hole)
      const taken = overlap(whole, hole)
      expect(area(left)).to.equal(100 - (taken ? area([taken]) : 0))
      expect(left.some(part => overlap(part, hole))).to.equal(false)
    }
  })
})
