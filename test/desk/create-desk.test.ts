import { expect, nextFrame } from '@open-wc/testing'
import { createMemoryStore } from '../../src/core/outbox/memory-store.ts'
import { EarshotError } from '../../src/core/support/errors.ts'
import { TransportError } from '../../src/core/transports/transport.ts'
import { createDesk } from '../../src/desk/create-desk.ts'
import { deskFor, until } from './desk-fixtures.ts'

describe('a desk', () => {
  it('calls a new listener back at once, and after each change', () => {
    const { desk } = deskFor()
    const seen: boolean[] = []
    const leave = desk.subscribe(state => seen.push(state.open))
    desk.open()
    desk.close()
    leave()
    desk.open()
    expect(seen).to.deep.equal([false, true, false])
    desk.dispose()
  })

  it('says last how it is, also to those who hear it after a listener that has changed it', () => {
    const { desk } = deskFor()
    const seen: boolean[] = []
    desk.subscribe(state => state.open && desk.close())
    desk.subscribe(state => seen.push(state.open))
    desk.open()
    expect(seen.at(-1)).to.equal(desk.state.open)
    expect(desk.state.open).to.equal(false)
    desk.dispose()
  })

  it('opens no storage before there is something to keep', async () => {
    const { desk, opened } = deskFor()
    desk.open()
    desk.open({ name: 'people' })
    await desk.people()
    await desk.suggest()
    await desk.flush()
    expect(opened()).to.equal(0)
    expect(desk.state.storage).to.equal('unknown')
    desk.edit('problem', { story: 'It broke' })
    await until(desk, state => state.storage !== 'unknown')
    expect(opened()).to.equal(1)
    desk.dispose()
  })

  it('says that nothing can be sent when it has no endpoint, and keeps what is said all the same', async () => {
    const { make } = deskFor()
    make().dispose()
    const bare = createDesk({ desk: 'bare' }, { openStore: async () => (await import('../../src/core/outbox/memory-store.ts')).createMemoryStore() })
    expect((await until(bare, state => state.problems.length > 0)).problems[0]!.code).to.equal('transport/no-endpoint')
    const { id } = await bare.submit({ kind: 'idea', story: 'Sell bulbs' })
    const waiting = await until(bare, state => state.submissions.get(id)?.status === 'waiting')
    expect(waiting.submissions.get(id)!.failure!.code).to.equal('transport/no-endpoint')
    bare.dispose()
  })
})

describe('help at a desk', () => {
  it('finds articles, reads one, and remembers both in the journey', async () => {
    const { desk } = deskFor()
    const [first] = await desk.search('retrun lamp')
    expect(first!.id).to.equal('returns')
    const article = await desk.read('returns')
    expect(article.title).to.equal('Returning a lamp')
    desk.helpful('returns', true)
    expect(desk.state.journey.searches).to.deep.equal([{ query: 'retrun lamp', count: desk.state.search.results.length, opened: ['returns'] }])
    expect(desk.state.journey.articles![0]).to.include({ id: 'returns', helpful: true })
    desk.dispose()
  })

  it('answers only the latest of several queries', async () => {
    const { desk } = deskFor()
    const [overtaken, latest] = await Promise.all([desk.search('retu'), desk.search('repairs')])
    expect(overtaken).to.deep.equal([])
    expect(latest![0]!.id).to.equal('repairs')
    expect(desk.state.search.query).to.equal('repairs')
    desk.dispose()
  })

  it('suggests what belongs to the page', async () => {
    const { desk } = deskFor()
    await desk.suggest()
    expect(desk.state.suggestions.map(({ id }) => id)).to.deep.equal(['returns'])
    desk.dispose()
  })

  it('does not count what matches a story as a search', async () => {
    const { desk } = deskFor()
    const matches = await desk.suggest('I would like to send this lamp back within a few days')
    expect(matches[0]!.id).to.equal('returns')
    expect(desk.state.journey).to.deep.equal({})
    expect(desk.state.search.status).to.equal('idle')
    desk.dispose()
  })

  it('says that an article is missing, and that one cannot be reached', async () => {
    const { desk } = deskFor()
    const missing = await desk.read('nowhere').catch((error: unknown) => error as EarshotError)
    expect(missing).to.be.instanceOf(EarshotError)
    expect(desk.state.reader).to.include({ id: 'nowhere', status: 'missing' })
    desk.dispose()
    const broken = deskFor({ articles: { search: async () => [], read: () => Promise.reject(new TypeError('network')) } }).desk
    await broken.read('returns').catch(() => {})
    expect(broken.state.reader).to.include({ id: 'returns', status: 'failed' })
    broken.dispose()
  })

  it('gives a Markdown article as a tree', async () => {
    const { desk } = deskFor()
    const blocks = await desk.outline(await desk.read('returns'))
    expect(blocks[0]!.type).to.equal('paragraph')
    desk.dispose()
  })
})

