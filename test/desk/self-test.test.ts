import { expect } from '@open-wc/testing'
import type { Receipt } from '../../src/core/issue/receipt.ts'
import type { Message } from '../../src/core/issue/thread.ts'
import { createMemoryStore } from '../../src/core/outbox/memory-store.ts'
import type { Store } from '../../src/core/outbox/store.ts'
import { TransportError } from '../../src/core/transports/transport.ts'
import type { Config } from '../../src/desk/config.ts'
import type { Seams } from '../../src/desk/context.ts'
import type { SelfTestReport } from '../../src/desk/desk.ts'
import { deskFor, until } from './desk-fixtures.ts'

const monday = Date.parse('2026-11-23T10:00:00Z')

/** A desk whose databases are told apart by their names, on a Monday morning on which no time passes by itself. */
function tested(config: Config = {}, seams: Seams = {}) {
  const stores = new Map<string, Store>()
  const openStore = async (name: string) => {
    const store: Store = stores.get(name) ?? { ...createMemoryStore(), durable: true }
    stores.set(name, store)
    return store
  }
  const clock = { now: () => monday, after: (ms: number, run: () => void) => (ms < 5_000 && queueMicrotask(run), () => {}) }
  return { stores, ...deskFor(config, createMemoryStore(), { openStore, clock, storeExists: async name => stores.has(name), ...seams }) }
}

const found = ({ steps }: SelfTestReport, name: string) => steps.find(step => step.name === name)
const failed = ({ steps }: SelfTestReport) => steps.filter(({ ok }) => !ok).map(({ name }) => name)
const kept = async (store: Store) => (await store.entries('')).map(([key]) => key)

