import { expect } from '@open-wc/testing'
import { buildEngine } from '../../../../src/core/articles/search-engine.ts'

describe('indexing in the page', () => {
  it('lets the page move in between', async () => {
    const words = Array.from({ length: 400 }, (_, at) => `word${at} ${Math.random().toString(36).slice(2)}`).join(' ')
    const documents = Array.from({ length: 600 }, (_, at) => ({ title: `Article ${at}`, body: `${words} ${at}` }))
    let turns = 0
    let longest = 0
    let before = performance.now()
    let done = false
    const tick = () => {
      longest = Math.max(longest, performance.now() - before)
      before = performance.now()
      turns++
      if (!done) setTimeout(tick)
    }
    const began = performance.now()
    setTimeout(tick)
    await buildEngine(documents)
    const took = performance.now() - began
    done = true
    // Whatever the machine is busy with, no stretch may be a large part of the whole.
    expect(turns).to.be.greaterThan(Math.min(10, took / 40))
    expect(longest).to.be.lessThan(Math.max(50, took / 3))
  })
})
