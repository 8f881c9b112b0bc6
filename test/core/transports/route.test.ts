import { expect } from '@open-wc/testing'
import type { Issue } from '../../../src/core/issue/issue.ts'
import type { Receipt } from '../../../src/core/issue/receipt.ts'
import { route, type Rule } from '../../../src/core/transports/route.ts'
import { TransportError, type SendOptions, type Transport } from '../../../src/core/transports/transport.ts'
import { fakeClock } from '../outbox/fixtures.ts'
import { issue as plain, refusalOf, signal } from './fixtures.ts'
import { composed, runKit } from './kit-run.ts'
import { part } from './parts-setup.ts'

const options = () => ({ signal: signal() })
const send = (transport: Transport, more: Partial<Issue> = {}, with_: Partial<SendOptions> = {}) => transport.send({ ...plain, ...more }, [], { ...options(), ...with_ })

describe('route, run against the kit', () => {
  runKit(composed(3, (one, two, rest) => route([{ when: { kind: 'idea' }, to: one }, { when: { kind: 'problem' }, to: two }], rest), taken => taken.flat()))
})

describe('route', () => {
  it('sends to the first rule that fits, and to nobody else', async () => {
    const [sales, ideas, rest] = [part('S'), part('I'), part('R')]
    const transport = route([{ when: { audience: 'sales' }, to: sales }, { when: i => i.kind === 'idea', to: ideas }, { when: { kind: 'idea' }, to: rest }], rest)
    expect((await send(transport, { audience: 'sales', kind: 'idea' })).via).to.equal('0')
    expect((await send(transport, { kind: 'idea' })).via).to.equal('1')
    expect((await send(transport)).via).to.equal('otherwise')
    expect([sales.sent.length, ideas.sent.length, rest.sent.length]).to.deep.equal([1, 1, 1])
  })

  it('gives the receipt of the part that took it, with every field of it', async () => {
    const transport = route([{ to: part('S', () => ({ priority: 'high', token: 'k' })), name: 'sales' }], part('R'))
    expect(await send(transport)).to.deep.include({ id: plain.id, reference: 'S-1', priority: 'high', token: 'k', via: 'sales' })
  })

  it('passes the verdict of the part on as it is, and asks no other', async () => {
    const refusing = part('S')
    refusing.mood = () => { throw new TransportError('transport/refused', 'No', { retry: 'never', status: 422, detail: 'Too short', pointer: '/story' }) }
    const rest = part('R')
    const { retry, status, detail, pointer } = await refusalOf(send(route([{ to: refusing }], rest)))
    expect({ retry, status, detail, pointer, asked: rest.sent.length }).to.deep.equal({ retry: 'never', status: 422, detail: 'Too short', pointer: '/story', asked: 0 })
  })

  it('waits where a rule cannot be asked, rather than tell the wrong people', async () => {
    const rest = part('R')
    const { code, retry } = await refusalOf(send(route([{ when: () => { throw new Error('oh') }, to: part('S') }], rest)))
    expect([code, retry, rest.sent.length]).to.deep.equal(['route/when-failed', 'later', 0])
  })

  for (const [what, rules, code] of [
    ['a key that nobody knows', [{ when: { kid: 'idea' }, to: part('A') }], 'route/unknown-key'],
    ['a wrong value', [{ when: { level: 0 }, to: part('A') }], 'route/wrong-value'],
    ['a rule without a transport', [{ when: {} }], 'transport/wrong-option'],
    ['a misspelt rule', [{ too: part('A') }], 'route/unknown-key'],
    ['two parts of one name', [{ to: part('A'), name: 'a' }, { to: part('B'), name: 'a' }], 'transport/wrong-option'],
    ['a name with a slash', [{ to: part('A'), name: 'a/b' }], 'transport/wrong-option'],
    ['no list', {}, 'route/wrong-value'],
  ] as [string, Rule[], string][])
    it(`refuses ${what} when it is made`, () => {
      expect(() => route(rules, part('R'))).to.throw().with.property('code', code)
    })

  it('says "possible" where one part does, and takes files where one does', () => {
    const once = part('A')
    const perhaps: Transport = { ...part('B'), duplicates: 'possible', files: false }
    expect(route([{ to: perhaps }], once)).to.deep.include({ duplicates: 'possible' }).and.not.have.property('files')
    expect(route([{ to: perhaps }], perhaps)).to.have.property('files', false)
    expect(route([{ to: once }], once)).not.to.have.property('duplicates')
  })
})

