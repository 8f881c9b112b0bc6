import type { SearchResult } from '../../core/articles/article.ts'
import type { SearchState } from '../../desk/state.ts'

/** What of the answers so far is on the screen. */
export interface Shown extends Omit<SearchState, 'status'> {
  readonly status: 'ready' | 'failed'
}

type Results = readonly SearchResult[]

/** What is shown stays where it is; what is new comes after it. */
function appended(shown: Results, next: Results): Results {
  const known = new Set(shown.map(({ id }) => id))
  return [...shown, ...next.filter(({ id }) => !known.has(id))]
}

/**
 * What to show next. Until there is an answer, what was shown stays; further answers to the same question come after it;
 * and while a pointer or the focus is among the rows, none of them moves, whatever was asked since.
 */
export function steady(shown: Shown | undefined, next: SearchState, held: boolean): Shown | undefined {
  const { status, results } = next
  // Asked, and not answered yet: its results are those of the question before.
  if (status === 'idle' || (status === 'busy' && (results.length === 0 || shown?.results === results || stale(shown, results)))) return shown
  const same = shown !== undefined && shown.results.length > 0 && (held || shown.query === next.query)
  const rows = same ? appended(shown.results, results) : results
  // Held rows are still those of the earlier question: once nobody is among them, the new answer takes its own order.
  return { ...next, query: same ? shown.query : next.query, status: status === 'failed' && rows.length === 0 ? 'failed' : 'ready', results: rows }
}

/** Whether these rows are all on the screen already. */
const stale = (shown: Shown | undefined, results: Results) => shown !== undefined && results.every(({ id }) => shown.results.some(row => row.id === id))
