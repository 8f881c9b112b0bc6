import { expect } from '@open-wc/testing'
import { contrast, hexOf, over, readColour, toOklch, type Rgb } from '../../../../src/elements/shared/looks/colour.ts'
import { forShapes, forText, leastContrast, readableInk, standsOut, textOn, type Grounds } from '../../../../src/elements/shared/looks/readable.ts'

const rgb = (hex: string): Rgb => [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16) / 255) as unknown as Rgb

/** Always the same numbers, so that what fails once fails again. */
function dice(seed: number) {
  return () => {
    seed = (Math.imul(seed ^ (seed >>> 15), 1 | seed) + 0x6d2b79f5) | 0
    return ((seed ^ (seed >>> 14)) >>> 0) / 4294967296
  }
}

const light: Grounds = { canvas: rgb('#ffffff'), raised: rgb('#f5f4f0') }
const dark: Grounds = { canvas: rgb('#191b1c'), raised: rgb('#25282a') }

describe('The contrast of any accent', () => {
  const next = dice(7)
  const accents = Array.from({ length: 600 }, () => [next(), next(), next()].map(value => Math.round(value * 255) / 255) as unknown as Rgb)

  for (const [scheme, grounds] of Object.entries({ light, dark })) {
    it(`is enough for text, on the ground, on what is set apart and on its own tint, in the ${scheme}`, () => {
      for (const accent of accents) {
        const ink = readableInk(accent, grounds)
        const least = Math.min(contrast(ink, grounds.canvas), contrast(ink, grounds.raised), contrast(ink, over(ink, 0.12, grounds.canvas)))
        expect(least, `${hexOf(accent)} became ${hexOf(ink)}`).to.be.at.least(4.5)
      }
    })

    it(`is enough for the text on it, and it, or the edge it gets, can be told from the ground, in the ${scheme}`, () => {
      for (const accent of accents) {
        expect(contrast(textOn(accent, rgb('#ffffff')), accent), hexOf(accent)).to.be.at.least(forText)
        const edge = standsOut(accent, grounds.canvas) ? accent : readableInk(accent, grounds)
        expect(contrast(edge, grounds.canvas), hexOf(accent)).to.be.at.least(forShapes)
      }
    })
  }

  it('stays as it was asked for where that can be read, and otherwise keeps its hue', () => {
    const hueOf = (colour: Rgb) => toOklch(colour)[2]
    for (const accent of accents) {
      const ink = readableInk(accent, light)
      if (leastContrast(accent, light) >= forText) expect(hexOf(ink)).to.equal(hexOf(accent))
      // Grey has no hue to keep, and eight bits turn a faint one.
      else if (toOklch(ink)[1] > 0.04) expect(Math.abs(Math.sin((hueOf(ink) - hueOf(accent)) / 2)), `${hexOf(accent)} became ${hexOf(ink)}`).to.be.below(0.06)
    }
  })

  it('changes as little as is needed: a shade less would not be enough', () => {
    const yellow = rgb('#ffd400')
    const ink = readableInk(yellow, light)
    expect(leastContrast(ink, light)).to.be.within(4.5, 4.75)
    expect(toOklch(ink)[0]).to.be.below(toOklch(yellow)[0])
    expect(toOklch(readableInk(rgb('#0d5c52'), dark))[0]).to.be.above(toOklch(rgb('#0d5c52'))[0])
  })

  it('is as good as it gets on a ground in the middle, where hardly anything can be read', () => {
    const middle = { canvas: rgb('#808080'), raised: rgb('#6a6a6a') }
    expect(hexOf(readableInk(rgb('#7a7a7a'), middle))).to.equal('#000000')
  })
})

describe('The text on an accent', () => {
  it('is the one that was wished for where it can be read, else white, else near black', () => {
    expect(hexOf(textOn(rgb('#0d5c52'), rgb('#fffbe8')))).to.equal('#fffbe8')
    expect(hexOf(textOn(rgb('#0d5c52'), rgb('#224422')))).to.equal('#ffffff')
    expect(hexOf(textOn(rgb('#ffd400'), rgb('#ffffff')))).to.equal('#111111')
  })
})

describe('Contrast', () => {
  it('is what WCAG says of pairs that everybody knows', () => {
    expect(contrast(rgb('#000000'), rgb('#ffffff'))).to.be.closeTo(21, 0.001)
    expect(contrast(rgb('#767676'), rgb('#ffffff'))).to.be.closeTo(4.54, 0.005)
    expect(contrast(rgb('#ff0000'), rgb('#ffffff'))).to.be.closeTo(3.998, 0.005)
  })
})

describe('A computed colour', () => {
  it('is read in every way engines write it', () => {
    for (const text of ['rgb(255, 0, 51)', 'rgba(255, 0, 51, 1)', 'color(srgb 1 0 0.2)', 'color(srgb 1 none .2)']) {
      const found = readColour(text)
      expect([found && hexOf(found.colour), found?.alpha], text).to.deep.equal(['#ff0033', 1])
    }
    expect(readColour('color(srgb 1 0 1e-7 / 0.5)')?.alpha).to.equal(0.5)
    expect(readColour('color(srgb 1.2 -0.1 0)')?.colour).to.deep.equal([1, 0, 0])
    expect(readColour('bananas')).to.equal(undefined)
    expect(readColour('')).to.equal(undefined)
  })
})
