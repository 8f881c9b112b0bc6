import { expect } from '@open-wc/testing'
import type { Draft } from '../../src/core/issue/draft.ts'
import type { Diagnostics } from '../../src/core/issue/issue.ts'
import type { Config } from '../../src/desk/config.ts'
import type { Page } from '../../src/desk/page.ts'
import { deskFor, stillPage } from './desk-fixtures.ts'

const seen: Diagnostics = { errors: [{ message: 'x is undefined' }], requests: [{ url: 'https://shop.example/cart', status: 500 }], versions: { earshot: '1.0.0' } }

/** A desk over a page that knows an order, and records. */
function desk(config: Config = {}, details: NonNullable<Awaited<ReturnType<Page['reading']>>['details']> = () => ({ order: '4711', total: '12.00' })) {
  const still = stillPage()
  const count = { recordings: 0, stopped: 0 }
  const page: Page = {
    ...still.page,
    reading: async () => ({ ...(await still.page.reading()), details }),
    recordDiagnostics: async () => (count.recordings++, { read: () => seen, stop: () => count.stopped++ }),
  }
  const world = deskFor({ details: [{ name: 'order', label: { en: 'Order', de: 'Bestellung' }, selector: '#order' }, { name: 'total', label: '', selector: '#total' }], ...config }, undefined, { page })
  return { ...world, count, wake: still.wake }
}

const words = { kind: 'problem', form: 'problem', story: 'It broke.' } as const

describe('What goes along with an issue', () => {
  it('holds the details the page knows, with what they are called in the customer’s language', async () => {
    const { desk: it } = desk({ locale: 'de' })
    const found = await it.enclosures()
    expect(found.answers).to.deep.equal({ order: '4711', total: '12.00' })
    expect(found.labels).to.deep.equal({ order: 'Bestellung', total: 'total' })
  })

  it('puts details under the customer’s own answers, and leaves out those that were taken out', async () => {
    const { desk: it, taken } = desk()
    const { receipt } = await it.submit({ ...words, answers: { order: '4712', colour: 'red' }, withheld: ['detail:total'] })
    await receipt
    expect(taken[0]!.answers).to.deep.equal({ order: '4712', colour: 'red' })
    expect(taken[0]).not.to.have.any.keys('withheld', 'labels')
  })

  it('has no details where there is no form to show them, nor when a case is taken further', async () => {
    const { desk: it, taken } = desk({ ladder: [{ id: 'a', name: 'A', kind: 'message' }, { id: 'b', name: 'B', kind: 'message' }] })
    await (await it.submit({ kind: 'rating', rating: { scale: 'thumbs', value: 1, max: 1 } })).receipt
    const { id, receipt } = await it.submit({ ...words, withheld: ['detail:order', 'detail:total'] })
    await receipt
    await (await it.escalate(id)).receipt
    expect(taken.map(issue => issue.answers)).to.deep.equal([undefined, undefined, undefined])
  })

  it('goes without details that cannot be read, and says so once', async () => {
    const { desk: it, taken } = desk({}, (_, complain) => {
      complain?.({ code: 'details/bad-selector', path: '/details/0/selector', message: 'Wrong' })
      throw new Error('Nothing to be read')
    })
    await it.enclosures()
    await (await it.submit(words)).receipt
    expect(taken[0]!.answers).to.equal(undefined)
    expect(it.state.problems.filter(({ code }) => code === 'details/bad-selector')).to.have.length(1)
  })

  it('is told beforehand of each draft as it is sent', async () => {
    const { desk: it, taken } = desk()
    const mine = { journey: { searches: [{ query: 'dent', count: 1, opened: ['returns'] }] } }
    const drafts: Draft[] = [
      words,
      { ...words, ...mine, answers: { order: '4712' } },
      { ...words, subject: { element: { selector: '#buy' } } },
      { ...words, subject: { url: 'https://shop.example/cart' }, environment: { locale: 'de' } },
      { ...words, ...mine, filedBy: { role: 'staff' } },
      { ...words, filedBy: { role: 'staff' } },
    ]
    for (const draft of drafts) {
      const told = (await it.enclosures()).alongside(draft)
      await (await it.submit(draft)).receipt
      const { subject, journey, environment, answers } = taken.at(-1)!
      const sent = Object.entries({ subject, journey, environment, answers }).filter(([, group]) => group !== undefined)
      expect(Object.fromEntries(sent)).to.deep.equal(told)
    }
  })

  it('keeps the page beside the part that was pointed at, unless the page was taken out', async () => {
    const { desk: it, taken } = desk()
    const element = { selector: '#buy', text: 'Buy' }
    await (await it.submit({ ...words, subject: { element } })).receipt
    await (await it.submit({ ...words, subject: { element }, withheld: ['page', 'product'] })).receipt
    await (await it.submit({ ...words, subject: {} })).receipt
    expect(taken.map(({ subject }) => subject)).to.deep.equal([
      { url: 'https://shop.example/products/lamp', title: 'Lamp', product: { id: 'L1', name: 'Lamp' }, element }, { element }, undefined,
    ])
  })

  it('is nothing any more once somebody has seen the whole of it and has had the last word', async () => {
    const { desk: it, taken } = desk({ capture: { diagnostics: true } })
    await it.diagnostics()
    await it.search('lamp')
    const ticked = { ...words, consent: { diagnostics: true } }
    const whole = (await it.enclosures()).enclose(ticked)
    await (await it.submit(ticked)).receipt
    const { version: _, id: _id, createdAt: _at, summary: _summary, ...sent } = taken[0]!
    expect(whole).to.deep.equal(sent)
    const { subject: _s, journey: _j, environment: _e, diagnostics: _d, answers: _a, ...less } = whole
    await (await it.submit({ ...less, withheld: ['all'] })).receipt
    expect(taken[1]).not.to.have.any.keys('subject', 'journey', 'environment', 'diagnostics', 'answers', 'consent', 'withheld')
    expect(taken[1]!.story).to.equal(words.story)
  })

  it('is nothing of the staff’s own visit when they write for a customer', async () => {
    const { desk: it, taken } = desk({ capture: { diagnostics: true } })
    await it.diagnostics()
    await it.search('lamp')
    await (await it.submit({ ...words, filedBy: { role: 'staff' }, consent: { diagnostics: true } })).receipt
    expect(taken[0]).not.to.have.any.keys('journey', 'environment', 'diagnostics', 'consent')
    expect(taken[0]!.subject).to.include({ title: 'Lamp' })
  })

  it('records what was agreed to: what went along, and nothing else', async () => {
    const { desk: it, taken } = desk({ capture: { diagnostics: true } })
    await it.diagnostics()
    const bytes = new ArrayBuffer(1)
    const file = { id: 'f', name: 'a.png', type: 'image/png', size: 1, bytes }
    await (await it.submit({ ...words, attachments: [{ ...file, field: 'screenshot' }], consent: { diagnostics: true } })).receipt
    await (await it.submit({ ...words, environment: {}, attachments: [{ ...file, field: 'files' }], consent: { environment: true, screenshot: true } })).receipt
    expect(taken.map(({ consent }) => consent)).to.deep.equal([{ environment: true, diagnostics: true, screenshot: true }, undefined])
  })
})

