import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Rung } from '../../src/core/escalation/ladder.ts'
import { openBetween } from '../../src/receiver/open-between.ts'

const rung = (more: Partial<Rung> = {}): Rung =>
  ({ id: 'team', name: 'Team', kind: 'phone', hours: 'Mo-Fr 09:00-17:00', timeZone: 'Europe/Berlin', ...more })

const hoursBetween = (given: Rung, from: string, to: string) => openBetween(given, Date.parse(from), Date.parse(to)) / 3_600_000

describe('the time in which a rung was open', () => {
  const cases: [what: string, rung: Rung, from: string, to: string, hours: number][] = [
    ['within a day', rung(), '2026-11-18T09:00Z', '2026-11-18T11:30Z', 2.5],
    ['over a weekend', rung(), '2026-11-20T15:00Z', '2026-11-23T09:00Z', 2],
    ['none of the night', rung(), '2026-11-18T20:00Z', '2026-11-19T05:00Z', 0],
    ['from before opening until after closing', rung(), '2026-11-18T01:00Z', '2026-11-18T22:00Z', 8],
    ['hours that overlap once', rung({ hours: 'Mo-Fr 09:00-15:00; Mo-Fr 12:00-17:00' }), '2026-11-18T01:00Z', '2026-11-18T22:00Z', 8],
    ['no holiday', rung({ holidays: ['2026-11-18'] }), '2026-11-17T15:00Z', '2026-11-19T09:00Z', 2],
    ['all of it, always open', { id: 'team', name: 'Team', kind: 'message' }, '2026-11-20T00:00Z', '2026-11-22T00:00Z', 48],
    ['nothing, answered at once', rung(), '2026-11-18T09:00Z', '2026-11-18T09:00Z', 0],
  ]
  for (const [what, given, from, to, hours] of cases) {
    it(`counts ${what}`, () => assert.equal(hoursBetween(given, from, to), hours))
  }

  it('cannot be told of hours that cannot be read', () => {
    assert.throws(() => hoursBetween(rung({ hours: 'mornings' }), '2026-11-18T09:00Z', '2026-11-18T10:00Z'), { code: 'ladder/bad-hours' })
  })
})
