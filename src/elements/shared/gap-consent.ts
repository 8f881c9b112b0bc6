import { html, nothing } from 'lit'
import type { Desk } from '../../desk/desk.ts'
import type { DeskState } from '../../desk/state.ts'
import type { Say } from './say.ts'

/** Asks whether what had no answer may be passed on: once, where the owner wants to know, until the customer has decided. */
export class GapConsent {
  #asked = false

  /** @param question the sentence that asks. Once shown it stays, with the answer, for as long as this object is used. */
  template(desk: Desk, { shareGaps }: DeskState, question: string, say: Say, announce: (text: string) => void) {
    if (!shareGaps || (shareGaps !== 'ask' && !this.#asked)) return nothing
    this.#asked = true
    const became = (share: boolean) => say(share ? 'gaps.shared' : 'gaps.kept')
    const button = (share: boolean) => html`<button
      class="plain"
      type="button"
      aria-pressed=${shareGaps === (share ? 'yes' : 'no') ? 'true' : 'false'}
      @click=${() => {
        void desk.shareGaps(share).catch(() => {})
        announce(became(share))
      }}
    >
      ${say(share ? 'article.yes' : 'article.no')}
    </button>`
    return html`<fieldset class="gaps quiet">
      <legend>${question}</legend>
      ${button(true)} ${button(false)} ${shareGaps === 'ask' ? nothing : html`<span>${became(shareGaps === 'yes')}</span>`}
    </fieldset>`
  }
}