describe('route, for side remarks', () => {
  const remarked = { observations: [{ text: 'Too big a box', topic: 'delivery', audience: 'depot' }, { text: 'Nice lamp', audience: 'sales' }, { text: 'The floor squeaks' }] }

  it('sends each that fits as an issue of its own, after the whole one with all of its remarks', async () => {
    const [depot, rest] = [part('D'), part('R')]
    const receipt = await send(route([{ when: { audience: 'depot' }, to: depot, observations: true }], rest), { ...remarked, environment: { locale: 'de' } })
    expect(receipt).to.deep.include({ reference: 'R-1', via: 'otherwise' })
    expect(rest.sent[0]!.issue.observations).to.deep.equal(remarked.observations)
    expect(depot.sent.map(({ issue: { id, kind, story, topic, audience, parent } }) => ({ id, kind, story, topic, audience, parent })))
      .to.deep.equal([{ id: `${plain.id}:1`, kind: 'observation', story: 'Too big a box', topic: 'delivery', audience: 'depot', parent: plain.id }])
  })

  it('does not take the whole issue by a rule for remarks', async () => {
    const [depot, rest] = [part('D'), part('R')]
    await send(route([{ to: depot, observations: true }], rest), { observations: [{ text: 'Nice' }] })
    expect([depot.sent.map(({ issue: { kind } }) => kind), rest.sent.map(({ issue: { kind } }) => kind)]).to.deep.equal([['observation'], ['problem']])
  })

  it('sends again only what has not arrived, under the same id', async () => {
    const [depot, sales, rest] = [part('D'), part('S'), part('R')]
    const clock = fakeClock()
    const transport = route([{ when: { audience: 'depot' }, to: depot, observations: true }, { when: { audience: 'sales' }, to: sales, observations: true }], rest, { clock })
    sales.mood = () => { throw new TransportError('transport/busy', 'Busy', { retry: 'later', afterMs: 9_000 }) }
    const { code, retry, afterMs } = await refusalOf(send(transport, remarked))
    expect({ code, retry, afterMs }).to.deep.equal({ code: 'transport/partly', retry: 'later', afterMs: 9_000 })
    sales.mood = () => {}
    // It asked to be left alone until then.
    expect([(await refusalOf(send(transport, remarked, { again: true }))).afterMs, sales.sent.length]).to.deep.equal([9_000, 1])
    await clock.advance(9_000)
    expect((await send(transport, remarked, { again: true })).reference).to.equal('R-1')
    expect([depot, sales, rest].map(({ sent }) => sent.map(({ issue }) => issue.id.replace(plain.id, '')))).to.deep.equal([[':1'], [':2', ':2'], ['']])
  })

  it('sends no remark before the whole issue has arrived', async () => {
    const [depot, rest] = [part('D'), part('R')]
    rest.mood = () => { throw new Error('down') }
    await refusalOf(send(route([{ to: depot, observations: true }], rest), remarked))
    expect(depot.sent.length).to.equal(0)
  })

  it('is done where a remark is refused for good: the whole issue has it as well, and its owner is told once', async () => {
    const missed: string[] = []
    const [depot, rest] = [part('D'), part('R')]
    depot.mood = () => { throw new TransportError('transport/refused', 'No', { retry: 'never' }) }
    const transport = route([{ when: { audience: 'depot' }, to: depot, observations: true }], rest, { onMiss: (_, { id }, to) => void missed.push(`${id} ${to}`) })
    expect((await send(transport, remarked)).reference).to.equal('R-1')
    expect(missed).to.deep.equal([`${plain.id} 0/0`])
  })

  it('proves to the transport that took the whole issue that the remark is of the same customer, and to no other', async () => {
    const [desk, depot] = [part('R', () => ({ token: 'secret' })), part('D')]
    const transport = route([{ when: { audience: 'sales' }, to: desk, observations: true }, { when: { audience: 'depot' }, to: depot, observations: true }], desk)
    await send(transport, remarked)
    expect(desk.sent.at(-1)!.options.earlier!.map(({ id, token }) => [id, token])).to.deep.equal([[plain.id, 'secret']])
    expect('earlier' in depot.sent[0]!.options).to.equal(false)
  })
})

