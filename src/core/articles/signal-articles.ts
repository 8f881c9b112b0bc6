import type { PageInfo } from './article.ts'
import type { Found } from './found.ts'
import { pageMatch } from './page-match.ts'

interface Named { pages?: readonly string[]; signals?: readonly string[] }

/** Articles that name this sign of trouble: those that name the page too come first, those that name only others not at all. */
export function fitsBySignal(articles: readonly Named[], { url, signal = '' }: PageInfo): Found[] {
  return articles
    .map(({ pages = [], signals = [] }, position) => ({
      position,
      score: !signals.includes(signal) ? 0 : pages.length ? Math.max(...pages.map(pattern => pageMatch(pattern, url))) : 0.5,
      reason: `names the signal "${signal}"${pages.length ? ' and this page' : ''}`,
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
}
