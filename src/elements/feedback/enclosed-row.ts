import { html, nothing } from 'lit'
import type { Say } from '../shared/say.ts'

/** One thing that goes along. */
export interface Row {
  readonly key: string
  /** What it is, in a few words. */
  readonly name: string
  readonly text: string
  readonly isOut: boolean
  /** Takes it out, or puts it back. */
  turn?(): void
  /** The customer may correct it. */
  edit?(text: string): void
}

/** A row with its button; the button stays the same one, so that focus does. */
export function enclosedRow({ key, name, text, isOut, turn, edit }: Row, say: Say) {
  const field = () => html`<input dir="auto" aria-labelledby=${`enclosed-${key}`} .value=${text} @input=${({ target }: Event) => edit!((target as HTMLInputElement).value)} />`
  return html`<li>
    <div>
      <span class="name" id=${edit ? `enclosed-${key}` : nothing}>${isOut ? say('enclosed.removed', { item: name }) : name}</span>
      ${isOut ? '' : edit ? field() : html`<bdi class="quiet">${text}</bdi>`}
    </div>
    ${turn
      ? html`<button class="plain" type="button" aria-label=${isOut ? `${say('enclosed.restore')}: ${name}` : say('enclosed.remove', { item: name })} @click=${turn}>
          ${say(isOut ? 'enclosed.restore' : 'enclosed.out')}
        </button>`
      : nothing}
  </li>`
}
