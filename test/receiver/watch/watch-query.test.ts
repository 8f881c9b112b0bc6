import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Query } from '../../../src/receiver/query.ts'
import type { Happening } from '../../../src/receiver/watch/happening.ts'
import { watchQuery } from '../../../src/receiver/watch/watch-query.ts'
import { handClock } from '../open-inbox.ts'

function open() {
  const told: Happening[] = []
  const clock = handClock()
  const waiting: { answer(): void; fail(error: unknown): void }[] = []
  const query: Query = () => new Promise((resolve, reject) => waiting.push({ answer: () => resolve({ rows: [] }), fail: reject }))
  const watched = watchQuery(query, happening => told.push(happening), clock)
  const events = () => told.splice(0).filter(({ event }) => event.startsWith('database'))
  const fails = async (error: unknown) => {
    const asked = watched('select 1')
    waiting.shift()!.fail(error)
    await assert.rejects(asked, (thrown: unknown) => thrown === error)
  }
  const answers = async () => {
    const asked = watched('select 1')
    waiting.shift()!.answer()
    assert.deepEqual(await asked, { rows: [] })
  }
  return { told, clock, waiting, watched, events, fails, answers }
}

const coded = (code: string) => Object.assign(new Error('no'), { code })

describe('A database that is watched', () => {
  it('is away once, however many statements find that out, and back once', async () => {
    const { clock, events, fails, answers } = open()
    await fails(coded('ECONNREFUSED'))
    await fails(coded('57P01'))
    await fails(new Error('Connection terminated unexpectedly'))
    assert.deepEqual(events(), [{ event: 'database-away', code: 'ECONNREFUSED' }])
    clock.pass(1)
    await answers()
    await answers()
    assert.deepEqual(events(), [{ event: 'database-back', ms: 3_600_000 }])
    await fails(coded('53300'))
    assert.deepEqual(events(), [{ event: 'database-away', code: '53300' }])
  })

  it('is not away because a statement was wrong', async () => {
    const { told, fails } = open()
    for (const code of ['23505', '22P02', '42P01', '40001']) await fails(coded(code))
    assert.deepEqual(told, ['23505', '22P02', '42P01', '40001'].map(code => ({ event: 'statement', ms: 0, code })))
  })

  it('is not back because a statement from before was lucky', async () => {
    const { events, watched, waiting, fails, answers } = open()
    const earlier = watched('select 1')
    const late = waiting.shift()!
    await fails(coded('08006'))
    late.answer()
    await earlier
    assert.deepEqual(events().map(({ event }) => event), ['database-away'])
    await answers()
    assert.deepEqual(events().map(({ event }) => event), ['database-back'])
  })
})
