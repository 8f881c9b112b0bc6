import { expect } from '@open-wc/testing'
import { retryAfter } from '../../../src/core/transports/retry-after.ts'

const now = Date.UTC(2026, 10, 21, 10)
const date = (ms: number) => new Date(ms).toUTCString()

describe('retryAfter', () => {
  it('reads seconds', () => expect(retryAfter('120', null, now)).to.equal(120_000))

  it('reads a date against the answer’s own date, not the customer’s clock', () => {
    expect(retryAfter(date(now + 90_000), date(now), now - 1e10)).to.equal(90_000)
    expect(retryAfter(date(now + 90_000), null, now)).to.equal(90_000)
    expect(retryAfter(date(now + 90_000), 'nonsense', now)).to.equal(90_000)
  })

  it('holds between 1 s and 24 h', () => {
    expect(retryAfter(date(now + 86_400_000 * 3), date(now), now)).to.equal(86_400_000)
    expect(retryAfter('100000', null, now)).to.equal(86_400_000)
  })

  for (const garbage of [null, '', ' ', '-5', '0', '1e3', '1.5', 'soon', 'Tue', '999999999999', '12abc', 'May 2026 maybe', 'NaN', date(now - 1), date(0)])
    it(`takes ${JSON.stringify(garbage)} for nothing`, () => expect(retryAfter(garbage, date(now), now)).to.equal(undefined))
})
