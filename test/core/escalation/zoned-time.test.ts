import { expect } from '@open-wc/testing'
import { instantOf, wallClock } from '../../../src/core/escalation/zoned-time.ts'

const iso = (time: number) => new Date(time).toISOString().replace(':00.000Z', 'Z')

describe('wallClock', () => {
  const table: [instant: string, zone: string, shows: string][] = [
    ['2026-01-15T12:00Z', 'UTC', '2026-1-15 720'],
    ['2026-01-15T12:00Z', 'Europe/Berlin', '2026-1-15 780'],
    ['2026-07-15T12:00Z', 'Europe/Berlin', '2026-7-15 840'],
    ['2026-01-15T20:00Z', 'Asia/Kathmandu', '2026-1-16 105'],
    ['2026-01-01T03:00Z', 'America/New_York', '2025-12-31 1320'],
    ['2026-01-15T00:00Z', 'Asia/Tokyo', '2026-1-15 540'],
    ['2026-01-15T23:00Z', 'UTC', '2026-1-15 1380'],
    ['2026-01-15T13:00Z', 'Pacific/Chatham', '2026-1-16 165'],
  ]
  for (const [instant, zone, shows] of table) {
    it(`shows ${shows} in ${zone} at ${instant}`, () => {
      const { year, month, day, minute } = wallClock(Date.parse(instant), zone)
      expect(`${year}-${month}-${day} ${minute}`).to.equal(shows)
    })
  }

  it('throws for a zone nobody knows', () => {
    expect(() => wallClock(0, 'Mars/Olympus')).to.throw(RangeError)
  })
})

describe('instantOf', () => {
  const table: [title: string, wall: [number, number, number, number], zone: string, instant: string][] = [
    ['winter in Berlin', [2026, 1, 15, 540], 'Europe/Berlin', '2026-01-15T08:00Z'],
    ['summer in Berlin', [2026, 7, 15, 540], 'Europe/Berlin', '2026-07-15T07:00Z'],
    ['half past two on the night without one', [2026, 3, 29, 150], 'Europe/Berlin', '2026-03-29T01:30Z'],
    ['half past two on the night with two', [2026, 10, 25, 150], 'Europe/Berlin', '2026-10-25T00:30Z'],
    ['after the second half past two', [2026, 10, 25, 240], 'Europe/Berlin', '2026-10-25T03:00Z'],
    ['the morning after clocks went forward in New York', [2026, 3, 8, 540], 'America/New_York', '2026-03-08T13:00Z'],
    ['half an hour of summer time at Lord Howe', [2026, 1, 15, 540], 'Australia/Lord_Howe', '2026-01-14T22:00Z'],
    ['a minute beyond the day', [2026, 12, 31, 1500], 'UTC', '2027-01-01T01:00Z'],
  ]
  for (const [title, [year, month, day, minute], zone, instant] of table) {
    it(`finds ${title}`, () => expect(iso(instantOf({ year, month, day, minute }, zone))).to.equal(instant))
  }

  it('is the inverse of the wall clock, through a year of hours in zones on both sides of the world', () => {
    for (const zone of ['Europe/Berlin', 'America/St_Johns', 'Australia/Sydney', 'Asia/Kolkata', 'Pacific/Apia']) {
      let twice = 0
      for (let time = Date.UTC(2026, 0, 1); time < Date.UTC(2027, 0, 1); time += 7_200_000) {
        const found = instantOf(wallClock(time, zone), zone)
        if (found !== time && time - found === 3_600_000) twice++
        else expect(found, `${zone} ${iso(time)}`).to.equal(time)
      }
      // Only the hour that happens twice may come back as its first occurrence.
      expect(twice).to.be.lessThan(2)
    }
  }).timeout(20_000)
})
