import { expect, fixture, html } from '@open-wc/testing'
import { createMemoryStore } from '../../src/core/outbox/memory-store.ts'
import { createDesk } from '../../src/desk/create-desk.ts'
import { browserPage } from '../../src/page/browser-page.ts'
import { pageElements } from '../../src/page/page-elements.ts'
import { readingOf } from '../../src/page/page-reading.ts'
import { sourcePromises } from '../../src/testing/source-kit.ts'

const options = (locale = 'en') => ({ locale, limit: 10, signal: new AbortController().signal })
const codeOf = (work: Promise<unknown>) => work.then(() => 'fulfilled', (error: { code?: string }) => error.code)

const page = () => fixture<HTMLElement>(html`
  <div lang="en">
    <article data-earshot="returns" data-topics="orders, money" data-pages="/order" data-aliases="send back">
      <h2>Return <em>something</em></h2>
      <p>You have <strong>sixty days</strong> &amp; a <a href="label.html">label</a>.</p>
    </article>
    <template data-earshot id="lamp" data-summary="Bulb, socket, dimmer." data-updated-at="2026-01-02"><h3>The Heron lamp flickers</h3><p>Tighten the bulb.</p></template>
    <template data-earshot><article lang="de" data-topics="lampen"><h2>Über das Licht</h2><p>Es flackert.</p></article></template>
    <article data-earshot data-title="Named by its attribute"><h2>This stays</h2><article data-earshot="inner"><h2>Inner</h2></article></article>
    <article data-earshot="untitled"><p>Nothing is its title.</p></article>
    <article><h2>No help</h2></article>
    <earshot-help><article id="child"><h2>A child of the element</h2><p>Found too.</p></article><p>Not this</p></earshot-help>
  </div>`)

describe('articles in the page', () => {
  for (const { title, run } of sourcePromises(async () => ({
    source: pageElements(undefined, await page()),
    articles: [{ id: 'returns', title: 'Return something' }, { id: 'lamp', title: 'The Heron lamp flickers', query: 'bulb' }, { id: 'child', title: 'A child of the element' }],
    page: { url: 'https://shop.example/order' },
  }))) it(title, run)

  it('are found by the words that the settings take for the same', async () => {
    const source = readingOf(window).articles!(undefined, [['umtausch', 'sixty days']])
    expect(source).to.equal(undefined)
    await page()
    const found = await readingOf(window).articles!(undefined, [['umtausch', 'bulb']])!.search('umtausch', options())
    expect(found.map(({ id, source }) => [id, source])).to.deep.equal([['lamp', 'page']])
  })

  it('are read with their heading as the title and what their attributes say', async () => {
    const source = pageElements(undefined, await page())
    const { body, base, ...rest } = await source.read('returns', options())
    expect(rest).to.deep.equal({ id: 'returns', title: 'Return something', format: 'html', locale: 'en', topics: ['orders', 'money'], pages: ['/order'], aliases: ['send back'] })
    expect(body).to.include('sixty days</strong>').and.not.include('Return')
    expect(base).to.equal(document.baseURI)
    expect(await source.read('lamp', options())).to.deep.include({ summary: 'Bulb, socket, dimmer.', updatedAt: '2026-01-02' })
  })

  it('have an id of their own, the element’s, or one made of the title; languages are those around them or in them', async () => {
    const source = pageElements(undefined, await page())
    expect(await source.read('über-das-licht', options('de'))).to.deep.include({ title: 'Über das Licht', locale: 'de', topics: ['lampen'] })
    const named = await source.read('named-by-its-attribute', options())
    expect(named.body).to.include('This stays').and.include('Inner')
    expect(await codeOf(source.read('inner', options()))).to.equal('articles/not-found')
    expect(await codeOf(source.read('untitled', options()))).to.equal('articles/not-found')
  })

  it('are results of the source "page", and leave the page as it was', async () => {
    const element = await page()
    const before = element.innerHTML
    const source = pageElements(undefined, element)
    expect(source.name).to.equal('page')
    expect((await source.search('return', options())).map(result => result.source)).to.include('page')
    expect(element.innerHTML === before).to.equal(true)
  })

  it('are read when somebody first asks', async () => {
    const element = await page()
    const source = pageElements(undefined, element)
    element.querySelector('article')!.remove()
    expect(await codeOf(source.read('returns', options()))).to.equal('articles/not-found')
  })

  it('can be named by a selector; one that is none is told', async () => {
    const element = await page()
    expect((await pageElements('article:not([data-earshot])', element).search('help', options())).map(({ title }) => title)).to.include('No help')
    expect(await codeOf(pageElements('((', element).search('help', options()))).to.equal('articles/bad-source')
  })

  it('reach the desk through the page, where there are any', async () => {
    const { articles } = readingOf(window)
    expect(articles?.()).to.equal(undefined)
    await page()
    expect((await articles?.()?.search('bulb', options()))?.map(({ id }) => id)).to.deep.equal(['lamp'])
    expect(articles?.('.nothing-here')).to.equal(undefined)
    expect(await codeOf(articles!('((')!.search('x', options()))).to.equal('articles/bad-source')
  })

  it('are found by a desk that was told nothing, and by one that was told where', async () => {
    await page()
    for (const [articles, query, title] of [[undefined, 'bulb', 'The Heron lamp flickers'], [{ source: 'page', selector: 'article:not([data-earshot])' }, 'help', 'No help']] as const) {
      const desk = createDesk({ desk: title, endpoint: '/issues', ...(articles && { articles }) }, { page: browserPage(), openStore: async () => createMemoryStore(), storeExists: async () => false })
      expect((await desk.search(query)).map(found => [found.title, found.source])).to.deep.include([title, 'page'])
      desk.dispose()
    }
  })
})
