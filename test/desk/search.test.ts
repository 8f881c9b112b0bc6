import { expect } from '@open-wc/testing'
import type { SearchResult } from '../../src/core/articles/article.ts'
import type { Source, TopicShelf } from '../../src/core/articles/source.ts'
import type { DeskState } from '../../src/desk/state.ts'
import { deskFor, until } from './desk-fixtures.ts'

const result = (id: string, more: Partial<SearchResult> = {}): SearchResult => ({ id, title: id, excerpt: { text: '', marks: [] }, source: 'fake', score: 1, ...more })
const source = (search: Source['search'], more: Partial<Source> = {}): Source => ({ search, read: () => Promise.reject(new Error('none')), ...more })
const ids = ({ search }: DeskState) => search.results.map(({ id }) => id)

describe('A search over several sources', () => {
  it('shows what one has while the other is still out, says how each is doing, and moves nothing when the rest comes', async () => {
    let answer: (results: SearchResult[]) => void = () => {}
    const slow = source(() => new Promise(resolve => (answer = resolve)), { name: 'forum' })
    const { desk } = deskFor({ articles: [slow, source(async () => [result('about lamps')], { name: 'shop' })] })
    const found = desk.search('lamp shade')
    const some = await until(desk, ({ search }) => search.results.length > 0)
    expect(some.search).to.include({ status: 'busy', query: 'lamp shade' })
    expect(some.search.sources).to.deep.equal([{ name: 'forum', status: 'busy', count: 0 }, { name: 'shop', status: 'ready', count: 1 }])
    expect(some.journey).to.deep.equal({})
    answer([result('lamp shade')])
    expect((await found).map(({ id }) => id)).to.deep.equal(['about lamps', 'lamp shade'])
    expect(ids(desk.state)).to.deep.equal(['about lamps', 'lamp shade'])
    expect(desk.state.search.status).to.equal('ready')
    expect(desk.state.search.sources!.map(({ status }) => status)).to.deep.equal(['ready', 'ready'])
    expect(desk.state.journey.searches).to.deep.equal([{ query: 'lamp shade', count: 2 }])
    desk.dispose()
  })

  it('is not disturbed by one that fails, and drops what comes after the next query', async () => {
    const answers = new Map<string, (results: SearchResult[]) => void>()
    const slow = source(query => new Promise(resolve => answers.set(query, resolve)))
    const { desk } = deskFor({ articles: [slow, source(() => Promise.reject(new Error('down')))] })
    const first = desk.search('lamp')
    await until(desk, ({ search }) => search.sources?.[1]?.status === 'failed')
    const second = desk.search('kettle')
    answers.get('lamp')!([result('lamp')])
    expect(await first).to.deep.equal([])
    await until(desk, ({ search }) => search.query === 'kettle' && search.sources?.[1]?.status === 'failed')
    expect(ids(desk.state)).to.deep.equal([])
    answers.get('kettle')!([result('kettle')])
    await second
    expect(ids(desk.state)).to.deep.equal(['kettle'])
    desk.dispose()
  })

  it('keeps the last results until there are others: an empty list would flash', async () => {
    let answer: (results: SearchResult[]) => void = () => {}
    const slow = source(query => (query === 'lamp' ? Promise.resolve([result('lamp')]) : new Promise(resolve => (answer = resolve))))
    const { desk } = deskFor({ articles: [slow, source(async () => [])] })
    await desk.search('lamp')
    const next = desk.search('lampshade')
    const between = await until(desk, ({ search }) => search.query === 'lampshade' && search.sources !== undefined)
    expect(ids(between)).to.deep.equal(['lamp'])
    answer([])
    await next
    expect(ids(desk.state)).to.deep.equal([])
    desk.dispose()
  })
})

describe('A search that fails', () => {
  it('says so, and the next one is tried afresh', async () => {
    let down = true
    const { desk } = deskFor({ articles: source(() => (down ? Promise.reject(new Error('down')) : Promise.resolve([result('a')]))) })
    expect(await desk.search('lamp').catch((error: Error) => error.message)).to.equal('down')
    expect(desk.state.search).to.include({ query: 'lamp', status: 'failed' })
    down = false
    await desk.search('lamps')
    expect(desk.state.search.status).to.equal('ready')
    desk.dispose()
  })

  it('says so, too, when the part of Earshot that searches cannot be fetched', async () => {
    const { page, make, desk: unused } = deskFor()
    unused.dispose()
    page.reading = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'))
    const desk = make()
    await desk.search('lamp').catch(() => {})
    expect(desk.state.search).to.deep.equal({ query: 'lamp', status: 'failed', results: [] })
    page.reading = async () => ({ subject: () => ({}), environment: () => ({}) })
    expect((await desk.search('lamps')).length).to.be.greaterThan(0)
    expect(desk.state.search.status).to.equal('ready')
    desk.dispose()
  })
})

