import { expect } from '@open-wc/testing'
import { checkRung } from '../../../src/core/escalation/check-rung.ts'
import type { Rung } from '../../../src/core/escalation/ladder.ts'

const check = (over: Partial<Rung>) => checkRung({ id: 'team', name: 'The team', kind: 'phone', ...over }, '/ladder/1').map(({ code, path }) => `${code} ${path}`)

describe('checkRung', () => {
  it('has nothing to say about a good rung', () => {
    expect(check({ hours: 'Mo-Fr 09:00-17:00', timeZone: 'Asia/Tokyo', holidays: ['2026-12-25', '2028-02-29'], answersWithin: 4 })).to.deep.equal([])
  })

  it('names hours it cannot read, and where they are', () => {
    expect(check({ hours: 'nine to five' })).to.deep.equal(['ladder/bad-hours /ladder/1/hours'])
  })

  it('names a zone nobody knows', () => {
    expect(check({ hours: '24/7', timeZone: 'Berlin' })).to.deep.equal(['ladder/bad-time-zone /ladder/1/timeZone'])
  })

  it('names each day that is none', () => {
    expect(check({ holidays: ['2026-12-25', '25.12.2026', '2026-02-30'] })).to.deep.equal([
      'ladder/bad-holiday /ladder/1/holidays/1', 'ladder/bad-holiday /ladder/1/holidays/2',
    ])
  })
})
