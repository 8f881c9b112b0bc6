import { html, type LitElement, nothing } from 'lit'
import type { Form } from '../../core/forms/form.ts'
import type { Draft } from '../../core/issue/draft.ts'
import type { Desk } from '../../desk/desk.ts'
import type { DeskState } from '../../desk/state.ts'
import { provideAllWords } from '../shared/all-words.ts'
import type { Say } from '../shared/say.ts'
import { staffFields } from './staff-fields.ts'

provideAllWords()

/** The form as it stands. */
export interface Standing {
  readonly desk: Desk
  readonly state: DeskState
  readonly form: Form
  readonly draft: Draft
  edit(patch: Partial<Draft>): void
}

/** What few forms have above their fields: for whom it is written, and what was begun on another page. */
export function open(host: LitElement, say: Say) {
  const staff = staffFields(host, say)
  return (standing: Standing) =>
    html`${standing.desk.settings.staff ? staff(standing) : nothing} ${begunElsewhere(host, standing, say)}`
}

function begunElsewhere(host: LitElement, { desk, state, form: { id } }: Standing, say: Say) {
  const begun = state.drafts.has(id) ? undefined : state.elsewhere?.get(id)
  if (!begun) return nothing
  return html`<p class="quiet">
    ${say('draft.elsewhere', { title: begun.title || begun.url })}
    <button class="plain" type="button" @click=${() => void desk.adopt(id).then(() => host.focus(), () => {})}>${say('draft.goOn')}</button>
  </p>`
}