describe('the self-test of a desk', () => {
  it('walks every step, sends one marked issue, and says what it measured', async () => {
    const { desk, taken } = tested({ ladder: [{ id: 'team', name: 'Team', kind: 'message' }] })
    const report = await desk.selfTest()
    expect(report.steps.map(({ name }) => name)).to.deep.equal(
      ['settings', 'articles', 'device', 'endpoint', 'message', 'answer', 'clicks', 'people', 'rung:team'])
    expect([report.ok, failed(report)]).to.deep.equal([true, []])
    expect(report.measures).to.deep.equal({ articles: 0, acceptedMs: 0, clicks: 2, rungs: 1, open: 1, opensAt: monday })
    expect(taken.map(({ kind, form, synthetic }) => ({ kind, form, synthetic }))).to.deep.equal([{ kind: 'question', form: 'self-test', synthetic: true }])
    desk.dispose()
  })

  it('sends nothing of the customer’s visit, and leaves what they wrote and what waits alone', async () => {
    const { desk, stores, world, taken } = tested()
    world.answer = () => Promise.reject(new TransportError('transport/busy', 'later', { retry: 'later', afterMs: 60_000 }))
    await desk.search('lamp')
    const { id } = await desk.submit({ kind: 'problem', story: 'My lamp broke' })
    await until(desk, ({ submissions }) => submissions.get(id)?.status === 'waiting')
    const own = [...stores.values()][0]!
    const before = (await kept(own)).filter(key => key.startsWith('issue:'))
    expect(before).to.deep.equal([`issue:${id}`])
    world.answer = issue => (taken.push(issue), Promise.resolve(world.receiptFor(issue)))
    await desk.selfTest()
    const test = taken.find(issue => issue.synthetic)!
    expect(Object.keys(test).sort()).to.deep.equal(['createdAt', 'form', 'id', 'kind', 'story', 'summary', 'synthetic', 'version'])
    expect((await kept(own)).filter(key => key.startsWith('issue:'))).to.deep.equal(before)
    expect(await Promise.all([...stores].filter(([, store]) => store !== own).map(([, store]) => kept(store)))).to.deep.equal([[]])
    expect((await desk.requests()).map(({ issue }) => issue.id)).to.deep.equal([id])
    desk.dispose()
  })

  it('reads the answer where the way carries one', async () => {
    const { desk, world } = tested()
    const echo: Message = { id: 'm', at: '2026-11-23T10:00:00.000Z', from: 'staff', text: 'This line works.' }
    world.transport.thread = async ({ id, reference }: Receipt) => ({ id, reference, status: 'closed', messages: [echo] })
    const { measures, steps } = await desk.selfTest()
    expect(measures.answeredMs).to.equal(0)
    expect(steps.find(({ name }) => name === 'answer')).to.include({ ok: true, detail: 'The answer came back' })
    desk.dispose()
  })

  it('tells a thread without an answer, a thread that cannot be read, and a way without threads apart', async () => {
    const { desk, world } = tested()
    const answer = async () => found(await desk.selfTest(), 'answer')
    expect(await answer()).to.include({ ok: true, detail: 'This way carries no answers back: they reach the customer by the address they left' })
    world.transport.thread = async ({ id, reference }) => ({ id, reference, status: 'open', messages: [] })
    expect(await answer()).to.include({ ok: true, detail: 'The thread can be read; nobody answers tests by themselves there' })
    world.transport.thread = () => Promise.reject(new TransportError('transport/not-found', 'Gone', { retry: 'later' }))
    // Whoever gave no key never promised a thread.
    expect((await answer())!.ok).to.equal(true)
    world.answer = async issue => ({ ...world.receiptFor(issue), token: 't' })
    const unread = await answer()
    expect(unread!.ok).to.equal(false)
    expect(unread!.detail).to.match(/cannot be read.*Gone/)
    desk.dispose()
  })

  it('says why an issue was not accepted, does not try again, and leaves nothing', async () => {
    const { desk, world, stores } = tested()
    let attempts = 0
    world.answer = () => (attempts++, Promise.reject(new TransportError('transport/refused', 'No', { retry: 'never', status: 422, detail: 'Too odd' })))
    const report = await desk.selfTest()
    expect(found(report, 'message')).to.include({ ok: false, detail: 'Not accepted: transport/refused, 422 (Too odd)' })
    expect([found(report, 'answer'), attempts]).to.deep.equal([undefined, 1])
    expect(await Promise.all([...stores.values()].map(kept))).to.deep.equal([[]])
    desk.dispose()
  })

  it('leaves the issue out when it is told to', async () => {
    const { desk, taken } = tested()
    const { ok, steps } = await desk.selfTest({ send: false })
    expect([ok, steps.some(({ name }) => name === 'message'), taken.length]).to.deep.equal([true, false, 0])
    desk.dispose()
  })

  it('works without consent, and keeps nothing on the device then', async () => {
    const { desk, stores, taken } = tested({ consent: 'required' })
    const report = await desk.selfTest()
    expect([report.ok, taken.length, stores.size]).to.deep.equal([true, 1, 0])
    expect(found(report, 'device')!.detail).to.equal('Keeps nothing before the customer has agreed')
    desk.dispose()
  })

  it('says of each rung whether it can be reached, and when somebody is there', async () => {
    const { desk } = tested({
      ladder: [
        { id: 'ring', name: 'Ilse', kind: 'phone', to: '+49 3834 555', hours: 'Mo-Fr 09:00-12:00', timeZone: 'Europe/Berlin' },
        { id: 'late', name: 'Night', kind: 'phone', to: '+49 3834 556', hours: 'Mo 20:00-22:00', timeZone: 'Europe/Berlin' },
        { id: 'mail', name: 'Lead', kind: 'email', to: 'not an address' },
        { id: 'odd', name: 'Odd', kind: 'message', hours: 'Moonday' },
      ],
    })
    const report = await desk.selfTest()
    expect(found(report, 'rung:ring')).to.include({ ok: true, detail: 'Reached at tel:+493834555; open now' })
    expect(found(report, 'rung:late')!.detail).to.match(/^Reached at tel:\+493834556; closed now, opens Mon.* 20:00 \(Europe\/Berlin\)$/)
    expect(failed(report).filter(name => name !== 'settings')).to.deep.equal(['people', 'rung:mail', 'rung:odd'])
    expect(found(report, 'rung:mail')!.detail).to.contain('must be an e-mail address')
    expect([report.measures.rungs, report.measures.open]).to.deep.equal([4, 3])
    desk.dispose()
  })

  it('asks an address of the web whether it answers, and does not blame it where a page may not ask', async () => {
    const ladder: Config['ladder'] = [{ id: 'own', name: 'Own', kind: 'link', to: '/gone' }, { id: 'far', name: 'Far', kind: 'link', to: 'https://far.example/' }]
    const fetch: Seams['fetch'] = async url => {
      if (String(url).includes('far')) throw new TypeError('blocked')
      return new Response(null, { status: 404 })
    }
    const { desk } = tested({ ladder }, { fetch })
    const report = await desk.selfTest()
    expect(found(report, 'rung:own')).to.include({ ok: false, detail: 'Reached at /gone; always; it answers 404' })
    expect(found(report, 'rung:far')!.ok).to.equal(true)
    expect(found(report, 'rung:far')!.detail).to.contain('may not ask')
    desk.dispose()
  })

  it('finds an endpoint that is not there, and a device that keeps nothing', async () => {
    const fetch: Seams['fetch'] = async () => new Response('', { status: 404 })
    const { desk } = tested({ transport: undefined as never, endpoint: 'https://shop.example/issues' }, { fetch, openStore: async () => createMemoryStore() })
    expect(failed(await desk.selfTest())).to.deep.equal(['device', 'endpoint', 'message'])
    desk.dispose()
  })
})
