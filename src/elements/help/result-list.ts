import { html, nothing } from 'lit'
import type { Excerpt, SearchResult } from '../../core/articles/article.ts'
import type { View } from '../../desk/view.ts'
import { dotted } from '../shared/dotted.ts'
import { otherLanguageOf } from '../shared/language-name.ts'
import type { Say } from '../shared/say.ts'

export type Go = (view: View) => void

/** A list of articles to choose from. Why one is there is in `data-reason`, for developers. */
export function resultList(results: readonly SearchResult[], locale: string, go: Go, say: Say) {
  return html`<ul class="list">
    ${results.map(result => html`<li>${row(result, locale, go, say)}</li>`)}
  </ul>`
}

function row(result: SearchResult, locale: string, go: Go, say: Say) {
  const { id, title, excerpt, reason } = result
  const lang = result.locale ?? nothing
  const facts = about(result, locale, say)
  return html`<button class="row result" type="button" data-reason=${reason ?? nothing} @click=${() => go({ name: 'article', id })}>
    <strong dir="auto" lang=${lang}>${title}</strong>
    ${excerpt.text ? html`<span class="excerpt" dir="auto" lang=${lang}>${marked(excerpt)}</span>` : nothing}
    ${facts.length > 0 ? html`<span class="facts">${dotted(facts)}</span>` : nothing}
  </button>`
}

/** What one has to know before opening it: that another customer wrote it, that it is in another language. */
function about({ community, author, locale: tag }: SearchResult, locale: string, say: Say): string[] {
  const language = otherLanguageOf(tag, locale)
  return [
    ...(community ? [author?.name ? say('answer.by', { name: author.name }) : say('answer.customer')] : []),
    ...(language ? [say('search.language', { language })] : []),
  ]
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
