import type { TopicShelf } from './source.ts'

/** The topics of several sources, a topic of the same name once, with the articles of all of them. */
export function mergeTopics(answers: readonly (readonly TopicShelf[])[]): TopicShelf[] {
  const shelves = new Map<string, TopicShelf>()
  for (const { topic, articles } of answers.flat()) {
    const name = topic.trim().toLowerCase()
    const { topic: first, articles: before } = shelves.get(name) ?? { topic, articles: [] }
    shelves.set(name, { topic: first, articles: [...before, ...articles.filter(({ id }) => !before.some(known => known.id === id))] })
  }
  return [...shelves.values()]
}
