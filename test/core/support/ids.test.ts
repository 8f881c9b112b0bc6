import { expect } from '@open-wc/testing'
import { createId } from '../../../src/core/support/ids.ts'

describe('createId', () => {
  it('gives a UUID of version 7 that begins with the time', () => {
    const id = createId(0x0193_5b2e_7c00, bytes => bytes.fill(0xff))
    expect(id).to.equal('01935b2e-7c00-7fff-bfff-ffffffffffff')
  })

  it('sorts later ids after earlier ones', () => {
    expect(createId(2_000) > createId(1_000)).to.equal(true)
  })

  it('survives a clock that is broken', () => {
    for (const time of [NaN, -1, Infinity]) expect(createId(time)).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
  })

  it('never gives the same id twice', () => {
    const ids = new Set(Array.from({ length: 10_000 }, () => createId(0)))
    expect(ids.size).to.equal(10_000)
  })
})
