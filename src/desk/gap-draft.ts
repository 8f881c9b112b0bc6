import type { Draft } from '../core/issue/draft.ts'
import { limits } from '../core/issue/issue.ts'
import { redact } from '../core/issue/redact.ts'
import { shorten, wholeAt } from '../core/support/whole-at.ts'
import type { Enclosures } from './enclosures.ts'
import type { Gap } from './gaps.ts'

// Orders, customers and telephones have numbers; years and models have fewer digits.
const numbers = /[\p{L}\p{N}#_-]{0,20}\p{N}(?:[\s./-]?\p{N}){4,}[\p{L}\p{N}_-]{0,20}/u
const longest = { query: 200, missing: 500 }

/** First blanked, then cut: half an address is still somebody's. */
function clean(text: string, length: number): string {
  const whole = text.length > 2 * length ? text.slice(0, 2 * length).replace(/\S+$/, '') : text
  const blanked = redact(whole, [numbers])
  return blanked.slice(0, wholeAt(blanked, length))
}

/** Gaps as the owner gets them: what was asked, in which language and where; nothing of who asked. */
export function gapDraft(gaps: readonly Gap[], { subject, environment }: Enclosures): Draft {
  const searches = gaps.flatMap(({ search }) => (search ? [{ ...search, query: clean(search.query, longest.query) }] : []))
  const articles = gaps.flatMap(({ article }) =>
    article ? [{ ...article, ...(article.missing && { missing: clean(article.missing, longest.missing) }) }] : [])
  const locale = environment?.locale
  return {
    kind: 'gap',
    summary: summaryOf(searches.map(({ query }) => `“${query}”`), articles.map(({ id }) => id)),
    answers: { ...(searches.length && { searches }), ...(articles.length && { articles }) },
    ...(subject?.url && { subject: { url: subject.url } }),
    ...(locale && { environment: { locale } }),
  }
}

function summaryOf(queries: readonly string[], ids: readonly string[]): string {
  const asked = queries.length && `${queries.length} ${queries.length > 1 ? 'questions' : 'question'} without an answer: ${queries.join(', ')}`
  const read = ids.length && `${ids.length} ${ids.length > 1 ? 'articles' : 'article'} that did not help: ${ids.join(', ')}`
  const summary = [asked, read].filter(Boolean).join('; ')
  return shorten(summary, limits.summary)
}
