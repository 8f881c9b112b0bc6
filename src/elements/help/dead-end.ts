import { html, nothing } from 'lit'
import type { Desk } from '../../desk/desk.ts'
import type { DeskState } from '../../desk/state.ts'
import type { View } from '../../desk/view.ts'
import { beginQuestion } from '../shared/begin-question.ts'
import type { GapConsent } from '../shared/gap-consent.ts'
import type { Say } from '../shared/say.ts'
import type { Go } from './result-list.ts'
import type { Shown } from './steady-results.ts'

// A look at what there is, not the whole of it.
const most = { shelves: 4, articles: 3 }

/** Where a dead end lies: the desk, its state, and how one gets on from there. */
export interface Whereabouts {
  readonly desk: Desk
  readonly state: DeskState
  readonly gaps: GapConsent
  readonly go: Go
  readonly say: Say
  /** What stands in the box now: while an answer is still on its way, it is not what is shown. */
  readonly typed: string
  announce(text: string): void
}

/** A search without an answer is the beginning of one: a person, a question in which the words stand already, what there is to read. */
export function deadEnd({ query, status, topics = [] }: Shown, { desk, state, gaps, go, say, typed, announce }: Whereabouts) {
  const failed = status === 'failed'
  const ask = (view: View) => {
    void beginQuestion(desk, typed.trim())
    go(view)
  }
  return html`<div class="stack dead-end">
    <p>${failed ? say('search.failed') : html`${say('search.none', { query: query.trim() })}<br />${say('search.noneHint')}`}</p>
    <div class="actions">
      <button class="button" type="button" @click=${() => ask({ name: 'people' })}>${say('person.ask')}</button>
      <button class="button second" type="button" @click=${() => ask({ name: 'form', form: 'question' })}>${say('kind.question')}</button>
    </div>
    ${failed ? nothing : gaps.template(desk, state, say('gaps.ask'), say, announce)} ${topics.length > 0 ? shelves(topics, desk, go, say) : nothing}
  </div>`
}

function shelves(topics: NonNullable<Shown['topics']>, desk: Desk, go: Go, say: Say) {
  const labelOf = (topic: string) => desk.settings.topics.find(({ id }) => id === topic)?.label ?? topic
  return html`<div class="shelves">
    <h3 class="quiet section">${say('search.topics')}</h3>
    ${topics.slice(0, most.shelves).map(
      ({ topic, articles }) => html`<div>
        <h4 dir="auto">${labelOf(topic)}</h4>
        <ul class="list">
          ${articles.slice(0, most.articles).map(
            ({ id, title }) => html`<li>
              <button class="row result" type="button" dir="auto" @click=${() => go({ name: 'article', id })}>${title}</button>
            </li>`,
          )}
        </ul>
      </div>`,
    )}
  </div>`
}
