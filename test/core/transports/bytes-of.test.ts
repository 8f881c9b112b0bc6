import { expect } from '@open-wc/testing'
import { bytesOf } from '../../../src/core/transports/bytes-of.ts'

describe('the length of a body that goes out', () => {
  it('is counted in bytes, whatever it is made of', () => {
    const form = new FormData()
    form.append('text', 'Größe')
    form.append('file', new Blob([new ArrayBuffer(1_000)]), 'a.bin')
    const bodies = ['Größe', new Blob(['Größe']), new TextEncoder().encode('Größe'), new ArrayBuffer(7), form]
    expect(bodies.map(bytesOf)).to.deep.equal([7, 7, 7, 7, 1_007])
  })

  it('is nothing where there is none, and where nobody knows it', () => {
    expect([undefined, new ReadableStream()].map(bytesOf)).to.deep.equal([0, 0])
  })
})
