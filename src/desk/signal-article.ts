import type { Article, PageInfo, SearchResult } from '../core/articles/article.ts'
import { pageMatch } from '../core/articles/page-match.ts'
import type { Source } from '../core/articles/source.ts'
import { sourceFrom } from '../core/articles/source-from.ts'
import { thoseThatCame } from '../core/support/those-that-came.ts'
import { confidenceIn } from './confidence.ts'
import type { SignalSettings } from './config.ts'
import type { Context } from './context.ts'
import { onDevice } from './on-device.ts'
import type { PageReading, Trouble } from './page.ts'
import { sourceOptions } from './source-options.ts'
import type { Offer } from './state.ts'

type Answer = Pick<Offer, 'article' | 'reason'>

/** The one article for a sign of trouble, with the reason; undefined when none is sure enough. */
export type FindArticle = (trouble: Trouble, page: PageInfo) => Promise<Answer | undefined>

interface Asked {
  trouble: Trouble
  page: PageInfo
  settings: Required<SignalSettings>
  /** Of all sources: reads the article a rule names. */
  everything: Source
  /** Of those on the device: nobody else learns of the trouble. */
  here: Source
  locale: string
}

/** The owner's rule comes first, then an article that names the sign, then what the words around the trouble find. */
export function articleFinder(context: Context, settings: Required<SignalSettings>, page: PageReading | undefined, everything: Source): FindArticle {
  const { articles, locale } = context.settings
  const local = onDevice(articles)
  // Where all of it is on the device, nothing is fetched or indexed twice.
  const here = local === articles ? everything : sourceFrom(local, sourceOptions(context, page))
  return async (trouble, page) => {
    const asked = { trouble, page, settings, everything, here, locale }
    return (await byRule(asked)) ?? (await byName(asked)) ?? (await bySearch(asked))
  }
}

const options = (locale: string, limit = 5) => ({ locale, limit, signal: new AbortController().signal })

async function byRule({ trouble, page, settings, everything, locale }: Asked): Promise<Answer | undefined> {
  const rule = settings.rules.find(({ signal, where: { url, selector } = {} }) =>
    signal === trouble.type && (!url || pageMatch(url, page.url) > 0) && (!selector || trouble.matches(selector)))
  if (!rule) return undefined
  const article = await everything.read(rule.article, options(locale))
  const place = [rule.where?.url, rule.where?.selector].filter(Boolean).join(' ')
  return { article: resultOf(article), reason: `a rule answers ${trouble.type}${place && ` at ${place}`}` }
}

/** Of several that name the sign the one that is most about this element; of an element with words one that is about it at all. */
async function byName({ trouble, page, settings, here, locale }: Asked): Promise<Answer | undefined> {
  const named = (await here.suggest?.({ ...page, signal: trouble.type }, options(locale))) ?? []
  const fits = await judged(named, trouble, here, locale)
  const [best] = fits.filter(({ article }) => article.signals?.includes(trouble.type))
  if (!best || (trouble.name && best.confidence < settings.confidence / 2)) return undefined
  return { article: best.result, reason: `${best.result.reason ?? `names the signal "${trouble.type}"`}; ${percent(best.confidence)} of the words around it` }
}

async function bySearch({ trouble, settings, here, locale }: Asked): Promise<Answer | undefined> {
  const words = `${trouble.name} ${trouble.around}`.trim()
  if (!words) return undefined
  const [best] = await judged(await here.search(words, options(locale, 3)), trouble, here, locale)
  if (!best || best.confidence < settings.confidence) return undefined
  return { article: best.result, reason: `has ${percent(best.confidence)} of "${words}"` }
}

interface Judged { article: Article; result: SearchResult; confidence: number }

/** The surest first, and of two alike the one that was found first. */
async function judged(results: readonly SearchResult[], trouble: Trouble, here: Source, locale: string): Promise<Judged[]> {
  const read = await thoseThatCame(results.map(async (result): Promise<Judged> => {
    const article = await here.read(result.id, options(locale))
    return { article, result, confidence: confidenceIn(article, trouble) }
  }))
  return read.sort((a, b) => b.confidence - a.confidence)
}

const percent = (share: number) => `${Math.round(share * 100)} %`

function resultOf({ id, title, summary = '', locale }: Article): SearchResult {
  return { id, title, excerpt: { text: summary, marks: [] }, source: 'rule', score: 1, ...(locale && { locale }) }
}
