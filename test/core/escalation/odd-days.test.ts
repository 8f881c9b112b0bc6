import { expect } from '@open-wc/testing'
import { answerBy, nextOpening } from '../../../src/core/escalation/availability.ts'
import type { Rung } from '../../../src/core/escalation/ladder.ts'
import { openTimes } from '../../../src/core/escalation/open-times.ts'

const iso = (time: number | undefined) => (time === undefined ? 'open' : new Date(time).toISOString().replace(':00.000Z', 'Z'))

type Row = [title: string, hours: string, zone: string, now: string, opens: string, answersWithin: number, answerBy: string, days?: Partial<Rung>]

// Expected were minutes counted one by one on a wall clock of each zone, by another program with another copy of the time zones.
const table: Row[] = [
  ['a night of five hours in Berlin, because one is skipped',
    'Su 00:00-06:00', 'Europe/Berlin', '2026-03-28T22:00Z', '2026-03-28T23:00Z', 5, '2026-03-29T04:00Z'],
  ['a night shift in Berlin that is an hour shorter',
    'Sa 22:00-06:00', 'Europe/Berlin', '2026-03-28T20:00Z', '2026-03-28T21:00Z', 7, '2026-03-29T04:00Z'],
  ['a night shift in Berlin that is an hour longer', 'Sa 22:00-06:00', 'Europe/Berlin', '2026-10-24T20:00Z', 'open', 9, '2026-10-25T05:00Z'],
  ['from Friday over the change to summer time in New York',
    'Mo-Fr 09:00-17:00', 'America/New_York', '2026-03-06T21:00Z', 'open', 2, '2026-03-09T14:00Z'],
  ['from Friday over the change to winter time in New York',
    'Mo-Fr 09:00-17:00', 'America/New_York', '2026-10-30T20:00Z', 'open', 2, '2026-11-02T15:00Z'],
  ['a midnight that São Paulo did not have', 'Su 00:00-06:00', 'America/Sao_Paulo', '2018-11-04T02:00Z', '2018-11-04T03:00Z', 5, '2018-11-04T08:00Z'],
  ['the last evening of summer time in São Paulo',
    'Sa 20:00-23:00', 'America/Sao_Paulo', '2018-02-17T20:00Z', '2018-02-17T22:00Z', 4, '2018-02-25T00:00Z'],
  ['São Paulo, which has no summer time any more',
    'Mo-Fr 09:00-18:00', 'America/Sao_Paulo', '2026-11-20T22:00Z', '2026-11-23T12:00Z', 1, '2026-11-23T13:00Z'],
  ['half an hour beside the others in Kolkata',
    'Mo-Sa 10:00-19:00', 'Asia/Kolkata', '2026-11-21T14:00Z', '2026-11-23T04:30Z', 2, '2026-11-23T06:30Z'],
  ['a quarter of an hour beside the others, and a week that begins on Sunday, in Kathmandu',
    'Su-Fr 10:00-17:00', 'Asia/Kathmandu', '2026-11-20T11:30Z', '2026-11-22T04:15Z', 3, '2026-11-22T07:15Z'],
  ['summer time of half an hour on Lord Howe Island',
    'Su 00:00-08:00', 'Australia/Lord_Howe', '2026-10-03T10:00Z', '2026-10-03T13:30Z', 7.5, '2026-10-03T21:00Z'],
  ['the end of summer time of half an hour on Lord Howe Island',
    'Su 00:00-08:00', 'Australia/Lord_Howe', '2026-04-04T10:00Z', '2026-04-04T13:00Z', 8, '2026-04-04T21:00Z'],
  ['the Friday that Samoa left out, when it moved over the date line',
    'Mo-Fr 09:00-17:00', 'Pacific/Apia', '2011-12-30T02:00Z', 'open', 4, '2012-01-01T22:00Z'],
  ['the Saturday after it, on which nobody works for the Friday',
    'Mo-Fr 09:00-17:00', 'Pacific/Apia', '2011-12-30T20:00Z', '2012-01-01T19:00Z', 1, '2012-01-01T20:00Z'],
  ['where each day begins first, in Kiritimati',
    'Mo-Fr 08:00-16:00', 'Pacific/Kiritimati', '2026-11-20T02:30Z', '2026-11-22T18:00Z', 1, '2026-11-22T19:00Z'],
  ['where each day ends last, in Pago Pago', 'Mo-Fr 08:00-16:00', 'Pacific/Pago_Pago', '2026-11-21T02:30Z', 'open', 1, '2026-11-23T19:30Z'],
  ['the end of Ramadan in Casablanca, when clocks go forward',
    'Mo-Fr 09:00-17:00', 'Africa/Casablanca', '2024-04-12T16:30Z', 'open', 1, '2024-04-15T08:30Z'],
  ['the beginning of Ramadan in Casablanca, when clocks go back',
    'Mo-Fr 09:00-17:00', 'Africa/Casablanca', '2024-03-08T16:30Z', '2024-03-11T09:00Z', 1, '2024-03-11T10:00Z'],
  ['a new year in Tehran without its first hour', 'Tu 00:00-04:00', 'Asia/Tehran', '2022-03-21T18:00Z', '2022-03-21T20:30Z', 3, '2022-03-21T23:30Z'],
  ['the last change of clocks in Tehran, and a week that begins on Saturday',
    'Sa-We 08:00-16:00; Th 08:00-12:00', 'Asia/Tehran', '2022-09-21T13:00Z', '2022-09-22T04:30Z', 3, '2022-09-22T07:30Z'],
  ['half an hour beside New York, over the change to summer time in St John’s',
    'Mo-Fr 08:30-16:30', 'America/St_Johns', '2026-03-06T20:30Z', '2026-03-09T11:00Z', 1, '2026-03-09T12:00Z'],
  ['two hours that are skipped at the station Troll',
    'Su 00:00-06:00', 'Antarctica/Troll', '2026-03-28T20:00Z', '2026-03-29T00:00Z', 4, '2026-03-29T04:00Z'],
  ['two hours that come twice at the station Troll',
    'Su 00:00-06:00', 'Antarctica/Troll', '2026-10-24T20:00Z', '2026-10-24T22:00Z', 8, '2026-10-25T06:00Z'],
  ['three quarters of an hour beside the others on the Chatham Islands',
    'Mo-Fr 09:00-17:00', 'Pacific/Chatham', '2026-11-20T04:00Z', '2026-11-22T19:15Z', 1, '2026-11-22T20:15Z'],
  ['summer time that begins in October, in Sydney',
    'Mo-Fr 09:00-17:00', 'Australia/Sydney', '2026-10-02T07:30Z', '2026-10-04T22:00Z', 1, '2026-10-04T23:00Z'],
  ['summer time that ends in April, in Sydney',
    'Mo-Fr 09:00-17:00', 'Australia/Sydney', '2026-04-03T07:30Z', '2026-04-05T23:00Z', 1, '2026-04-06T00:00Z'],
  ['a midnight that Havana will not have', 'Su 00:00-03:00', 'America/Havana', '2026-03-08T04:00Z', '2026-03-08T05:00Z', 2, '2026-03-08T07:00Z'],
  ['Dublin, whose winter time is the exception by law',
    'Mo-Fr 09:00-17:00', 'Europe/Dublin', '2026-03-27T17:30Z', '2026-03-30T08:00Z', 1, '2026-03-30T09:00Z'],
  ['a Friday in Cairo that begins at one', 'Fr 00:00-04:00', 'Africa/Cairo', '2024-04-25T20:00Z', '2024-04-25T22:00Z', 3, '2024-04-26T01:00Z'],
  ['the 29th of February', 'Th 09:00-17:00', 'Europe/Berlin', '2024-02-28T20:00Z', '2024-02-29T08:00Z', 8, '2024-02-29T16:00Z'],
  ['a night from one year into the next, in Tokyo', 'Mo-Su 22:00-02:00', 'Asia/Tokyo', '2026-12-31T14:00Z', 'open', 4, '2027-01-01T14:00Z'],
  ['shorter hours on Christmas Eve',
    'Mo-Fr 09:00-17:00', 'Europe/Berlin', '2026-12-23T16:30Z', '2026-12-24T08:00Z', 3, '2026-12-24T11:00Z', { exceptions: [{ date: '2026-12-24', hours: '09:00-12:00' }, { date: '2026-12-25' }, { date: '2026-12-26', hours: '10:00-11:00' }] }],
  ['hours of their own on a holiday',
    'Mo-Fr 09:00-17:00', 'Europe/Berlin', '2026-12-23T16:30Z', '2026-12-24T08:00Z', 2, '2026-12-24T10:00Z', { holidays: ['2026-12-24', '2026-12-25'], exceptions: [{ date: '2026-12-24', hours: '09:00-12:00' }] }],
  ['a holiday where it begins first: at its own midnight, not that of the others',
    'Mo-Su 00:00-08:00', 'Pacific/Kiritimati', '2026-12-31T09:00Z', '2027-01-01T10:00Z', 1, '2027-01-01T11:00Z', { holidays: ['2027-01-01'] }],
  ['a night of its own that runs into a holiday',
    'Mo-Fr 09:00-17:00', 'Europe/Berlin', '2026-12-31T17:00Z', '2026-12-31T19:00Z', 2, '2026-12-31T21:00Z', { holidays: ['2027-01-01'], exceptions: [{ date: '2026-12-31', hours: '20:00-02:00' }] }],
  ['hours that overlap count once', 'Mo-Fr 09:00-13:00,12:00-17:00', 'Europe/Berlin', '2026-11-18T08:00Z', 'open', 8, '2026-11-18T16:00Z'],
  ['hours that touch are one', 'Mo-Fr 09:00-12:00,12:00-17:00', 'Europe/Berlin', '2026-11-18T08:00Z', 'open', 8, '2026-11-18T16:00Z'],
  ['a night that overlaps with the morning after it counts once',
    'Fr-Sa 20:00-06:00; Sa 05:00-09:00', 'Europe/Berlin', '2026-11-20T19:00Z', 'open', 13, '2026-11-21T08:00Z'],
]

