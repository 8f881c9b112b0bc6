import { html } from 'lit'
import type { Excerpt, SearchResult } from '../../core/articles/article.ts'
import type { Desk } from '../../desk/desk.ts'
import type { SearchState } from '../../desk/state.ts'
import type { View } from '../../desk/view.ts'
import { enSearch } from '../../locale/en-search.ts'
import { EarshotSearchEvent } from '../shared/events.ts'
import type { Say } from '../shared/say.ts'
import { provideWords } from '../shared/words.ts'

provideWords('en', enSearch)

type Go = (view: View) => void

/** Who asked, and how it is told. */
interface Asker {
  readonly embedded: boolean
  readonly asked: SearchState | undefined
  readonly words: Say
  answered(state: SearchState, words?: string, event?: Event): void
}

/** Asks the desk; in the panel the desk also goes to the results. */
export function search(query: string, desk: Desk, asker: Asker) {
  const { words: say } = asker
  const text = query.trim()
  const answer = desk.search(query)
  if (asker.embedded) desk.open(text ? { name: 'results', query } : { name: 'home' })
  asker.answered({ query, status: text ? 'busy' : 'idle', results: text ? (asker.asked?.results ?? []) : [] })
  if (!text) return
  const tell = (status: 'ready' | 'failed', results: SearchResult[]) => {
    const words = results.length === 0 ? say('search.none', { query: text }) : say('search.count', { count: results.length })
    asker.answered({ query, status, results }, words, new EarshotSearchEvent(text, results.length))
  }
  void answer.then(results => tell('ready', results), () => tell('failed', []))
}

/** What a search has come to: articles, or the beginning of a question. */
export function resultsView({ query, status, results }: SearchState, go: Go, say: Say) {
  if (status === 'failed') return deadEnd(say('search.failed'), go, say)
  if (results.length > 0) return html`<div>${resultList(results, go)}</div>`
  if (status === 'busy') return html`<p class="quiet">${say('search.busy')}</p>`
  return deadEnd(html`${say('search.none', { query: query.trim() })}<br />${say('search.noneHint')}`, go, say)
}

function deadEnd(sentence: unknown, go: Go, say: Say) {
  return html`<div class="stack">
    <p>${sentence}</p>
    <div><button class="button" type="button" @click=${() => go({ name: 'form', form: 'question' })}>${say('kind.question')}</button></div>
  </div>`
}

/** A list of articles to choose from. */
export function resultList(results: readonly SearchResult[], go: Go) {
  return html`<ul class="list">
    ${results.map(
      ({ id, title, excerpt }) => html`<li>
        <button class="row result" type="button" @click=${() => go({ name: 'article', id })}>
          <strong dir="auto">${title}</strong>
          ${excerpt.text ? html`<span class="excerpt" dir="auto">${marked(excerpt)}</span>` : ''}
        </button>
      </li>`,
    )}
  </ul>`
}

/** The text with its marks: by ranges, never by parsing. */
function marked({ text, marks }: Excerpt) {
  const pieces: unknown[] = []
  let at = 0
  for (const { start, end } of marks) {
    if (start < at) continue
    pieces.push(text.slice(at, start), html`<mark>${text.slice(start, end)}</mark>`)
    at = end
  }
  return [...pieces, text.slice(at)]
}
