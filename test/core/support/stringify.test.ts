import { expect } from '@open-wc/testing'
import { stringify } from '../../../src/core/support/stringify.ts'

const samples: unknown[] = [
  null, 'a', '\ud800 \u2028 " \\', 0, -0, 1e21, NaN, true, [], {}, [undefined, () => {}, null], { a: undefined, b: () => {}, c: [] },
  { 2: 'b', 1: 'a', z: { __proto__: null, y: [[{}]] } }, JSON.parse('{"__proto__":{"polluted":1}}'), undefined,
]

describe('stringify', () => {
  it('writes what JSON.stringify writes', () => {
    for (const sample of samples) expect(stringify(sample)).to.equal(JSON.stringify(sample))
  })

  it('gives the same characters again for what was parsed from them', () => {
    for (const sample of samples.slice(0, -1)) expect(stringify(JSON.parse(stringify(sample)))).to.equal(stringify(sample))
  })

  it('does not listen to a toJSON that the page put on a prototype', () => {
    const prototypes = [Object.prototype, Array.prototype, String.prototype, Number.prototype] as unknown as Record<string, unknown>[]
    const sample = { list: [1, 'two', { three: [] }] }
    const expected = JSON.stringify(sample)
    let written: string
    for (const prototype of prototypes) Object.defineProperty(prototype, 'toJSON', { configurable: true, value: () => 'patched' })
    try {
      written = stringify(sample)
    } finally {
      for (const prototype of prototypes) delete prototype.toJSON
    }
    expect(written).to.equal(expected)
  })
})
