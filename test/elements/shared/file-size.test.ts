import { expect } from '@open-wc/testing'
import { fileSize } from '../../../src/elements/shared/file-size.ts'

describe('The size of a file', () => {
  it('is said in the unit that fits, in the customer’s language', () => {
    expect([0, 999, 1_000, 48_200, 999_499, 999_500, 1_440_000].map(bytes => fileSize(bytes, 'en'))).to.deep.equal([
      '0 bytes', '999 bytes', '1 kB', '48 kB', '999 kB', '1 MB', '1.4 MB',
    ])
    expect(fileSize(1_440_000, 'de').replace(/\s/g, ' ')).to.equal('1,4 MB')
  })
})
