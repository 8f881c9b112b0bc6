import { expect } from '@open-wc/testing'
import { fromHex } from '../../../src/core/support/from-hex.ts'
import { hex } from '../../../src/core/support/hex.ts'

describe('hexadecimal digits', () => {
  it('become the bytes they were made of, in either case', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte)
    expect([...fromHex(hex(bytes))!]).to.deep.equal([...bytes])
    expect([...fromHex('00fFA9')!]).to.deep.equal([0, 255, 169])
  })

  it('are nothing where half a byte, another letter or nothing stands', () => {
    expect(['', 'abc', 'zz', '0x10', 'ab cd', 'ab\n'].map(fromHex)).to.deep.equal(Array(6).fill(undefined))
  })
})
