import assert from 'node:assert/strict'
import { it } from 'node:test'
import { inFlight } from '../../src/receiver/in-flight.ts'
import type { Query } from '../../src/receiver/query.ts'

const database = (): Query => async () => ({ rows: [] })

it('asks once for all who want to know the same at the same time, and anew for whoever comes later', async () => {
  const query = database()
  let asked = 0
  let answer = (_: number) => {}
  const ask = () => inFlight(query, 'how many', () => new Promise<number>(resolve => void (asked++, answer = resolve)))
  const both = Promise.all([ask(), ask()])
  answer(1)
  assert.deepEqual(await both, [1, 1])
  const later = ask()
  answer(2)
  assert.equal(await later, 2)
  assert.equal(asked, 2)
})

it('shares neither with other questions nor with other databases, and a failure only with those who waited for it', async () => {
  const query = database()
  const failing = () => inFlight(query, 'one', async () => { throw new Error('away') })
  const [one, other, elsewhere] = await Promise.allSettled([
    failing(), inFlight(query, 'other', async () => 'other'), inFlight(database(), 'one', async () => 'elsewhere'),
  ])
  assert.deepEqual([one.status, other, elsewhere], ['rejected', { status: 'fulfilled', value: 'other' }, { status: 'fulfilled', value: 'elsewhere' }])
  assert.equal(await inFlight(query, 'one', async () => 'there again'), 'there again')
})
