import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Rung } from '../../src/core/escalation/ladder.ts'
import type { Draft } from '../../src/core/issue/draft.ts'
import type { RungNews } from '../../src/core/issue/rung-news.ts'
import { onEachDatabase } from './databases.ts'
import { openInbox } from './open-inbox.ts'
import { endpoint, problemOf } from './requests.ts'

const team: Rung = { id: 'team', name: 'The workshop', kind: 'message', hours: 'Mo-Fr 08:00-16:00', answersWithin: 4, measured: true }
const lead: Rung = { id: 'lead', name: 'Marit', kind: 'email', answersWithin: 8 }

onEachDatabase('what is known of the people', query => {
  function open() {
    const both = openInbox(query, {}, { ladder: [team, lead] })
    const news = async () => {
      const response = await both.receiver.handle(new Request(`${endpoint}/people`))
      return { response, ...(await response.json() as { rungs: Record<string, RungNews> }) }
    }
    /** They all come in now, and are answered so many hours later each; the first ones' ids. */
    async function answered(hours: number[], draft: Partial<Draft> = {}) {
      const start = both.clock.now()
      const sent = []
      for (const at of hours) sent.push({ at, id: (await both.send(draft)).id })
      for (const { at, id } of sent) {
        both.clock.pass(at - (both.clock.now() - start) / 3_600_000)
        await both.ask(`/issues/${id}/messages`, 'POST', { text: 'It is mended.', author: { name: 'Ilse' } })
      }
      return sent.map(({ id }) => id)
    }
    return { ...both, news, answered }
  }

  it('is the median of the first answers in hours of work, from five of them on, and makes the next promise', async () => {
    const { news, answered, send, ask, clock } = open()
    // Before the last one lies a night: 25 hours by the clock, 9 of work.
    const [first] = await answered([1, 2, 5, 25])
    assert.deepEqual((await news()).rungs['team'], { waiting: 0 })
    await answered([3])
    assert.deepEqual((await news()).rungs['team'], { medianHours: 3, sample: 5, waiting: 0 })
    // Only the first answer counts.
    await ask(`/issues/${first}/messages`, 'POST', { text: 'And once more.' })
    assert.equal((await news()).rungs['team']?.medianHours, 3)
    clock.pass(20)
    await answered([7])
    assert.deepEqual((await news()).rungs['team'], { medianHours: 4, sample: 6, waiting: 0 })
    clock.pass(17)
    assert.equal((await send()).receipt.expectBy, new Date(clock.now() + 4 * 3_600_000).toISOString())
  })

  it('forgets after 28 days, and counts neither tests nor what needs no answer', async () => {
    const { news, answered, clock } = open()
    await answered([0, 0, 0, 1])
    await answered([1], { synthetic: true })
    await answered([1], { kind: 'praise', story: 'Lovely', answers: { person: 'Ilse' } })
    await answered([1], { kind: 'rating', story: undefined, rating: { scale: 'csat', value: 5, max: 5 } } as unknown as Partial<Draft>)
    assert.equal((await news()).rungs['team']?.medianHours, undefined)
    await answered([1], { kind: 'rating', rating: { scale: 'csat', value: 1, max: 5 } })
    assert.deepEqual((await news()).rungs['team'], { medianHours: 0, sample: 5, waiting: 0 })
    clock.pass(28 * 24 + 2)
    assert.deepEqual((await news()).rungs['team'], { waiting: 0 })
  })

  it('is how many wait at each rung', async () => {
    const { news, send, answered } = open()
    await send()
    await send({ synthetic: true })
    await send({ kind: 'praise', answers: { person: 'Ilse' } })
    await send({ escalation: { of: 'x', rung: 'lead', level: 2 } })
    await answered([1])
    assert.deepEqual((await news()).rungs, { team: { waiting: 1 }, lead: { waiting: 1 } })
  })

  it('is how many are on duty, for as long as they said, and no name', async () => {
    const { news, ask, clock } = open()
    const put = async (duty: object) => (await (await ask('/duty', 'PUT', duty)).json()) as { duty: { person: string; rungs: string[] }[] }
    await put({ person: 'Ilse', rungs: ['team', 'lead'], minutes: 3 })
    const { duty } = await put({ person: 'Jonte', rungs: ['team'], until: new Date(clock.now() + 3_600_000).toISOString() })
    assert.deepEqual(duty.map(({ person, rungs }) => [person, rungs]), [['Ilse', ['lead', 'team']], ['Jonte', ['team']]])
    const { rungs, response } = await news()
    assert.deepEqual(rungs, { team: { onDuty: 2, waiting: 0 }, lead: { onDuty: 1, waiting: 0 } })
    assert.equal(response.headers.get('cache-control'), 'public, max-age=60')
    // Said again, with less.
    await put({ person: 'Ilse', rungs: ['team'], minutes: 3 })
    assert.deepEqual((await news()).rungs['lead'], { waiting: 0 })
    clock.pass(0.1)
    assert.equal((await news()).rungs['team']?.onDuty, 1)
    await ask('/duty?person=Jonte', 'DELETE')
    assert.equal((await news()).rungs['team']?.onDuty, undefined)
  })

  it('says what is wrong with what somebody says of their duty', async () => {
    const { ask, clock } = open()
    const cases: [duty: object, pointer: string][] = [
      [{ rungs: ['team'], minutes: 3 }, '/person'], [{ person: 'x'.repeat(201), rungs: ['team'], minutes: 3 }, '/person'],
      [{ person: 'Ilse', rungs: [], minutes: 3 }, '/rungs'], [{ person: 'Ilse', rungs: ['team', 7], minutes: 3 }, '/rungs/1'],
      [{ person: 'Ilse', rungs: ['team'] }, '/minutes'], [{ person: 'Ilse', rungs: ['team'], minutes: -1 }, '/minutes'],
      [{ person: 'Ilse', rungs: ['team'], minutes: 1e9 }, '/minutes'], [{ person: 'Ilse', rungs: ['team'], until: 'soon' }, '/until'],
      [{ person: 'Ilse', rungs: ['team'], until: new Date(clock.now() - 1).toISOString() }, '/until'],
    ]
    for (const [duty, pointer] of cases) {
      const response = await ask('/duty', 'PUT', duty)
      assert.deepEqual([response.status, (await problemOf(response)).errors?.[0]?.pointer], [422, pointer])
    }
    assert.equal((await ask('/duty', 'DELETE')).status, 422)
    assert.deepEqual(await (await ask('/duty')).json(), { duty: [] })
  })

  it('is nothing without a ladder', async () => {
    const { receiver } = openInbox(query)
    assert.deepEqual(await (await receiver.handle(new Request(`${endpoint}/people`))).json(), { rungs: {} })
  })
})
