import { expect } from '@open-wc/testing'
import { verdict } from '../../../src/core/transports/verdict.ts'

describe('verdict', () => {
  for (const status of [400, 402, 406, 411, 413, 414, 415, 416, 422, 431, 451])
    it(`${status} means never: the issue itself is refused`, () => expect(verdict(status).retry).to.equal('never'))

  for (const status of [302, 304, 401, 403, 404, 405, 407, 408, 409, 410, 423, 425, 429, 500, 501, 502, 503, 504, 511, 520, 521, 522, 527])
    it(`${status} means later`, () => expect(verdict(status).retry).to.equal('later'))

  it('names what the customer can do something about', () => {
    expect([401, 404, 409, 413, 422, 429, 500].map(status => verdict(status).code)).to.deep.equal([
      'transport/unauthorized', 'transport/not-found', 'transport/in-progress', 'transport/too-large',
      'transport/refused', 'transport/busy', 'transport/failed',
    ])
  })
})