describe('Hours on odd days', () => {
  for (const [title, hours, timeZone, now, opens, answersWithin, by, days] of table) {
    const rung: Rung = { id: 'team', name: 'The team', kind: 'phone', hours, timeZone, answersWithin, ...days }
    it(`${title}: ${opens}, answered by ${by}`, () => {
      expect(iso(nextOpening(rung, Date.parse(now)))).to.equal(opens)
      expect(iso(answerBy(rung, Date.parse(now)))).to.equal(by)
    })
  }

  it('are never counted twice, whatever overlaps', () => {
    const rung: Rung = { id: 'team', name: 'The team', kind: 'phone', hours: '24/7; Mo-Su 09:00-17:00,12:00-20:00; Fr 22:00-04:00', timeZone: 'Europe/Berlin' }
    let last = -Infinity
    let hours = 0
    for (const { start, end } of openTimes(rung, Date.parse('2026-10-20T00:00Z'))) {
      expect(start).to.be.at.least(last)
      expect(end).to.be.greaterThan(start)
      if (start < Date.parse('2026-10-27T00:00Z')) hours += (Math.min(end, Date.parse('2026-10-27T00:00Z')) - Math.max(start, Date.parse('2026-10-20T00:00Z'))) / 3_600_000
      last = end
    }
    expect(hours).to.equal(7 * 24)
  })

  it('are nobody’s on a day whose own hours cannot be read, and the usual ones on all others', () => {
    const rung: Rung = { id: 'team', name: 'The team', kind: 'phone', hours: 'Mo-Fr 09:00-17:00', exceptions: [{ date: '2026-11-18', hours: 'noonish' }, { date: 'Thursday' }] }
    expect(iso(nextOpening(rung, Date.parse('2026-11-18T10:00Z')))).to.equal('2026-11-19T09:00Z')
  })

  it('are all but those of a day, where only that day is named', () => {
    const rung: Rung = { id: 'team', name: 'The team', kind: 'phone', exceptions: [{ date: '2026-11-18' }], timeZone: 'Asia/Kolkata' }
    expect(iso(nextOpening(rung, Date.parse('2026-11-18T10:00Z')))).to.equal('2026-11-18T18:30Z')
    expect(iso(nextOpening(rung, Date.parse('2026-11-18T18:30Z')))).to.equal('open')
  })
})
