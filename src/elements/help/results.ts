import { html } from 'lit'
import type { Excerpt, SearchResult } from '../../core/articles/article.ts'

/** A list of articles; `open` is called with the id of the one that was chosen. */
export function resultList(results: readonly SearchResult[], open: (id: string) => void) {
  return html`<ul class="list">
    ${results.map(
      result => html`<li>
        <button class="row result" type="button" @click=${() => open(result.id)}>
          <strong dir="auto">${result.title}</strong>
          ${result.excerpt.text ? html`<span class="excerpt" dir="auto">${marked(result.excerpt)}</span>` : ''}
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
