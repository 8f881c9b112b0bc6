import { expect } from '@open-wc/testing'
import { timeToSend } from '../../../src/core/support/time-to-send.ts'

describe('the time to send something', () => {
  it('is that of a small exchange, and a second more for each 16 kB', () => {
    expect([0, 15_999, 16_000, 5_000_000].map(bytes => timeToSend(30_000, bytes))).to.deep.equal([30_000, 30_000, 31_000, 342_000])
  })
})
