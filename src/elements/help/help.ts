import { html, nothing, type PropertyDeclarations } from 'lit'
import type { Desk } from '../../desk/desk.ts'
import type { DeskState } from '../../desk/state.ts'
import { controls } from '../shared/controls.ts'
import { StepElement } from '../shared/step-element.ts'
import { tokens } from '../shared/tokens.ts'
import { helpStyles } from './help.styles.ts'
import type { Mark } from './mark/mark.ts'
import type { Results } from './results.ts'

const kinds = ['problem', 'question', 'idea', 'praise'] as const

// Once it is here, every later home has it from its first drawing. Null: it did not come, and is asked for again.
let room: typeof import('./results.ts') | null | undefined

/**
 * Search, the articles for this page, and the ways to say something. With an `article` it is something small instead:
 * a question mark for one part of the page, and the short answer that opens from it.
 *
 * @slot - Fallback: shown until the element is defined and when it cannot work.
 * @csspart search - The search box.
 * @csspart mark - The question mark.
 * @csspart answer - The popover with the short answer.
 * @fires {EarshotSearchEvent} earshot-search - A search was answered.
 * @fires {EarshotArticleEvent} earshot-article - A short answer was opened.
 */
export class EarshotHelp extends StepElement {
  static override styles = [tokens, controls, helpStyles]
  static override properties: PropertyDeclarations = { ...StepElement.properties, article: {}, for: {} }

  /** The id of the article that helps with one part of the page. */
  declare article: string | undefined
  /** The id of that part, in the same tree. */
  declare for: string | undefined

  #results: Results | null | undefined = room && this.#enter(room)
  #mark: Mark | undefined

  protected override deskChanged(state: DeskState, before: DeskState | undefined) {
    if (this.article) return
    // A desk that has just been found may know articles for this page.
    if (!before) void this.found.desk?.suggest().catch(() => {})
    if (state.suggestions[0] || state.search.query || state.unread || state.closing || state.queue) void this.#fetchResults()
  }

  /** The home is there before anything is found. */
  async #fetchResults() {
    room ??= await import('./results.ts').catch(() => null)
    // Only now: of several who wait, the first makes it, and none takes the place of what somebody types into.
    if (room) return (this.#results ??= this.#enter(room))
    this.requestUpdate()
  }

  #enter({ Results }: NonNullable<typeof room>) {
    return new Results(this, view => this.step(view))
  }

  protected override content(desk: Desk, state: DeskState) {
    if (!this.article) return super.content(desk, state)
    void import('./mark/mark.ts').then(({ Mark }) => (this.#mark ??= new Mark(this)), () => {})
    return this.#mark?.template(desk) ?? nothing
  }

  protected body(desk: Desk, state: DeskState) {
    const results = this.#results
    const query = this.embedded ? state.search.query : (results?.query ?? '')
    return html`<div class="content">
      <div>
        <h2 tabindex="-1">${this.say('home.title')}</h2>
        <form role="search" @submit=${(event: Event) => event.preventDefault()}>
          <input part="search" type="search" enterkeyhint="search" autocomplete="off" aria-label=${this.say('search.label')}
            placeholder=${this.say('search.label')} .value=${query} @input=${this.#onInput} @focus=${this.#fetchResults} />
        </form>
      </div>
      ${room === null ? this.say('part.failed') : query.trim() ? results?.found(desk, state) : this.#home(desk, state)}
      ${this.embedded ? nothing : html`<div class="person"><button class="plain" type="button" @click=${() => this.step({ name: 'people' })}>${this.say('person')}</button></div>`}
      ${results?.announcer.template}
    </div>`
  }

  /** What arrives later comes last: nothing may move under a finger. */
  #home(desk: Desk, state: DeskState) {
    return html`${this.#results?.front(state, 'home')}
      <div>
        <h3 class="quiet section">${this.say('home.say')}</h3>
        <div class="kinds">
          ${kinds.map(
            kind => html`<button class="button second" type="button" @click=${() => this.step({ name: 'form', form: kind })}>
              ${this.say(`kind.${kind}`)}
            </button>`,
          )}
        </div>
      </div>
      <div class="list">
        <button class="row" type="button" @click=${() => this.step({ name: 'requests' })}>${this.say('requests.title')}</button>
      </div>
      ${this.#results?.suggested(desk, state)}`
  }

  /** How to search comes with the box; what is typed meanwhile is not lost. */
  #onInput(event: InputEvent) {
    const field = event.target as HTMLInputElement
    const { value } = field
    // An older text would come back into the box and take away what was typed since.
    void this.#fetchResults().then(results => field.isConnected && value === field.value && results?.search(value, this.found.desk!))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'earshot-help': EarshotHelp }
}
