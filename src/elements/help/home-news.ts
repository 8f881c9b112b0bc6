import { html, nothing, type LitElement } from 'lit'
import type { Desk } from '../../desk/desk.ts'
import type { Closing, DeskState } from '../../desk/state.ts'
import { provideAllWords } from '../shared/all-words.ts'
import { ClosingPart } from '../shared/closing.ts'
import { isStuck } from '../shared/is-stuck.ts'
import type { Say } from '../shared/say.ts'
import type { Go } from './result-list.ts'

provideAllWords()

// Each is told once at home; it is told again among the requests, until it is settled.
const told = new WeakSet<Closing>()

/** What waits for the customer among their requests, told at home. */
export class HomeNews {
  #mine: Closing | undefined
  readonly #closing: ClosingPart
  readonly #go: Go
  readonly #say: Say

  constructor(host: LitElement, say: Say, announce: (text: string) => void, go: Go) {
    this.#closing = new ClosingPart(host, say, announce)
    this.#go = go
    this.#say = say
  }

  template(desk: Desk, { closing, unread, open, queue }: DeskState) {
    if (!open) this.#mine = undefined
    else if (closing && !told.has(closing)) {
      told.add(closing)
      this.#mine = closing
    }
    const count = [...(unread?.values() ?? [])].reduce((sum, each) => sum + each, 0)
    return html`${count
      ? html`<div><button class="button second" type="button" @click=${() => this.#go({ name: 'requests' })}>${this.#say('requests.came', { count })}</button></div>`
      : nothing}
    ${isStuck(queue)
      ? html`<div><button class="plain" type="button" @click=${() => this.#go({ name: 'requests' })}>${this.#say('queue.count', { count: queue.count })}</button></div>`
      : nothing}
    ${closing === this.#mine ? this.#closing.template(desk, closing) : nothing}`
  }
}
