import { expect } from '@open-wc/testing'
import { checksum } from '../../../src/page/files/checksum.ts'

const bytes = (text: string) => new TextEncoder().encode(text).buffer

// FIPS 180-2, appendix B, and the empty message.
const known: [string, string][] = [
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ['abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1'],
]

describe('the checksum of a file', () => {
  for (const [text, sum] of known)
    it(`is SHA-256, with the platform's digests and without them: "${text.slice(0, 12)}"`, async () => {
      expect(await checksum(bytes(text))).to.equal(sum)
      expect(await checksum(bytes(text), null)).to.equal(sum)
    })

  it('is the same for a file of megabytes either way', async () => {
    const large = new Uint8Array(3_000_001).map((_, i) => i * 7).buffer
    expect(await checksum(large, null)).to.equal(await checksum(large))
  })
})
