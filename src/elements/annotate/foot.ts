import { html, nothing } from 'lit'
import type { Say } from '../shared/say.ts'

/** Where the editor is; `asking` whether what was drawn may be lost. */
export type State = 'drawing' | 'asking' | 'busy' | 'failed' | 'closed'

/** The ways out. */
export interface Ends { leave(): void; cancel(): void; stay(): void; finish(): void }

/** What can be done with the picture, or the question whether it may be lost. */
export function foot(state: State, { leave, cancel, stay, finish }: Ends, say: Say) {
  if (state === 'asking') {
    return html`<p id="how">${say('picture.discard')}</p>
      <button class="button second" type="button" @click=${cancel}>${say('picture.discardYes')}</button>
      <button class="button stay" type="button" @click=${stay}>${say('picture.discardNo')}</button>`
  }
  const [isBusy, hasFailed] = [state === 'busy', state === 'failed']
  return html`<p class=${hasFailed ? 'error' : 'quiet how'} id="how">${say(hasFailed ? 'picture.notKept' : 'picture.how')}</p>
    <button class="button second" type="button" @click=${leave}>${say('picture.cancel')}</button>
    <button class="button" type="button" aria-disabled=${isBusy ? 'true' : nothing} @click=${finish}>${say(isBusy ? 'picture.busy' : 'picture.done')}</button>`
}
