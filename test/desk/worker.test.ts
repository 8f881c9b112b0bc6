import { expect } from '@open-wc/testing'

describe('a desk in a Worker', () => {
  it('finds, keeps and sends without a page', async () => {
    const worker = new Worker(new URL('./desk-in-worker.ts', import.meta.url), { type: 'module' })
    const told = await new Promise<unknown>((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data)
      worker.onerror = event => reject(new Error(event.message))
    })
    worker.terminate()
    expect(told).to.deep.equal({ page: false, found: ['a'], reference: 'E-1', story: 'No window in here' })
  })
})