describe('what is typed at a desk', () => {
  it('is there again after a reload', async () => {
    const world = deskFor()
    world.desk.edit('problem', { story: 'The shade' })
    world.desk.edit('problem', { story: 'The shade is torn', outcome: 'A new one' })
    world.desk.dispose()
    await until(world.desk, state => state.storage !== 'unknown')
    const again = world.make()
    await again.restore('problem')
    expect(again.state.drafts.get('problem')).to.include({ kind: 'problem', story: 'The shade is torn', outcome: 'A new one' })
    again.dispose()
  })

  it('is forgotten once it was kept as an issue', async () => {
    const { desk, make } = deskFor({}, undefined)
    desk.edit('idea', { story: 'Bulbs' })
    const { receipt } = await desk.submit(desk.state.drafts.get('idea')!)
    await receipt
    await until(desk, state => !state.drafts.has('idea'))
    desk.dispose()
    const again = make()
    await again.restore('idea')
    expect(again.state.drafts.has('idea')).to.equal(false)
    again.dispose()
  })

  it('is gone from the device when the customer is told that it is kept: a page left at once does not bring it back', async () => {
    const store = { ...createMemoryStore(), durable: true }
    const { desk } = deskFor({}, store)
    desk.edit('idea', { story: 'Bulbs' })
    const kept = () => store.entries('draft:idea ')
    while (!(await kept()).length) await nextFrame()
    await desk.submit(desk.state.drafts.get('idea')!)
    expect(await kept()).to.deep.equal([])
    desk.dispose()
  })
})

