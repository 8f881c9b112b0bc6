import type { DeskState } from '../../desk/state.ts'
import { isBad } from '../shared/scale.ts'
import type { Say } from '../shared/say.ts'

/** What somebody on the way to a person has just said without an answer: their search, that an article did not help, an earlier request, a bad rating. */
export function saidBefore(state: DeskState, say: Say): string | undefined {
  const { trail, search, reader, journey } = state
  const before = trail.at(-1)
  if (before?.name === 'results' && search.query === before.query && search.status !== 'busy' && search.results.length === 0) return before.query.trim()
  if (before?.name === 'receipt' || before?.name === 'request') return aboutRequest(before.id, state, say)
  if (!before || before.name === 'home') return aboutRating(state, say)
  if (before.name !== 'article' || reader?.id !== before.id) return undefined
  const { id, article: { title } = {} } = reader
  const failed = journey.articles?.some(article => article.id === id && article.helpful === false)
  return failed && title ? `${say('story.about', { title })} ` : undefined
}

/** A second contact about the same: by its reference, so that nobody looks for it. */
function aboutRequest(id: string, { submissions, threads }: DeskState, say: Say): string | undefined {
  const reference = threads?.get(id)?.reference ?? submissions.get(id)?.receipt?.reference
  return reference ? `${say('people.again', { reference })} ` : undefined
}

/** The last thing they said was a bad rating. */
function aboutRating({ submissions }: DeskState, say: Say): string | undefined {
  const last = [...submissions.values()].at(-1)?.issue
  if (!last?.rating || !isBad(last.rating.scale, last.rating.value)) return undefined
  const { rating: { value, max }, subject: { title } = {}, story } = last
  return [title && say('story.about', { title }), say('people.rated', { value, max }), story].filter(Boolean).join(' ')
}
