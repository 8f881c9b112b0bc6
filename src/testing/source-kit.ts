import type { Article, PageInfo, SearchResult } from '../core/articles/article.ts'
import type { Source } from '../core/articles/source.ts'
import { expectCode, expectThat } from './expect-that.ts'
import type { ContractPromise } from './promise.ts'

/** A source to be tried, and what it is known to hold. */
export interface SourceUnderTest {
  source: Source
  /** At least one article, with words that find it. `query` defaults to its title. */
  articles: { id: string; title: string; query?: string }[]
  /** A page for which it suggests something, if it suggests. */
  page?: PageInfo
  /** The language it is asked in. Default `en`. */
  locale?: string
}


const hostile = [
  '__proto__', 'constructor', '\ud800', '\0', '(((', '.*[', '%00%', '" OR 1=1', '<img src=x>', '\\', '🙃', 'a'.repeat(10_000), 'ab '.repeat(5_000),
]

/**
 * What every source promises, for any test runner: `for (const { title, run } of sourcePromises(make)) it(title, run)`.
 * @param make called afresh for each promise, so that none depends on another.
 */
export function sourcePromises(make: () => SourceUnderTest | Promise<SourceUnderTest>): ContractPromise[] {
  const promise = (title: string, check: (given: SourceUnderTest, options: ReturnType<typeof optionsFor>) => Promise<void>): ContractPromise => ({
    title,
    async run() {
      const given = await make()
      expectThat(given.articles.length > 0, 'the kit to be told of at least one article')
      await check(given, optionsFor(given))
    },
  })

  return [
    promise('finds each known article by its words', async ({ source, articles }, options) => {
      for (const { id, title, query = title } of articles) {
        const found = await source.search(query, options)
        expectThat(found.some(result => result.id === id && result.title === title), `"${query}" to find "${id}"`, found.map(result => result.id))
      }
    }),
    promise('answers with results of the agreed shape, best first', async ({ source, articles }, options) => {
      for (const { title, query = title } of articles) expectResults(await source.search(query, options))
    }),
    promise('never answers with more than it was asked for', async ({ source, articles: [first] }, options) => {
      for (const limit of [0, 1, 2]) {
        const found = await source.search(first?.query ?? first?.title ?? '', { ...options, limit })
        expectThat(found.length <= limit, `at most ${limit} results`, found.length)
      }
    }),
    promise('finds nothing for nothing', async ({ source }, options) => {
      for (const query of ['', '   ']) expectThat((await source.search(query, options)).length === 0, `no results for "${query}"`)
    }),
    promise('takes any text for a query', async ({ source }, options) => {
      for (const query of hostile) expectResults(await source.search(query, options))
    }),
    promise('gives the same answer to the same question, also when asked twice at once', async ({ source, articles: [first] }, options) => {
      const ask = async () => JSON.stringify(await source.search(first?.query ?? first?.title ?? '', options))
      const [one, other] = await Promise.all([ask(), ask()])
      expectThat(one === other && one === await ask(), 'the same answer three times')
    }),
    promise('keeps its answers apart: what is done to one does not show in the next', async ({ source, articles: [first] }, options) => {
      const query = first?.query ?? first?.title ?? ''
      const before = JSON.stringify(await source.search(query, options))
      for (const result of await source.search(query, options)) Object.assign(result, { id: 'changed', excerpt: { text: '', marks: [] } })
      expectThat(JSON.stringify(await source.search(query, options)) === before, 'an answer that nobody has changed')
    }),
    promise('reads every article it finds', async ({ source, articles }, options) => {
      for (const { title, query = title } of articles) {
        for (const { id } of await source.search(query, options)) expectArticle(await source.read(id, options), id)
      }
    }),
    promise('says articles/not-found for an article that it does not have', async ({ source }, options) => {
      for (const id of ['there-is-no-such-article', '__proto__', '']) await expectCode(source.read(id, options), 'articles/not-found')
    }),
    promise('does not answer somebody who has gone', async ({ source, articles: [first] }, options) => {
      const gone = { ...options, signal: AbortSignal.abort() }
      const asked = [source.search(first?.title ?? '', gone), source.read(first?.id ?? '', gone)]
      for (const outcome of await Promise.allSettled(asked)) expectThat(outcome.status === 'rejected', 'a rejection after the signal was aborted')
    }),
    promise('suggests for its pages, saying why, and takes any page', async ({ source, page }, options) => {
      if (!source.suggest) return
      if (page) {
        const found = await source.suggest(page, options)
        expectThat(found.length > 0, `something for ${page.url}`)
        expectResults(found)
        for (const { reason } of found) expectThat(!!reason, 'a reason with each suggestion')
      }
      for (const url of ['', 'about:blank', 'https://unknown.example/nowhere', 'not an address']) {
        expectResults(await source.suggest({ url }, options))
      }
    }),
  ]
}

const optionsFor = ({ locale = 'en' }: SourceUnderTest) => ({ locale, limit: 10, signal: new AbortController().signal })

function expectResults(found: SearchResult[]): void {
  expectThat(Array.isArray(found), 'a list of results', found)
  expectThat(new Set(found.map(({ id }) => id)).size === found.length, 'no article twice', found.map(({ id }) => id))
  let last = Infinity
  for (const { id, title, source, score, excerpt } of found) {
    expectThat([id, title, source].every(text => typeof text === 'string' && text !== ''), 'id, title and source to be texts', { id, title, source })
    expectThat(Number.isFinite(score) && score <= last, 'scores that fall from first to last', { score, last })
    last = score
    expectThat(typeof excerpt?.text === 'string' && Array.isArray(excerpt.marks), 'an excerpt { text, marks }', excerpt)
    let end = 0
    for (const mark of excerpt.marks) {
      expectThat(mark.start >= end && mark.end > mark.start && mark.end <= excerpt.text.length, 'marks in order, inside the excerpt', excerpt)
      end = mark.end
    }
  }
}

function expectArticle(article: Article, id: string): void {
  const { title, body, format } = article
  expectThat(article.id === id, `the article "${id}"`, article.id)
  expectThat(typeof title === 'string' && title !== '' && typeof body === 'string', 'a title and a body', { title, body })
  expectThat(format === 'markdown' || format === 'html', 'a format of "markdown" or "html"', format)
}
