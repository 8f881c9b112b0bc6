import { html } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Say } from './say.ts'

/** "I am thinking of leaving", in one tap, where the owner lets it be said. Nothing is offered in return. Needs `tickStyles`. */
export const leavingTick = (isTicked: boolean, tick: (isTicked: boolean) => void, say: Say) => html`<div class="leaving">
  <label class="tick">
    <input type="checkbox" aria-describedby="leaving-hint" .checked=${live(isTicked)} @change=${({ target }: Event) => tick((target as HTMLInputElement).checked)} />
    ${say('leaving.tick')}
  </label>
  <p class="hint" id="leaving-hint">${say('leaving.hint')}</p>
</div>`