describe('an issue at a desk', () => {
  it('carries the page, the journey and the environment, unless the draft says otherwise', async () => {
    const { desk, taken } = deskFor()
    await desk.search('repairs')
    await (await desk.submit({ kind: 'problem', story: 'Torn', environment: {} })).receipt
    expect(taken[0]!.subject).to.deep.equal({ url: 'https://shop.example/products/lamp', title: 'Lamp', product: { id: 'L1', name: 'Lamp' } })
    expect(taken[0]!.journey!.searches![0]!.query).to.equal('repairs')
    expect(taken[0]!.environment).to.equal(undefined)
    desk.dispose()
  })

  it('collects nothing that the owner switched off', async () => {
    const { desk, taken } = deskFor({ capture: { subject: false, environment: false, journey: false } })
    await desk.search('repairs')
    await (await desk.submit({ kind: 'problem', story: 'Torn' })).receipt
    expect(Object.keys(taken[0]!).sort()).to.deep.equal(['createdAt', 'id', 'kind', 'story', 'summary', 'version'])
    desk.dispose()
  })

  it('is refused before it is kept when it is too long, and says where', async () => {
    const { desk, taken } = deskFor()
    const error = await desk.submit({ kind: 'problem', story: 'x'.repeat(10_001) }).catch((thrown: unknown) => thrown as EarshotError)
    expect((error as EarshotError).code).to.equal('issue/invalid')
    expect((error as EarshotError).details['problems']).to.have.nested.property('[0].pointer', '/story')
    expect(taken).to.deep.equal([])
    desk.dispose()
  })

  it('is kept, then accepted, and the state says both', async () => {
    const { desk } = deskFor()
    const seen = new Set<string>()
    desk.subscribe(state => state.submissions.forEach(({ status }) => seen.add(status)))
    const { receipt, id } = await desk.submit({ kind: 'question', story: 'When?' })
    expect((await receipt).id).to.equal(id)
    expect([...seen]).to.include.members(['kept', 'accepted'])
    expect((await desk.requests())[0]).to.deep.include({ id, status: 'accepted' })
    desk.dispose()
  })

  it('that the backend refuses stays with the customer; the corrected one takes its place', async () => {
    const { desk, world } = deskFor()
    const take = world.answer
    world.answer = () => Promise.reject(new TransportError('transport/refused', 'No', { retry: 'never', status: 422, detail: 'Too rude' }))
    const first = await desk.submit({ kind: 'problem', story: 'Damn lamp' })
    const error = (await first.receipt.catch((thrown: unknown) => thrown)) as TransportError
    expect(error.detail).to.equal('Too rude')
    expect((await desk.requests())[0]).to.deep.include({ id: first.id, status: 'refused' })
    world.answer = take
    const second = await desk.submit({ kind: 'problem', story: 'Poor lamp', replaces: first.id })
    await second.receipt
    expect((await desk.requests()).map(({ id, status }) => [id, status])).to.deep.equal([[second.id, 'accepted']])
    desk.dispose()
  })

  it('climbs the ladder with the whole case, and not beyond its top', async () => {
    const ladder = [{ id: 'team', name: 'Team', kind: 'message' as const }, { id: 'lead', name: 'Mira', kind: 'email' as const }]
    const { desk, taken } = deskFor({ ladder })
    const first = await desk.submit({ kind: 'problem', story: 'Still torn', outcome: 'A new shade' })
    const { reference } = await first.receipt
    const second = await desk.escalate(first.id, 'late')
    await second.receipt
    expect(taken[1]!.escalation).to.deep.equal({ of: first.id, rung: 'lead', level: 2, reason: 'late' })
    expect(taken[1]!.history).to.deep.equal([{ id: first.id, createdAt: first.issue.createdAt, kind: 'problem', reference, rung: 'team', story: 'Still torn', outcome: 'A new shade' }])
    expect(taken[1]).to.include({ story: 'Still torn', outcome: 'A new shade' })
    const top = (await desk.escalate(second.id).catch((thrown: unknown) => thrown)) as EarshotError
    expect(top.code).to.equal('desk/top-of-ladder')
    const unknown = (await desk.escalate('nothing').catch((thrown: unknown) => thrown)) as EarshotError
    expect(unknown.code).to.equal('desk/unknown-issue')
    desk.dispose()
  })

  it('kept by an earlier page is sent when the page wakes', async () => {
    const { desk, make, wake, world, taken } = deskFor()
    const take = world.answer
    world.answer = () => Promise.reject(new TypeError('offline'))
    const { id } = await desk.submit({ kind: 'problem', story: 'Torn' })
    await until(desk, state => state.submissions.get(id)?.status === 'waiting')
    desk.dispose()
    world.answer = take
    const next = make()
    next.subscribe(() => {})
    await next.flush()
    await until(next, state => state.submissions.get(id)?.status === 'accepted')
    wake()
    expect(taken.map(issue => issue.id)).to.deep.equal([id])
    next.dispose()
  })

  it('is erased with everything else by forget', async () => {
    const { desk, store } = deskFor()
    await (await desk.submit({ kind: 'problem', story: 'Torn' })).receipt
    await desk.forget()
    expect(await store.entries('')).to.deep.equal([])
    expect(desk.state.submissions.size).to.equal(0)
    desk.dispose()
  })

  it('that waits is not sent any more once everything is forgotten', async () => {
    const { desk, world, store } = deskFor()
    world.answer = () => Promise.reject(new TypeError('offline'))
    const { id } = await desk.submit({ kind: 'problem', story: 'Torn' })
    await until(desk, state => state.submissions.get(id)?.status === 'waiting')
    await desk.forget()
    world.answer = issue => (world.taken.push(issue), Promise.resolve(world.receiptFor(issue)))
    await desk.flush()
    expect(world.taken).to.deep.equal([])
    expect(await store.entries('')).to.deep.equal([])
    desk.dispose()
  })

  it('is kept only in memory until consent is given, where consent is required', async () => {
    const { desk, store, world } = deskFor({ consent: 'required' })
    world.answer = () => Promise.reject(new TypeError('offline'))
    const { durable, id } = await desk.submit({ kind: 'problem', story: 'Torn' })
    expect(durable).to.equal(false)
    expect(await store.entries('')).to.deep.equal([])
    await desk.consent(true)
    expect((await store.entries('issue:')).map(([key]) => key)).to.deep.equal([`issue:${id}`])
    desk.dispose()
  })
})

describe('the people at a desk', () => {
  it('are there with what can be said of them now, and wrong hours are named once', async () => {
    const { desk } = deskFor({ ladder: [{ id: 'a', name: 'Team', kind: 'message', answersWithin: 4 }, { id: 'b', name: 'Mira', kind: 'phone', to: '+49 1', hours: 'Moonday' }] })
    const [team, mira] = await desk.people()
    await desk.people()
    expect(team).to.include({ id: 'a', open: true })
    expect(team!.answerBy).to.be.a('number')
    expect(mira).to.include({ id: 'b', open: true, to: '+49 1' })
    expect(desk.state.problems.map(({ code, path }) => [code, path])).to.deep.equal([['ladder/bad-hours', '/ladder/1/hours']])
    desk.dispose()
  })
})
