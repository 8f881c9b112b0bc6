import { expect } from '@open-wc/testing'
import type { Rung } from '../../src/core/escalation/ladder.ts'
import type { Clock } from '../../src/core/support/clock.ts'
import type { Config } from '../../src/desk/config.ts'
import { fakeClock } from '../core/outbox/fixtures.ts'
import { deskFor, standingClock, until } from './desk-fixtures.ts'

const team: Rung = { id: 'team', name: 'Team', kind: 'message' }
const mira: Rung = { id: 'lead', name: 'Mira', kind: 'phone', to: '+49 30 1234' }
const codes = (problems: readonly { code: string; path?: string }[]) => problems.map(({ code, path }) => `${code} ${path}`)

describe('Whom one can reach', () => {
  it('is told with what they speak and serve', async () => {
    const { desk } = deskFor({ ladder: [{ ...mira, languages: ['de', 'en'], topics: ['repair'] }] })
    expect(await desk.people()).to.deep.equal([{ ...mira, open: true, languages: ['de', 'en'], topics: ['repair'] }])
    desk.dispose()
  })

  it('is never hidden: what comes first is told, and settled by what the customer does', async () => {
    const clock = standingClock('2026-11-20T09:00Z')
    const { desk } = deskFor({ ladder: [team, { ...mira, after: { tried: 'help' } }, { ...mira, id: 'owner', after: { tried: 'message', hours: 24 } }] }, undefined, { clock })
    const first = async () => (await desk.people()).map(rung => rung.first)
    expect(await first()).to.deep.equal([undefined, { tried: 'help' }, { tried: 'message' }])
    await desk.search('lamp')
    expect(await first()).to.deep.equal([undefined, undefined, { tried: 'message' }])
    // The backend has it since 2026-11-21T10:00.
    await (await desk.submit({ kind: 'problem', story: 'Torn' })).receipt
    expect((await first())[2]).to.deep.equal({ tried: 'message', from: Date.parse('2026-11-22T10:00Z') })
    clock.set('2026-11-22T10:00Z')
    expect(await first()).to.deep.equal([undefined, undefined, undefined])
    desk.dispose()
  })

  it('is somebody, also where nobody is offered yet', async () => {
    const { desk } = deskFor({ ladder: [{ ...team, after: { tried: 'help' } }, { ...mira, for: 'identified' }] })
    expect((await desk.people()).map(({ first }) => first)).to.deep.equal([undefined, { identified: true }])
    desk.dispose()
  })

  it('is for whom the site has signed in, once it has said so', async () => {
    for (const [token, first] of [['a.b.c', undefined], ['', { identified: true }]] as const) {
      const { desk } = deskFor({ ladder: [team, { ...mira, for: 'identified' }], identity: async () => token })
      expect((await desk.people())[1]!.first).to.deep.equal({ identified: true })
      expect((await desk.people({ live: true }))[1]!.first).to.deep.equal(first)
      expect((await desk.people())[1]!.first).to.deep.equal(first)
      desk.dispose()
    }
  })

  it('is told also where the page cannot say who the customer is', async () => {
    const { desk } = deskFor({ ladder: [team, { ...mira, for: 'identified' }], identity: () => Promise.reject(new Error('down')) })
    expect((await desk.people({ live: true })).map(({ id }) => id)).to.deep.equal(['team', 'lead'])
    desk.dispose()
  })
})

describe('Who is there now', () => {
  function live(people: () => Promise<unknown>, clock: Clock = standingClock('2026-11-18T09:00Z')) {
    const made = deskFor({ ladder: [{ ...team, answersWithin: 8, measured: true }, mira] }, undefined, { clock })
    made.world.transport.people = people as never
    return made
  }

  it('is asked only when it is wanted, and not again within a minute', async () => {
    const clock = standingClock('2026-11-18T09:00Z')
    let asked = 0
    const { desk, opened } = live(async () => (asked++, { team: { onDuty: 2, waiting: 1, medianHours: 1, sample: 9 } }), clock)
    expect((await desk.people())[0]).to.deep.equal({ ...team, open: true, answerBy: Date.parse('2026-11-18T17:00Z') })
    expect(asked).to.equal(0)
    const there = { ...team, open: true, answerBy: Date.parse('2026-11-18T17:00Z'), measured: 9, news: { onDuty: 2, waiting: 1, medianHours: 1, sample: 9 } }
    expect((await desk.people({ live: true }))[0]).to.deep.equal(there)
    await Promise.all([desk.people({ live: true }), desk.people({ live: true })])
    expect((await desk.people())[0]).to.deep.equal(there)
    expect(asked).to.equal(1)
    clock.set('2026-11-18T09:01Z')
    expect((await desk.people())[0]).not.to.have.property('news')
    await Promise.all([desk.people({ live: true }), desk.people({ live: true })])
    expect(asked).to.equal(2)
    // Nothing was left on the device for it.
    expect(opened()).to.equal(0)
    desk.dispose()
  })

  const silent: [title: string, people: () => Promise<unknown>][] = [
    ['fails', () => Promise.reject(new Error('down'))],
    ['throws', () => { throw new Error('broken') }],
    ['answers nonsense', async () => ({ team: { onDuty: 'many' }, lead: [] })],
    ['answers nothing', async () => undefined],
  ]
  for (const [title, people] of silent) {
    it(`is not guessed where the backend ${title}`, async () => {
      const { desk } = live(people)
      expect((await desk.people({ live: true })).map(rung => rung.news)).to.deep.equal([undefined, undefined])
      expect(desk.state.problems).to.deep.equal([])
      desk.dispose()
    })
  }

  it('is waited for two seconds, no longer', async () => {
    const clock = fakeClock(Date.parse('2026-11-18T09:00Z'))
    let aborted = false
    let begun = () => {}
    const asked = new Promise<void>(resolve => (begun = resolve))
    const { desk, world } = live(async () => undefined, clock)
    world.transport.people = ({ signal }) => {
      signal.addEventListener('abort', () => (aborted = true))
      begun()
      return new Promise(() => {})
    }
    const people = desk.people({ live: true })
    await asked
    await clock.advance(1_999)
    expect(aborted).to.equal(false)
    await clock.advance(1)
    expect((await people).length).to.equal(2)
    expect(aborted).to.equal(true)
    desk.dispose()
  })

  it('is not asked of a backend that does not say', async () => {
    const { desk } = deskFor({ ladder: [team] })
    expect(await desk.people({ live: true })).to.deep.equal([{ ...team, open: true }])
    desk.dispose()
  })
})

