import { html } from 'lit'
import type { SearchResult } from '../../core/articles/article.ts'
import type { Say } from '../shared/say.ts'

/** Articles that may answer what is being written. The place is there from the beginning, so that nothing moves when they come. */
export function matches(results: readonly SearchResult[], open: (id: string) => void, say: Say) {
  return html`<div class="matches" id="matches">
    ${results.length
      ? html`<h3>${say('match.title')}</h3>
          <ul>
            ${results.map(
              ({ id, title }) => html`<li><button class="plain" type="button" dir="auto" @click=${() => open(id)}>${title}</button></li>`,
            )}
          </ul>`
      : html`<p class="hint">${say('match.hint')}</p>`}
  </div>`
}