describe('A search that finds nothing', () => {
  const shelf = (topic: string, ...titles: string[]): TopicShelf => ({ topic, articles: titles.map(title => ({ id: title, title })) })

  it('names what the articles are about: the topics nearest to the query, then the fullest, at most five', async () => {
    const topics = async () => [
      shelf('Care', 'Cleaning', 'Descaling'), shelf('Shop', 'a', 'b', 'c'), shelf('Empty'), shelf('Delivery', 'Where is my parcel?'),
      shelf('Returns', 'Sending it back'), shelf('Repairs', 'Spare parts'), shelf('Payment', 'Cards'),
    ]
    const { desk } = deskFor({ articles: source(async () => [], { topics }) })
    await desk.search('parcels gone')
    expect(desk.state.search.topics!.map(({ topic }) => topic)).to.deep.equal(['Delivery', 'Shop', 'Care', 'Returns', 'Repairs'])
    expect(desk.state.search).to.include({ status: 'ready' })
    desk.dispose()
  })

  it('does not wait for topics that do not come, nor fail with them', async () => {
    for (const topics of [() => new Promise<never>(() => {}), () => Promise.reject(new Error('down'))]) {
      const { desk } = deskFor({ articles: source(async () => [], { topics }) })
      expect(await desk.search('parcels')).to.deep.equal([])
      expect(desk.state.search).to.deep.equal({ query: 'parcels', status: 'ready', results: [] })
      desk.dispose()
    }
  })

  it('moves the person up front, and so does an article that did not help, a bad rating, or a second contact; thanks and good ratings do not', async () => {
    const nothing = deskFor({ articles: source(async query => (query === 'lamp' ? [result('lamp')] : [])) }).desk
    await nothing.search('lamp')
    expect(!!nothing.state.personFirst).to.equal(false)
    await nothing.search('zyzzyva')
    expect(nothing.state.personFirst).to.equal(true)
    await nothing.forget()
    expect(nothing.state.personFirst).to.equal(false)
    nothing.dispose()

    const read = deskFor().desk
    await read.read('returns')
    read.helpful('returns', true)
    expect(!!read.state.personFirst).to.equal(false)
    read.helpful('returns', false)
    expect(read.state.personFirst).to.equal(true)
    read.dispose()

    const { desk } = deskFor({ articles: [{ id: 'tip', title: 'A tip', body: 'Yes', format: 'markdown', author: { name: 'Ada' }, community: true }] })
    await desk.thank('tip')
    expect(!!desk.state.personFirst).to.equal(false)
    const rate = async (value: number) => (await desk.submit({ kind: 'rating', rating: { scale: 'stars', value, max: 5 } })).receipt
    await rate(5)
    expect(!!desk.state.personFirst).to.equal(false)
    await rate(1)
    expect(desk.state.personFirst).to.equal(true)
    desk.dispose()

    const again = deskFor().desk
    await again.submit({ kind: 'problem', story: 'Torn' })
    expect(again.state.personFirst).to.equal(true)
    again.dispose()
  })
})

describe('What an article lacks', () => {
  it('is kept with the no it explains, cut to what an issue may carry, and goes with a yes', async () => {
    const { desk, taken } = deskFor()
    await desk.read('returns')
    desk.helpful('returns', false)
    desk.helpful('returns', false, '  How long it takes ')
    expect(desk.state.journey.articles![0]).to.include({ helpful: false, missing: 'How long it takes' })
    await (await desk.submit({ kind: 'question', story: 'How long?' })).receipt
    expect(taken[0]!.journey!.articles![0]!.missing).to.equal('How long it takes')
    desk.helpful('returns', false, 'x'.repeat(3000))
    expect(desk.state.journey.articles![0]!.missing).to.have.length(2000)
    desk.helpful('returns', true)
    expect(desk.state.journey.articles![0]).not.to.have.property('missing')
    desk.dispose()
  })
})
