import { expect } from '@open-wc/testing'
import { longStretches } from '../../../src/core/issue/long-stretches.ts'
import { blankOut, stretches } from '../../../src/core/issue/stretches.ts'

const rest = () => Promise.resolve()
const things = ['bob@example.com', '4111 1111 1111 1111', 'DE89 3704 0044 0532 0130 00', '+49 (0) 30 / 90 18 20', `-----BEGIN PRIVATE KEY-----\n${'MIIEvQIBADANBgkqh '.repeat(150)}\n-----END PRIVATE KEY-----`]

describe('longStretches', () => {
  it('finds what lies where two pieces meet, whole', async () => {
    for (const thing of things) {
      for (const length of [5_950, 5_990, 5_999, 6_000, 6_001, 9_990, 9_999, 10_000, 12_000, 11_990]) {
        const text = `${'word 😀 '.repeat(length / 8).padEnd(length, '.')} ${thing} ${'and so on '.repeat(1_000)}`
        const found = await longStretches(text, {}, rest)
        expect(found.map(each => each.text), `${length} ${thing.slice(0, 20)}`).to.deep.equal([thing])
        expect(text.slice(found[0]!.start, found[0]!.end)).to.equal(thing)
      }
    }
  })

  it('finds in pieces what is found in one', async () => {
    const text = 'I am bob@example.com, card 4111 1111 1111 1111, order 12345678, call 0171 2345678. '.repeat(700)
    expect(await longStretches(text, {}, rest)).to.deep.equal(stretches(text))
  })

  it('leaves nothing of what is longer than a piece', async () => {
    expect(blankOut('', await longStretches('', {}, rest))).to.equal('')
    const hex = 'af'.repeat(20_000)
    const found = await longStretches(`x ${hex} y`, {}, rest)
    expect(blankOut(`x ${hex} y`, found)).to.match(/^x (\[hex\])+ y$/)
  })

  it('rests between pieces, so that a page stays awake', async () => {
    let rests = 0
    await longStretches('x '.repeat(50_000), {}, async () => void rests++)
    expect(rests).to.be.above(8)
  })
})
