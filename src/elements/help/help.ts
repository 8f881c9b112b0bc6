import { html, nothing } from 'lit'
import type { SearchResult } from '../../core/articles/article.ts'
import type { Desk } from '../../desk/desk.ts'
import type { DeskState, SearchState } from '../../desk/state.ts'
import { Announcer } from '../shared/announcer.ts'
import { controls } from '../shared/controls.ts'
import { EarshotSearchEvent } from '../shared/panel-events.ts'
import { StepElement } from '../shared/step-element.ts'
import { tokens } from '../shared/tokens.ts'
import { helpStyles } from './help.styles.ts'
import { resultList } from './results.ts'

const kinds = ['problem', 'question', 'idea', 'praise'] as const

/**
 * Search, the articles for this page, and the ways to say something.
 *
 * @slot - Fallback: shown until the element is defined and when it cannot work.
 * @csspart search - The search box.
 * @fires earshot-search - A search was answered.
 */
export class EarshotHelp extends StepElement {
  static override styles = [tokens, controls, helpStyles]
  static override properties = { ...StepElement.properties, asked: { state: true } }

  /** The search of an element alone on a page. */
  declare protected asked: SearchState | undefined

  readonly #announcer = new Announcer(this)
  #latest = ''

  protected override deskChanged(_state: DeskState, before: DeskState | undefined) {
    // A desk that has just been found may know articles for this page.
    if (!before) void this.found.desk?.suggest().catch(() => {})
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
      ${search.query.trim() ? this.#results(search) : this.#home(state)}
      ${this.embedded ? nothing : html`<div><button class="plain" type="button" @click=${() => this.step({ name: 'people' })}>${this.say('person')}</button></div>`}
      ${this.#announcer.template}
    </div>`
  }

  #results({ query, status, results }: SearchState) {
    if (status === 'failed') return this.#dead(this.say('search.failed'))
    if (results.length > 0) return html`<div>${resultList(results, id => this.step({ name: 'article', id }))}</div>`
    if (status === 'busy') return html`<p class="quiet">${this.say('search.busy')}</p>`
    return this.#dead(html`${this.say('search.none', { query: query.trim() })}<br />${this.say('search.noneHint')}`)
  }

  /** The end of a search is the beginning of a question. */
  #dead(sentence: unknown) {
    return html`<div class="stack">
      <p>${sentence}</p>
      <div><button class="button" type="button" @click=${() => this.step({ name: 'form', form: 'question' })}>${this.say('kind.question')}</button></div>
    </div>`
  }

  #home({ suggestions }: DeskState) {
    return html`${suggestions.length > 0
        ? html`<div>
            <h3 class="section">${this.say('home.suggestions')}</h3>
            ${resultList(suggestions, id => this.step({ name: 'article', id }))}
          </div>`
        : nothing}
      <div>
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
      </div>`
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

  #search(query: string) {
    const { desk } = this.found
    if (!desk) return
    this.#latest = query
    const answer = desk.search(query)
    if (this.embedded) desk.open(query.trim() ? { name: 'results', query } : { name: 'home' })
    else this.asked = { query, status: query.trim() ? 'busy' : 'idle', results: query.trim() ? (this.asked?.results ?? []) : [] }
    void answer.then(results => this.#answered(query, 'ready', results), () => this.#answered(query, 'failed', []))
  }

  #answered(query: string, status: 'ready' | 'failed', results: SearchResult[]) {
    if (query !== this.#latest || !query.trim()) return
    if (!this.embedded) this.asked = { query, status, results }
    const none = results.length === 0
    this.#announcer.announce(none ? this.say('search.none', { query: query.trim() }) : this.say('search.count', { count: results.length }))
    this.dispatchEvent(new EarshotSearchEvent(query.trim(), results.length))
  }
}

declare global {
  interface HTMLElementTagNameMap { 'earshot-help': EarshotHelp }
}
