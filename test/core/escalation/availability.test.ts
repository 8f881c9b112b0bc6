import { expect } from '@open-wc/testing'
import { answerBy, isOpen, measuredOf, nextOpening } from '../../../src/core/escalation/availability.ts'
import type { Rung } from '../../../src/core/escalation/ladder.ts'
import type { RungNews } from '../../../src/core/issue/rung-news.ts'

const rung = (over: Partial<Rung>): Rung => ({ id: 'team', name: 'The team', kind: 'phone', ...over })
const berlin = { hours: 'Mo-Fr 09:00-17:30', timeZone: 'Europe/Berlin' }
const night = { hours: 'Fr-Sa 22:00-04:00', timeZone: 'Europe/Berlin' }
const iso = (time: number | undefined) => time === undefined ? undefined : new Date(time).toISOString().replace(':00.000Z', 'Z')

describe('isOpen and nextOpening', () => {
  const table: [title: string, rung: Rung, now: string, opens: string | true | undefined][] = [
    ['a Wednesday afternoon in Berlin', rung(berlin), '2026-11-18T15:00Z', true],
    ['the minute it opens', rung(berlin), '2026-11-18T08:00Z', true],
    ['the minute it closes', rung(berlin), '2026-11-18T16:30Z', '2026-11-19T08:00Z'],
    ['a Saturday', rung(berlin), '2026-11-21T10:00Z', '2026-11-23T08:00Z'],
    ['early on the Monday after clocks went forward', rung(berlin), '2026-03-30T06:00Z', '2026-03-30T07:00Z'],
    ['the Friday before clocks go forward', rung(berlin), '2026-03-27T17:00Z', '2026-03-30T07:00Z'],
    ['the Friday before clocks go back', rung(berlin), '2026-10-23T16:00Z', '2026-10-26T08:00Z'],
    ['a holiday', rung({ ...berlin, holidays: ['2026-12-25'] }), '2026-12-25T10:00Z', '2026-12-28T08:00Z'],
    ['a holiday in the rung\'s own zone, still the day before in UTC', rung({ hours: 'Mo-Su 00:00-12:00', timeZone: 'Asia/Tokyo', holidays: ['2026-01-02'] }), '2026-01-01T16:00Z', '2026-01-02T15:00Z'],
    ['after midnight in a night that began on Friday', rung(night), '2026-11-21T01:00Z', true],
    ['a night that runs into Sunday', rung(night), '2026-11-22T02:59Z', true],
    ['the end of that night', rung(night), '2026-11-22T03:00Z', '2026-11-27T21:00Z'],
    ['the second of two equal hours in an autumn night', rung(night), '2026-10-25T01:30Z', true],
    ['a night that lasts although the next day is a holiday', rung({ ...night, holidays: ['2026-11-21'] }), '2026-11-21T01:00Z', true],
    ['lunch', rung({ hours: 'Mo-Fr 09:00-12:00,13:00-17:00' }), '2026-11-18T12:30Z', '2026-11-18T13:00Z'],
    ['round the clock', rung({ hours: '24/7' }), '2026-11-18T23:59Z', true],
    ['no hours at all', rung({}), '2026-11-18T03:00Z', true],
    ['no hours, but a holiday', rung({ holidays: ['2026-11-18'] }), '2026-11-18T03:00Z', '2026-11-19T00:00Z'],
    ['a form, at night', rung({ ...berlin, kind: 'message' }), '2026-11-18T03:00Z', true],
    ['hours that are never', rung({ hours: 'Mo-Su off' }), '2026-11-18T03:00Z', undefined],
    ['hours nobody can read', rung({ hours: 'whenever' }), '2026-11-18T03:00Z', true],
    ['a zone nobody knows', rung({ ...berlin, timeZone: 'Mars/Olympus' }), '2026-11-18T03:00Z', true],
  ]
  for (const [title, who, now, opens] of table) {
    it(`${title}: ${opens === true ? 'open' : opens ? `opens ${opens}` : 'never opens'}`, () => {
      expect(isOpen(who, Date.parse(now))).to.equal(opens === true)
      expect(iso(nextOpening(who, Date.parse(now)))).to.equal(opens === true ? undefined : opens)
    })
  }

  it('is not thrown off by a clock that is broken', () => {
    for (const now of [NaN, Infinity, -Infinity, 9e15]) {
      expect(isOpen(rung(berlin), now)).to.equal(true)
      expect(nextOpening(rung(berlin), now)).to.equal(undefined)
      expect(answerBy(rung({ ...berlin, answersWithin: 4 }), now)).to.equal(undefined)
    }
  })
})

