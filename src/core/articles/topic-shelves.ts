import type { TopicShelf } from './source.ts'

// What fits on a screen where nothing was found, and what may travel before anything is asked.
const most = { topics: 40, articles: 8 }

/** The topics of some articles, those with most articles first, each with its first ones. */
export function topicShelves(articles: Iterable<{ id: string; title: string; topics?: readonly string[] }>): TopicShelf[] {
  const shelves = new Map<string, { count: number; articles: TopicShelf['articles'] }>()
  for (const { id, title, topics = [] } of articles) {
    for (const topic of new Set(topics)) {
      const shelf = shelves.get(topic) ?? { count: 0, articles: [] }
      if (shelf.count++ < most.articles) shelf.articles.push({ id, title })
      shelves.set(topic, shelf)
    }
  }
  return [...shelves].sort(([, a], [, b]) => b.count - a.count).slice(0, most.topics).map(([topic, { articles }]) => ({ topic, articles }))
}