describe('route, for what follows an issue', () => {
  it('goes to the part that took it, with the receipt as that part gave it', async () => {
    const [sales, rest] = [part('S', () => ({ token: 's' })), part('R', () => ({ token: 'r' }))]
    const transport = route([{ when: { audience: 'sales' }, to: sales, name: 'sales' }], rest)
    const stored = JSON.parse(JSON.stringify(await send(transport, { audience: 'sales' }))) as Receipt
    await transport.thread!(stored, options())
    await transport.reply!(stored, { id: 'm', at: '', from: 'customer', text: 'Still' }, options())
    await transport.share!(stored, options())
    expect(sales.asked.map(([method, receipt]) => [method, receipt.token, 'via' in receipt])).to.deep.equal([['thread', 's', false], ['reply', 's', false], ['share', 's', false]])
    expect(rest.asked.length).to.equal(0)
  })

  it('finds the way through routes within routes', async () => {
    const inner = part('I')
    const transport = route([{ to: route([{ to: inner, name: 'b' }], part('X')), name: 'a' }], part('Y'))
    const receipt = await send(transport)
    expect(receipt.via).to.equal('a/b')
    await transport.thread!(receipt, options())
    expect(inner.asked.length).to.equal(1)
  })

  it('takes a receipt from before there were rules for one of the last part', async () => {
    const rest = part('R')
    await route([{ to: part('S') }], rest).thread!({ id: plain.id, reference: 'old', acceptedAt: '' }, options())
    expect(rest.asked.length).to.equal(1)
  })

  it('says "never" where the part is gone, or cannot', async () => {
    const silent: Transport = { send: part('S').send }
    const transport = route([{ to: silent, name: 'silent' }], part('R'))
    const asked = async (via: string) => refusalOf(transport.thread!({ id: plain.id, reference: 'x', acceptedAt: '', via }, options()))
    const [gone, unable] = [await asked('left'), await asked('silent')]
    expect([gone.code, gone.retry, unable.code, unable.retry]).to.deep.equal(['transport/unknown-part', 'never', 'transport/no-method', 'never'])
    expect('thread' in route([{ to: silent }], silent)).to.equal(false)
  })

  it('tells a part only of the earlier receipts that it gave itself', async () => {
    const [sales, rest] = [part('S', () => ({ token: 's' })), part('R', () => ({ token: 'r' }))]
    const transport = route([{ when: { audience: 'sales' }, to: sales, name: 'sales' }], rest)
    const earlier = [await send(transport, { audience: 'sales', id: 'a' }), await send(transport, { id: 'b' })]
    await send(transport, { audience: 'sales', id: 'c' }, { earlier })
    expect(sales.sent.at(-1)!.options.earlier!.map(({ token }) => token)).to.deep.equal(['s'])
  })

  it('lists the cases of every part, with the way to each, though one part is down', async () => {
    const cases = (id: string) => [{ issue: { ...plain, id }, receipt: { id, reference: id, acceptedAt: '' } }]
    const one: Transport = { ...part('A'), requests: async () => cases('a') }
    const down: Transport = { ...part('B'), requests: async () => { throw new Error('down') } }
    const found = await route([{ to: one, name: 'one' }, { to: down }], part('C')).requests!(options())
    expect(found.map(({ receipt: { id, via } }) => [id, via])).to.deep.equal([['a', 'one']])
    expect((await refusalOf(route([{ to: down }], part('C')).requests!(options()))).message).to.equal('down')
  })

  it('knows the rungs of every part, those of the first one first', async () => {
    const one: Transport = { ...part('A'), people: async () => ({ lead: { open: true } }) as never }
    const two: Transport = { ...part('B'), people: async () => ({ lead: { open: false }, boss: { open: true } }) as never }
    expect(await route([{ to: one }], two).people!(options())).to.deep.equal({ lead: { open: true }, boss: { open: true } })
  })

  it('opens a code at whichever part knows it, and keeps the way to it', async () => {
    const wrong: Transport = { ...part('A'), open: async () => { throw new TransportError('transport/wrong-code', 'No', { retry: 'never' }) } }
    const right: Transport = { ...part('B'), open: async () => ({ issue: plain, receipt: { id: plain.id, reference: 'B', acceptedAt: '' } }) }
    expect((await route([{ to: wrong }], right).open!('CODE', options())).receipt.via).to.equal('otherwise')
    const down: Transport = { ...part('C'), open: async () => { throw new TransportError('transport/unreachable', 'Down', { retry: 'later' }) } }
    expect((await refusalOf(route([{ to: wrong }], down).open!('CODE', options()))).retry).to.equal('later')
    expect((await refusalOf(route([{ to: wrong }], wrong).open!('CODE', options()))).retry).to.equal('never')
  })
})

