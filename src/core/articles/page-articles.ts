import type { PageInfo } from './article.ts'
import type { Found } from './found.ts'
import { pageMatch } from './page-match.ts'
import type { Hit } from './search-engine.ts'

type Search = (query: string) => readonly Hit[] | Promise<readonly Hit[]>

// Half of what the page says must be in the article: a suggestion that misses is worse than none.
const leastShare = 0.5
// Of a single word nothing is proven by half of it, nor much by all of it: "Home" is on every page.
const leastWords = 2
// The surer way counts more, whatever the scores within it: 3 and up by the page itself, 2 and up by topic, below that by words.
const worth = { page: 3, topic: 2, product: 1 }

/** Articles that name this page themselves, best first. */
export function fitsByPattern(articles: readonly { pages?: readonly string[] }[], page: PageInfo): Found[] {
  return articles
    .map(({ pages = [] }, position) => {
      const [score, pattern] = pages.reduce<[number, string]>((best, each) => {
        const match = pageMatch(each, page.url)
        return match > best[0] ? [match, each] : best
      }, [0, ''])
      return { position, score: score && worth.page + score / 1000, reason: `its page "${pattern}" matches ${page.url}` }
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
}

/** Articles on a topic that the page declares as its own, those on several first. */
export function fitsByTopic(articles: readonly { topics?: readonly string[] }[], { topics: declared = [] }: PageInfo): Found[] {
  const wanted = new Set(declared.map(folded))
  return articles
    .map(({ topics = [] }, position) => {
      const shared = topics.filter(topic => wanted.has(folded(topic)))
      // The fewer others it has, the more it is about this one.
      return { position, score: shared.length && worth.topic + shared.length / (topics.length + 1), reason: `its topic "${shared.join('", "')}" is the page's` }
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
}

/**
 * Articles that say most of what the page says: the name of its product, then what kind of product it is;
 * as the last resort its headings and its title.
 */
export async function fitsByTitle(search: Search, { title = '', headings = [], product: { name = '', category = '' } = {} }: PageInfo): Promise<Found[]> {
  const found = new Map<number, Found>()
  const ask = async (words: string, what: string, most: number, least = leastWords) => {
    if ((words.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) < least) return
    for (const { position, share } of await search(words)) {
      const score = most * share
      if (share >= leastShare && score > (found.get(position)?.score ?? 0)) {
        found.set(position, { position, score, reason: `has ${Math.round(share * 100)} % of ${what} "${words}"` })
      }
    }
  }
  await ask(name, "the product's name", worth.product, 1)
  await ask(category, "the product's category", worth.product * 0.8, 1)
  if (!found.size && !name) {
    for (const heading of headings) await ask(heading, 'the heading', worth.product * 0.7)
    await ask(title, 'the title', worth.product * 0.6)
  }
  return [...found.values()].sort((a, b) => b.score - a.score)
}

const folded = (topic: string) => topic.trim().toLowerCase()