describe('Diagnostics', () => {
  it('are not recorded unless the owner collects them', async () => {
    const { desk: it, count, taken, wake } = desk()
    it.subscribe(() => {})
    wake()
    expect(await it.diagnostics()).to.equal(undefined)
    await (await it.submit({ ...words, consent: { diagnostics: true } })).receipt
    expect(count.recordings).to.equal(0)
    expect(taken[0]).not.to.have.property('diagnostics')
    expect(taken[0]!.consent).to.deep.equal({ environment: true })
  })

  it('are sent only when they were ticked', async () => {
    const { desk: it, count, taken, wake } = desk({ capture: { diagnostics: true } })
    it.subscribe(() => {})
    wake()
    expect(await it.diagnostics()).to.deep.equal(seen)
    for (const consent of [undefined, { diagnostics: false }, { diagnostics: true }]) await (await it.submit({ ...words, ...(consent && { consent }) })).receipt
    expect(taken.map(({ diagnostics }) => diagnostics)).to.deep.equal([undefined, undefined, seen])
    expect(count.recordings).to.equal(1)
  })

  it('are no longer recorded once the desk is put away', async () => {
    const { desk: it, count } = desk({ capture: { diagnostics: true } })
    await it.diagnostics()
    it.dispose()
    for (const since = performance.now(); !count.stopped && performance.now() - since < 6_000; ) await new Promise(requestAnimationFrame)
    expect(count).to.deep.equal({ recordings: 1, stopped: 1 })
  })
})
