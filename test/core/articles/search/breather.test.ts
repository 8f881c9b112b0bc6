import { expect } from '@open-wc/testing'
import { buildEngine } from '../../../../src/core/articles/search-engine.ts'

describe('indexing in the page', () => {
  it('lets the page move in between', async () => {
    const words = Array.from({ length: 400 }, (_, at) => `word${at} ${Math.random().toString(36).slice(2)}`).join(' ')
    const documents = Array.from({ length: 600 }, (_, at) => ({ title: `Article ${at}`, body: `${words} ${at}` }))
    let turns = 0
    let done = false
    const tick = () => {
      turns++
      if (!done) setTimeout(tick)
    }
    setTimeout(tick)
    await buildEngine(documents)
    done = true
    expect(turns).to.be.greaterThan(2)
  }).timeout(30_000)
})
