import type { PageInfo } from './article.ts'
import type { Found } from './found.ts'
import { pageMatch } from './page-match.ts'
import type { Hit } from './search-engine.ts'

// Half of what the title says must be in the article: a suggestion that misses is worse than none.
const leastShare = 0.5

/** Articles that name this page themselves, best first. */
export function fitsByPattern(articles: readonly { pages?: readonly string[] }[], page: PageInfo): Found[] {
  return articles
    .map(({ pages = [] }, position) => {
      const [score, pattern] = pages.reduce<[number, string]>((best, each) => {
        const worth = pageMatch(each, page.url)
        return worth > best[0] ? [worth, each] : best
      }, [0, ''])
      return { position, score, reason: `its page "${pattern}" matches ${page.url}` }
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
}

/** The last resort: articles that say most of what the page's title says. */
export function fitsByTitle(search: (query: string) => readonly Hit[], { title = '', product }: PageInfo): Found[] {
  const words = product?.name ?? title
  return search(words)
    .filter(({ share }) => share >= leastShare)
    .map(({ position, score, share }) => ({ position, score, reason: `has ${Math.round(share * 100)} % of "${words}"` }))
}
