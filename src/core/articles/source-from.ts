import type { Problem } from '../support/errors.ts'
import { isRecord } from '../support/json.ts'
import type { Article } from './article.ts'
import { checkArticle } from './check-article.ts'
import { declaredSource } from './declared-source.ts'
import type { Fetch } from './fetch-text.ts'
import type { Source } from './source.ts'
import { builtIndex } from './sources/built-index.ts'
import { combine } from './sources/combine.ts'
import { inline } from './sources/inline.ts'

export interface SourceFromOptions {
  /** Called for everything in the setting that cannot be used; the rest works. Default: nobody is told. */
  onProblem?: (problem: Problem) => void
  /** What a relative address of an index resolves against. Default: the page's own address. */
  base?: string
  fetch?: Fetch
  /** Groups of words and phrases that mean the same to customers, for the sources that search by themselves. */
  synonyms?: readonly (readonly string[])[]
  /**
   * The articles that stand in the page: where a selector is given, those it names, else those marked as such; undefined where there are
   * none. They count without being named in the setting. Default: no page is looked at.
   */
  page?: (selector?: string) => Source | undefined
}

/**
 * One source out of the `articles` setting: the address of a built index, a list of articles, a source, one by its name
 * (`{ source: 'zendesk', url: '…' }`), or a list of those.
 * Without any it is a source that has nothing.
 */
export function sourceFrom(setting: unknown, options: SourceFromOptions = {}): Source {
  const { onProblem = () => {} } = options
  const sources: Source[] = []
  const articles: Article[] = []
  const seen = new Set<string>()
  let namesPage = false

  const take = (value: unknown, path: string, depth: number): void => {
    if (typeof value === 'string' && value) sources.push(builtIndex(value, options))
    else if (isSource(value)) sources.push(value)
    else if (Array.isArray(value) && depth < 2) value.forEach((each, index) => take(each, `${path}/${index}`, depth + 1))
    else if (isDeclared(value)) {
      namesPage ||= value.source === 'page'
      const declared = declaredSource(value, path, { ...options, onProblem })
      if (declared) sources.push(declared)
    } else if (isRecord(value) && depth > 0) takeArticle(value, path)
    else onProblem({ code: 'articles/bad-setting', message: 'Expected the address of an index, articles, a source, or a list of those', path })
  }
  const takeArticle = (value: unknown, path: string) => {
    const article = checkArticle(value, path, onProblem)
    if (!article) return
    const name = JSON.stringify([article.id, article.locale])
    if (seen.has(name)) {
      const message = `"${article.id}" is there twice; the first one is used`
      return onProblem({ code: 'articles/duplicate-id', message, path: `${path}/id` })
    }
    seen.add(name)
    articles.push(article)
  }

  if (setting !== undefined) take(setting, '/articles', 0)
  if (articles.length) sources.push(inline(articles, options))
  const inPage = namesPage ? undefined : options.page?.()
  if (inPage) sources.push(inPage)
  const [only, ...more] = sources
  return only && !more.length ? only : combine(sources)
}

function isSource(value: unknown): value is Source {
  const { search, read } = (value ?? {}) as Partial<Source>
  return typeof search === 'function' && typeof read === 'function'
}

/** An article may say where it comes from; then it has a body too. */
function isDeclared(value: unknown): value is { source: string; [option: string]: unknown } {
  return isRecord(value) && typeof value.source === 'string' && !Object.hasOwn(value, 'body')
}
