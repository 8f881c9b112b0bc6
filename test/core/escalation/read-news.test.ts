import { expect } from '@open-wc/testing'
import { readNews } from '../../../src/core/escalation/read-news.ts'

const read = (given: unknown) => Object.fromEntries(readNews(given))

describe('What a backend says of the rungs', () => {
  it('is taken as it is, number by number', () => {
    const news = { team: { medianHours: 1.5, sample: 4, onDuty: 2, waiting: 0 }, lead: { onDuty: 0 } }
    expect(read(news)).to.deep.equal(news)
  })

  it('is nothing where it is no number', () => {
    expect(read({ team: { medianHours: 'soon', sample: -1, onDuty: NaN, waiting: Infinity }, lead: { onDuty: 1, names: ['Mira'] }, other: null, last: [1] })).to.deep.equal({ lead: { onDuty: 1 } })
  })

  for (const nonsense of [undefined, null, 'x', 5, [], [{ onDuty: 1 }]]) it(`is nothing of ${JSON.stringify(nonsense)}`, () => expect(read(nonsense)).to.deep.equal({}))
})