describe('answerBy', () => {
  const table: [title: string, rung: Rung, now: string, by: string | undefined][] = [
    ['two hours, in the morning', rung({ ...berlin, answersWithin: 2 }), '2026-11-18T09:00Z', '2026-11-18T11:00Z'],
    ['two hours, half an hour before closing', rung({ ...berlin, answersWithin: 2 }), '2026-11-18T16:00Z', '2026-11-19T09:30Z'],
    ['two hours, on Friday evening', rung({ ...berlin, answersWithin: 2 }), '2026-11-20T20:00Z', '2026-11-23T10:00Z'],
    ['a whole day of work', rung({ ...berlin, answersWithin: 8.5 }), '2026-11-18T08:00Z', '2026-11-18T16:30Z'],
    ['two days of work, over a weekend with a change of clocks', rung({ ...berlin, answersWithin: 17 }), '2026-03-27T08:00Z', '2026-03-30T15:30Z'],
    ['over a holiday', rung({ ...berlin, answersWithin: 1, holidays: ['2026-12-24', '2026-12-25'] }), '2026-12-23T16:00Z', '2026-12-28T08:30Z'],
    ['a night shift, through the hour that happens twice', rung({ ...night, answersWithin: 7 }), '2026-10-24T20:00Z', '2026-10-25T03:00Z'],
    ['hours that overlap count once', rung({ hours: 'Mo-Fr 09:00-12:00,10:00-13:00', answersWithin: 5 }), '2026-11-18T09:00Z', '2026-11-19T10:00Z'],
    ['no hours: simply later', rung({ answersWithin: 48 }), '2026-11-20T20:00Z', '2026-11-22T20:00Z'],
    ['a form counts in its hours, though it is always open', rung({ ...berlin, kind: 'message', answersWithin: 1 }), '2026-11-21T10:00Z', '2026-11-23T09:00Z'],
    ['at once, while closed: when it opens', rung({ ...berlin, answersWithin: 0 }), '2026-11-21T10:00Z', '2026-11-23T08:00Z'],
    ['no promise', rung(berlin), '2026-11-18T09:00Z', undefined],
    ['a promise of nonsense', rung({ ...berlin, answersWithin: NaN }), '2026-11-18T09:00Z', undefined],
    ['a promise of less than nothing', rung({ ...berlin, answersWithin: -1 }), '2026-11-18T09:00Z', undefined],
    ['a promise for ever', rung({ answersWithin: Infinity }), '2026-11-18T09:00Z', undefined],
    ['a promise beyond a year', rung({ ...berlin, answersWithin: 1e6 }), '2026-11-18T09:00Z', undefined],
    ['hours that are never', rung({ hours: 'Mo-Su off', answersWithin: 1 }), '2026-11-18T09:00Z', undefined],
    ['hours nobody can read', rung({ hours: 'whenever', answersWithin: 1 }), '2026-11-18T09:00Z', undefined],
  ]
  for (const [title, who, now, by] of table) it(title, () => expect(iso(answerBy(who, Date.parse(now)))).to.equal(by))
})

describe('measured answers', () => {
  const now = Date.parse('2026-11-18T09:00Z')
  const measured = rung({ ...berlin, answersWithin: 8, measured: true })
  const table: [title: string, rung: Rung, news: RungNews | undefined, by: string | undefined, of: number | undefined][] = [
    ['make no promise earlier than the owner’s own word', measured, { medianHours: 1.5, sample: 12 }, '2026-11-19T08:30Z', 12],
    ['move out of hours as any promise', measured, { medianHours: 8.5, sample: 3 }, '2026-11-19T09:00Z', 3],
    ['promise twice the usual where the owner says nothing', rung({ ...berlin, measured: true }), { medianHours: 0.5, sample: 2 }, '2026-11-18T10:00Z', 2],
    ['are not told where the owner does not want it', rung({ ...berlin, answersWithin: 2 }), { medianHours: 1, sample: 2 }, '2026-11-18T11:00Z', undefined],
    ['are not told of no answers at all', measured, { medianHours: 1, sample: 0 }, '2026-11-19T08:30Z', undefined],
    ['are not told where nobody knows them', measured, { onDuty: 3 }, '2026-11-19T08:30Z', undefined],
    ['are not told where they are nonsense', measured, { medianHours: NaN, sample: 3 }, '2026-11-19T08:30Z', undefined],
    ['are not told where nobody was asked', measured, undefined, '2026-11-19T08:30Z', undefined],
  ]
  for (const [title, who, news, by, of] of table) {
    it(title, () => {
      expect(iso(answerBy(who, now, news))).to.equal(by)
      expect(measuredOf(who, news)).to.equal(of)
    })
  }
})