describe('What is wrong with a ladder', () => {
  const table: [title: string, config: Record<string, unknown>, told: string[]][] = [
    ['that is empty', { ladder: [] }, ['ladder/no-person /ladder']],
    ['whose rungs cannot be read', { ladder: [null, { id: 'a' }] }, ['ladder/not-a-rung /ladder/0', 'ladder/not-a-rung /ladder/1', 'ladder/no-person /ladder']],
    ['with a wrong zone behind one that was left out', { ladder: [5, { ...mira, timeZone: 'Mars/Olympus' }] }, ['ladder/not-a-rung /ladder/0', 'ladder/bad-time-zone /ladder/1/timeZone']],
    ['with overlapping hours', { ladder: [{ ...mira, hours: 'Mo 09:00-12:00,11:00-13:00' }] }, ['ladder/overlapping-hours /ladder/0/hours']],
    ['with an unknown kind', { ladder: [{ ...mira, kind: 'pigeon' }] }, ['ladder/unknown-kind /ladder/0/kind']],
    ['with a chat that has no address', { ladder: [{ id: 'a', name: 'A', kind: 'chat' }] }, ['ladder/no-address /ladder/0/to']],
    ['with a chat that the owner opens: nothing', { ladder: [{ id: 'a', name: 'A', kind: 'chat' }], chat: 'zammad' }, []],
    ['with a chat of a wrong name', { ladder: [team], chat: 'chatwood' }, ['ladder/unknown-chat /chat']],
    ['with a way out of the house that is none', { outside: [{ name: 'Ombudsman', to: 'javascript:alert(1)' }, { name: 'Regulator', to: 'https://regulator.example' }] }, ['ladder/foreign-address /outside/0/to']],
    ['with a question that never comes', { holdsAfterDays: -1 }, ['config/wrong-value /holdsAfterDays']],
    ['that is right: nothing', { ladder: [team, mira], outside: [{ name: 'Regulator', to: 'mail@regulator.example' }], holdsAfterDays: 3 }, []],
  ]
  for (const [title, config, told] of table) {
    it(`is told when the page is at rest: of one ${title}`, async () => {
      const { desk, wake } = deskFor({ signals: false, ...config } as Config)
      desk.subscribe(() => {})
      wake()
      if (told.length) await until(desk, state => state.problems.length >= told.length)
      // The same room answers, and tells nothing twice.
      await desk.people()
      expect(codes(desk.state.problems)).to.deep.equal(told)
      desk.dispose()
    })
  }

  it('keeps nobody from a person', async () => {
    const { desk } = deskFor({ ladder: [{ ...mira, hours: 'whenever', kind: 'pigeon' }, null, { ...mira, name: 'Ada', timeZone: 'Nowhere', after: { tried: 'nobody' } }] as never })
    expect((await desk.people()).map(({ name, kind, open, first }) => [name, kind, open, first])).to.deep.equal([['Mira', 'message', true, undefined], ['Ada', 'phone', true, undefined]])
    const { id } = await desk.submit({ kind: 'problem', story: 'Torn' })
    expect((await desk.nextLevel(id)).rung!.name).to.equal('Ada')
    desk.dispose()
  })

  it('keeps no form from being shown', async () => {
    const { desk } = deskFor({ ladder: [null, { name: 5 }, { ...mira, name: undefined }, mira] as never })
    const { fields } = await desk.form('praise')
    expect(fields.find(({ name }) => name === 'person')!.options.map(({ value }) => value)).to.deep.equal(['Mira'])
    desk.dispose()
  })

  it('is fifty things at most, of however many', async () => {
    const { desk } = deskFor({ ladder: [{ ...mira, holidays: Array.from({ length: 60 }, () => 'never') }] })
    await desk.people()
    expect(desk.state.problems.length).to.equal(50)
    desk.dispose()
  })
})
