import { html, nothing, type PropertyDeclarations } from 'lit'
import type { Desk } from '../../desk/desk.ts'
import type { DeskState, SearchState } from '../../desk/state.ts'
import { Announcer } from '../shared/announcer.ts'
import { controls } from '../shared/controls.ts'
import { StepElement } from '../shared/step-element.ts'
import { tokens } from '../shared/tokens.ts'
import { helpStyles } from './help.styles.ts'
import type { Mark } from './mark/mark.ts'

const kinds = ['problem', 'question', 'idea', 'praise'] as const

/**
 * Search, the articles for this page, and the ways to say something. With an `article` it is something small instead:
 * a question mark for one part of the page, and the short answer that opens from it.
 *
 * @slot - Fallback: shown until the element is defined and when it cannot work.
 * @csspart search - The search box.
 * @fires earshot-search - A search was answered.
 */
export class EarshotHelp extends StepElement {
  static override styles = [tokens, controls, helpStyles]
  static override properties: PropertyDeclarations = { ...StepElement.properties, asked: { state: true }, article: {}, for: {} }

  /** The id of the article that helps with one part of the page. */
  declare article: string | undefined
  /** The id of that part, in the same tree. */
  declare for: string | undefined

  /** The search of an element alone on a page. */
  declare asked: SearchState | undefined

  readonly #announcer = new Announcer(this)
  #latest = ''
  #results: typeof import('./results.ts') | undefined
  #mark: Mark | undefined

  protected override deskChanged(state: DeskState, before: DeskState | undefined) {
    if (this.article) return
    // A desk that has just been found may know articles for this page.
    if (!before) void this.found.desk?.suggest().catch(() => {})
    if (!this.#results && (state.suggestions.length > 0 || state.search.query)) void this.#fetchResults()
  }

  /** The home is there before anything is found. */
  async #fetchResults() {
    const results = await import('./results.ts')
    if (!this.#results) this.requestUpdate()
    return (this.#results = results)
  }

  protected override content(desk: Desk, state: DeskState) {
    if (!this.article) return super.content(desk, state)
    void import('./mark/mark.ts').then(({ Mark }) => (this.#mark ??= new Mark(this)), () => {})
    return this.#mark?.template(desk) ?? nothing
  }

  protected body(_desk: Desk, state: DeskState) {
    const search = this.embedded ? state.search : (this.asked ?? { query: '', status: 'idle', results: [] })
    return html`<div class="content">
      <div>
        <h2 tabindex="-1">${this.say('home.title')}</h2>
        <form role="search" @submit=${(event: Event) => event.preventDefault()}>
          <input part="search" type="search" enterkeyhint="search" autocomplete="off" aria-label=${this.say('search.label')}
            placeholder=${this.say('search.label')} .value=${search.query} @input=${this.#onInput} @keydown=${this.#onKey} />
        </form>
      </div>
      ${search.query.trim() ? (this.#results?.resultsView(search, view => this.step(view), this.words) ?? nothing) : this.#home(state)}
      ${this.embedded ? nothing : html`<div><button class="plain" type="button" @click=${() => this.step({ name: 'people' })}>${this.say('person')}</button></div>`}
      ${this.#announcer.template}
    </div>`
  }

  /** What arrives later comes last: nothing may move under a finger. */
  #home({ suggestions }: DeskState) {
    return html`<div>
        <h3 class="section">${this.say('home.say')}</h3>
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
      ${this.#results && suggestions.length > 0
        ? html`<div>
            <h3 class="section">${this.say('home.suggestions')}</h3>
            ${this.#results.resultList(suggestions, view => this.step(view))}
          </div>`
        : nothing}`
  }

  #onInput(event: InputEvent) {
    this.#search((event.target as HTMLInputElement).value)
  }

  /** Escape first clears what is typed; only then may it close the panel. */
  #onKey(event: KeyboardEvent) {
    const field = event.target as HTMLInputElement
    if (event.key !== 'Escape' || event.isComposing || field.value === '') return
    event.preventDefault()
    this.#search('')
  }

  /** How to search comes with the first letter; what is typed meanwhile is not lost. */
  #search(query: string) {
    this.#latest = query
    void this.#fetchResults().then(({ search }) => {
      if (query === this.#latest && this.found.desk) search(query, this.found.desk, this)
    })
  }

  /** For `search`: shows an answer, unless it was overtaken. */
  answered(state: SearchState, words?: string, event?: Event) {
    if (state.query !== this.#latest) return
    if (!this.embedded) this.asked = state
    if (words) this.#announcer.announce(words)
    if (event) this.dispatchEvent(event)
  }
}

declare global {
  interface HTMLElementTagNameMap { 'earshot-help': EarshotHelp }
}
