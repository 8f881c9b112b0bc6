import { html } from 'lit'
import type { DeskState } from '../../desk/state.ts'
import { provideAllWords } from '../shared/all-words.ts'
import type { Say } from '../shared/say.ts'
import { enclosedItems } from './enclosed-items.ts'
import type { Enclosures } from './enclosed.ts'

provideAllWords()

export interface EnclosedList {
  enclosures: Enclosures
  state: DeskState
  locale: string
  withheld: readonly string[]
  /** The new list of what is not to go. */
  change(withheld: string[]): void
}

/** Everything that goes along besides the customer's words, each thing to be taken out and put back. Fetched when it is opened. */
export function enclosedList({ enclosures, state, locale, withheld, change }: EnclosedList, say: Say) {
  const items = enclosedItems(enclosures, state, locale, say)
  if (!items.length) return html`<p class="hint">${say('enclosed.nothing')}</p>`
  return html`<p class="hint">${say('enclosed.hint')}</p>
    <ul>
      ${items.map(({ item, text }) => {
        const name = say(`enclosed.${item}`)
        const out = withheld.includes(item)
        return html`<li>
          <div>
            <span class="name">${out ? say('enclosed.removed', { item: name }) : name}</span>
            ${out ? '' : html`<bdi class="quiet">${text}</bdi>`}
          </div>
          <button
            class="plain"
            type="button"
            aria-label=${out ? `${say('enclosed.restore')}: ${name}` : say('enclosed.remove', { item: name })}
            @click=${() => change(out ? withheld.filter(other => other !== item) : [...withheld, item])}
          >
            ${out ? say('enclosed.restore') : say('enclosed.out')}
          </button>
        </li>`
      })}
    </ul>`
}
