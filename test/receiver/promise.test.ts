import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Rung } from '../../src/core/escalation/ladder.ts'
import { promiseOf } from '../../src/receiver/promise.ts'
import type { ReceiverOptions } from '../../src/receiver/settings.ts'
import { newIssue } from './requests.ts'

const hours = { hours: 'Mo-Fr 09:00-17:00', timeZone: 'Europe/Berlin' }
const team: Rung = { id: 'team', name: 'The workshop', kind: 'message', ...hours, answersWithin: 4, measured: true }
const lead: Rung = { id: 'lead', name: 'Marit', kind: 'email', to: 'marit@shop.example', avatar: '/marit.jpg', ...hours, answersWithin: 8 }
const ladder = [team, lead]

const friday = Date.UTC(2026, 10, 20, 19)
const promise = (options: Partial<ReceiverOptions>, draft = {}, medians?: Parameters<typeof promiseOf>[3]) =>
  promiseOf(options, newIssue(draft), friday, medians)
const escalated = (level: number, rung = 'lead') => ({ escalation: { of: 'earlier', rung, level } })

describe('what a receipt promises', () => {
  it('is what the first rung can keep: on Friday night, Monday', () => {
    assert.deepEqual(promise({ ladder }), { owner: { name: 'The workshop' }, expectBy: '2026-11-23T12:00:00.000Z', rung: 'team', level: 1 })
  })

  it('is that of the rung a case was taken to', () => {
    assert.deepEqual(promise({ ladder }, escalated(2)), {
      owner: { name: 'Marit', avatar: '/marit.jpg' }, expectBy: '2026-11-23T16:00:00.000Z', rung: 'lead', level: 2,
    })
  })

  it('is that of the first rung where the one that is named does not exist', () => {
    assert.deepEqual([promise({ ladder }, escalated(2, 'gone')).rung, promise({ ladder }, escalated(2, 'gone')).level], ['team', 2])
  })

  it('takes a level on nobody’s word beyond reason', () => {
    assert.deepEqual([0, 1, 2, 1e9].map(level => promise({ ladder }, escalated(level)).level), [2, 2, 2, 99])
  })

  it('is later where the people needed longer lately, if they are measured, and if it is known', () => {
    const medians = new Map(['team', 'lead'].map(id => [id, { medianHours: 5.5, sample: 7 }]))
    assert.equal(promise({ ladder }, {}, medians).expectBy, '2026-11-23T13:30:00.000Z')
    assert.equal(promise({ ladder }, escalated(2), medians).expectBy, '2026-11-23T16:00:00.000Z')
    assert.equal(promise({ ladder }, {}, new Map([['team', { medianHours: 1, sample: 7 }]])).expectBy, '2026-11-23T12:00:00.000Z')
    assert.equal(promise({ ladder }, {}, new Map()).expectBy, '2026-11-23T12:00:00.000Z')
  })

  it('is the owner’s general word without a ladder, or where a rung says nothing of time', () => {
    const general = { owner: { name: 'Ilse' }, answersWithin: 24 }
    assert.deepEqual(promise(general), { owner: { name: 'Ilse' }, expectBy: '2026-11-21T19:00:00.000Z', level: 1 })
    const { answersWithin: _, ...silent } = team
    assert.deepEqual(promise({ ...general, ladder: [silent] }), { owner: { name: 'The workshop' }, expectBy: '2026-11-21T19:00:00.000Z', rung: 'team', level: 1 })
    assert.deepEqual(promise({}), { level: 1 })
  })

  it('is no time at all where the hours cannot be read', () => {
    assert.equal(promise({ ladder: [{ ...team, hours: 'mornings' }], answersWithin: 24 }).expectBy, undefined)
  })

  it('is made to nobody for a gap: nobody waits', () => {
    assert.equal(promise({ ladder, answersWithin: 24 }, { kind: 'gap' }).expectBy, undefined)
  })

  it('says what to do, and names people, in the customer’s language, else in the first one', () => {
    const options = {
      next: { en: 'Ring us.', de: 'Rufen Sie an.' }, ladder: { en: ladder, de: [{ ...team, name: 'Die Werkstatt' }, lead] },
    }
    const words = (locale?: string) => {
      const { next, owner } = promise(options, locale === undefined ? {} : { environment: { locale } })
      return [next, owner?.name]
    }
    assert.deepEqual(words('de-AT'), ['Rufen Sie an.', 'Die Werkstatt'])
    assert.deepEqual(words('fr'), ['Ring us.', 'The workshop'])
    assert.deepEqual(words(), ['Ring us.', 'The workshop'])
    assert.deepEqual(promiseOf({ ...options, next: {}, ladder: {} }, newIssue(), friday), { level: 1 })
    const hostile = { ...newIssue(), environment: { locale: { toString: 1 } as never } }
    assert.equal(promiseOf(options, hostile, friday).next, 'Ring us.')
  })
})
