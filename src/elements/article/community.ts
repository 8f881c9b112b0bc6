import { html, nothing } from 'lit'
import type { Article } from '../../core/articles/article.ts'
import type { Desk } from '../../desk/desk.ts'
import type { DeskState } from '../../desk/state.ts'
import { face } from '../shared/face.ts'
import type { Reader } from './reader.ts'

/** Above another customer's answer: whose it is, before it is read. */
export function answerBy({ community, author }: Article, { say }: Reader) {
  if (!community) return nothing
  return html`<div class="answer-by">
    ${author?.name ? face(author.name, author.avatar) : nothing}
    <span>${author?.name ? say('answer.by', { name: author.name }) : say('article.community')}</span>
  </div>`
}

/** One tap thanks whoever wrote it; once. */
export function thanks({ id, community, author }: Article, desk: Desk, state: DeskState, { say, announce }: Reader) {
  if (!community || !author?.name) return nothing
  const { thanked: done = false, helpful } = state.journey.articles?.find(article => article.id === id) ?? {}
  // Nobody is asked to be grateful for what did not help.
  if (helpful === false && !done) return nothing
  const thank = () => {
    if (!done) void desk.thank(id).then(() => announce(say('article.thanked')), () => {})
  }
  return html`<p class="thanks">
    <button class="button second" type="button" aria-disabled=${done ? 'true' : 'false'} @click=${thank}>
      ${done ? say('article.thanked') : say('article.thank', { name: author.name })}
    </button>
  </p>`
}
