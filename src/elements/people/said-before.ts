import type { DeskState } from '../../desk/state.ts'
import type { Say } from '../shared/say.ts'

/** What somebody on the way to a person has just said without an answer: their search, or that an article did not help. */
export function saidBefore({ trail, search, reader, journey }: DeskState, say: Say): string | undefined {
  const before = trail.at(-1)
  if (before?.name === 'results' && search.query === before.query && search.status !== 'busy' && search.results.length === 0) return before.query.trim()
  if (before?.name !== 'article' || reader?.id !== before.id) return undefined
  const { id, article: { title } = {} } = reader
  const failed = journey.articles?.some(article => article.id === id && article.helpful === false)
  return failed && title ? `${say('story.about', { title })} ` : undefined
}
