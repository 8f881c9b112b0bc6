import { expect } from '@open-wc/testing'
import { day, moment } from '../../../src/elements/shared/moment.ts'

const at = (text: string) => new Date(text).getTime()
const now = at('2026-11-21T10:00:00')

describe('a moment in words', () => {
  it('is the time on the same day, the weekday within a week, else the date', () => {
    expect(moment(at('2026-11-21T17:30:00'), 'de', now)).to.equal('17:30')
    expect(moment(at('2026-11-23T09:00:00'), 'de', now)).to.match(/^Montag.*0?9:00/)
    expect(moment(at('2026-12-24T09:00:00'), 'de', now)).to.match(/^24\. Dezember.*0?9:00/)
    expect(moment(at('2027-01-04T09:00:00'), 'de', now)).to.contain('2027')
  })

  it('is nothing where there is none', () => {
    expect(moment('soon', 'en', now)).to.equal(undefined)
    expect(moment(undefined, 'en', now)).to.equal(undefined)
    expect(day('never', 'en')).to.equal(undefined)
  })
})
