import { expect } from '@open-wc/testing'
import type { Rung } from '../../src/core/escalation/ladder.ts'
import type { Thread } from '../../src/core/issue/thread.ts'
import type { Config } from '../../src/desk/config.ts'
import type { EarshotError } from '../../src/core/support/errors.ts'
import { deskFor, standingClock } from './desk-fixtures.ts'

const team: Rung = { id: 'team', name: 'Team', kind: 'message' }
const lead: Rung = { id: 'lead', name: 'Mira', kind: 'phone', to: '+49 30 1234', hours: 'Mo-Fr 09:00-17:00', timeZone: 'Europe/Berlin', answersWithin: 2 }
const owner: Rung = { id: 'owner', name: 'Ada', kind: 'email', to: 'ada@shop.example' }
const outside = [{ name: 'Ombudsman', to: 'https://ombudsman.example', note: 'Free of charge' }]

/** A problem of Saturday that was accepted at ten, with what has become of it. */
async function sent(thread: Partial<Thread> = {}, config: Config = {}, expectBy?: string) {
  const clock = standingClock('2026-11-21T12:00Z')
  const made = deskFor({ ladder: [team, lead, owner], outside, ...config }, undefined, { clock })
  const { world, desk } = made
  const receiptFor = world.receiptFor
  world.answer = async issue => (world.taken.push(issue), { ...receiptFor(issue), ...(expectBy && { expectBy }) })
  world.transport.thread = async ({ id, reference }) => ({ id, reference, status: 'open', messages: [], ...thread })
  const { id, receipt } = await desk.submit({ kind: 'problem', story: 'Torn' })
  await receipt
  await desk.requests()
  return { ...made, clock, id, next: () => desk.nextLevel(id) }
}

describe('Where a case can go from here', () => {
  it('is the next rung, with when it is there and when it answers', async () => {
    const { desk, id, next } = await sent()
    const { rung, ...rest } = await next()
    expect(rest).to.deep.equal({ issue: id, outside: [] })
    expect(rung).to.deep.include({
      id: 'lead', name: 'Mira', kind: 'phone', to: '+49 30 1234', open: false, opensAt: Date.parse('2026-11-23T08:00Z'), answerBy: Date.parse('2026-11-23T10:00Z'),
    })
    desk.dispose()
  })

  it('is a reason to go there only once the promise is broken', async () => {
    const { desk, clock, next } = await sent({}, {}, '2026-11-21T16:00Z')
    expect(await next()).not.to.have.property('because')
    clock.set('2026-11-21T16:01Z')
    expect(await next()).to.deep.include({ because: 'late' })
    desk.dispose()
  })

  it('passes over whoever is not offered yet, but sends nobody away', async () => {
    const { desk, clock, next } = await sent({}, { ladder: [team, { ...lead, after: { tried: 'team', hours: 48 } }, owner] })
    expect((await next()).rung!.id).to.equal('owner')
    clock.set('2026-11-23T10:00Z')
    expect((await next()).rung!.id).to.equal('lead')
    desk.dispose()
    const locked = await sent({}, { ladder: [team, { ...owner, for: 'identified' }] })
    expect((await locked.next()).rung).to.deep.include({ id: 'owner', first: { identified: true } })
    locked.desk.dispose()
  })

  it('is out of the house at the top, where the owner names an address', async () => {
    const { desk, id, next } = await sent({ rung: 'owner', level: 3 }, { outside: [...outside, { name: 'Nobody', to: 'javascript:alert(1)' }] })
    expect(await next()).to.deep.equal({ issue: id, outside })
    const top = await desk.escalate(id).catch((error: unknown) => error as EarshotError)
    expect(top).to.include({ code: 'desk/top-of-ladder' })
    desk.dispose()
  })

  it('is nowhere without a ladder, and that is said', async () => {
    const { desk, id, next } = await sent({}, { ladder: [], outside: [] })
    expect(await next()).to.deep.equal({ issue: id, outside: [] })
    desk.dispose()
  })

  it('is where another device has taken it already, unless it was taken back there', async () => {
    const { desk, id, next } = await sent({ continuedBy: { id: 'other', reference: 'E-9' } })
    expect((await next()).taken).to.equal('other')
    expect(await desk.escalate(id).catch((error: unknown) => (error as EarshotError).code)).to.equal('desk/already-escalated')
    desk.dispose()
    const back = await sent({ continuedBy: { id: 'other', reference: 'E-9' }, messages: [{ id: 'm1', at: '2026-11-21T11:00:00Z', from: 'customer', text: '', kind: 'taken-back', issue: 'other' }] })
    expect(await back.next()).not.to.have.property('taken')
    back.desk.dispose()
  })

  it('knows a bad rating that was sent about it', async () => {
    const { desk, id, next } = await sent()
    await (await desk.submit({ kind: 'rating', parent: id, rating: { scale: 'csat', value: 1, max: 5 } })).receipt
    expect(await next()).to.deep.include({ because: 'bad-rating' })
    desk.dispose()
  })

  it('is not known of what is not of this device', async () => {
    const { desk } = await sent()
    expect(await desk.nextLevel('nothing').catch((error: unknown) => (error as EarshotError).code)).to.equal('desk/unknown-issue')
    desk.dispose()
  })
})
