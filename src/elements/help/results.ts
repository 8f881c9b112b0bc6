import { html, nothing, type LitElement, type ReactiveController } from 'lit'
import type { SearchResult } from '../../core/articles/article.ts'
import type { Desk } from '../../desk/desk.ts'
import type { DeskState, SearchState } from '../../desk/state.ts'
import { enSearch } from '../../locale/en-search.ts'
import { Announcer } from '../shared/announcer.ts'
import { EarshotSearchEvent } from '../shared/events.ts'
import { GapConsent } from '../shared/gap-consent.ts'
import type { Say } from '../shared/say.ts'
import { provideWords } from '../shared/words.ts'
import { deadEnd } from './dead-end.ts'
import type { HomeNews } from './home-news.ts'
import { PointerHold } from './pointer-hold.ts'
import { resultList, type Go } from './result-list.ts'
import { resultStyles } from './results.styles.ts'
import { onKey } from './row-keys.ts'
import { steady, type Shown } from './steady-results.ts'

provideWords('en', enSearch)

// Long enough that nobody is told of a number while they still type, in milliseconds.
const quiet = 500
const pointerEvents = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'pointerleave'] as const

interface Host extends LitElement {
  readonly embedded: boolean
  readonly words: Say
}

/** All that comes of typing into the search box. Fetched when somebody is about to. */
export class Results implements ReactiveController {
  /** What was last typed. */
  query = ''
  readonly announcer: Announcer
  readonly #host: Host
  readonly #go: Go
  readonly #gaps = new GapConsent()
  readonly #hold = new PointerHold(() => this.#host.requestUpdate())
  #desk: Desk | undefined
  /** Of an element alone on a page: other elements search at the same desk. */
  #own: SearchState | undefined
  #news: HomeNews | undefined
  #newsComing: Promise<unknown> | undefined
  #shown: Shown | undefined
  #unanswered = ''
  // Where it was last decided who stands in front; also a home drawn before this was here has begun without.
  #place = ''
  #front = false
  #telling: ReturnType<typeof setTimeout> | undefined

  constructor(host: Host, go: Go) {
    this.#host = host
    this.#go = go
    this.announcer = new Announcer(host)
    if (host.hasUpdated) this.#place = 'home'
    host.addController(this)
  }

  hostConnected() {
    const root = this.#host.shadowRoot!
    root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, resultStyles.styleSheet!])]
    root.addEventListener('keydown', this.#onKey)
    root.addEventListener('focusout', this.#onLeave)
    for (const type of pointerEvents) root.addEventListener(type, this.#onPointer)
    this.#host.requestUpdate()
  }

  hostDisconnected() {
    const root = this.#host.shadowRoot!
    root.removeEventListener('keydown', this.#onKey)
    root.removeEventListener('focusout', this.#onLeave)
    for (const type of pointerEvents) root.removeEventListener(type, this.#onPointer)
    clearTimeout(this.#telling)
    this.#hold.stop()
  }

  /** Asks the desk; in the panel the desk also goes to the results. */
  search(query: string, desk: Desk) {
    this.query = query
    this.#desk = desk
    this.#unanswered = ''
    this.#hold.typed()
    clearTimeout(this.#telling)
    const text = query.trim()
    const answer = desk.search(query)
    // Whoever typed may have closed the panel before it was known how to search.
    if (this.#host.embedded && desk.state.open) desk.open(text ? { name: 'results', query } : { name: 'home' })
    this.#host.requestUpdate()
    const answered = (results: readonly SearchResult[], failed: boolean) => {
      // Overtaken, here or by another element of the same desk.
      if (!text || query !== this.query || desk.state.search.query !== query) return
      if (failed) this.#unanswered = query
      this.#host.requestUpdate()
      this.#host.dispatchEvent(new EarshotSearchEvent(text, results.length))
      this.#telling = setTimeout(() => this.#tell(text), quiet)
    }
    void answer.then(results => answered(results, false), () => answered([], true))
  }

  /** What was typed has come to: articles, or the beginning of a question. */
  found(desk: Desk, state: DeskState) {
    const { words: say } = this.#host
    const { locale } = desk.settings
    const search = this.#stateOf(state)
    const shown = (this.#shown = steady(this.#shown, search, this.#hold.held || this.#isFocusAmongRows()))
    const silent = search.status === 'busy' ? [] : (shown?.sources ?? []).filter(({ status }) => status === 'failed' || status === 'late')
    return html`<div class="found" aria-busy=${search.status === 'busy' ? 'true' : 'false'}>
      ${shown?.results.length
        ? html`${this.front(state, 'results')}${resultList(shown.results, locale, this.#go, say)}`
        : shown && deadEnd(shown, { desk, state, gaps: this.#gaps, go: this.#go, say, typed: search.query, announce: this.announcer.announce })}
      ${silent.length > 0 ? html`<p class="quiet">${missing(silent.map(({ name }) => name), locale, say)}</p>` : nothing}
      ${search.status === 'busy' ? html`<p class="quiet wait">${say('search.busy')}</p>` : nothing}
    </div>`
  }

  /** What is new among the requests, and articles for this page. */
  suggested(desk: Desk, state: DeskState) {
    this.#shown = undefined
    const { words: say } = this.#host
    const { suggestions } = state
    const news = state.closing || state.unread?.size || state.queue ? this.#tellNews(desk, state) : nothing
    if (suggestions.length === 0) return news
    return html`${news}<div>
      <h3 class="quiet section">${say('home.suggestions')}</h3>
      ${resultList(suggestions, desk.settings.locale, this.#go, say)}
    </div>`
  }

  /** Fetched where there is any. */
  #tellNews(desk: Desk, state: DeskState) {
    this.#newsComing ??= import('./home-news.ts').then(
      ({ HomeNews }) => {
        this.#news = new HomeNews(this.#host, this.#host.words, text => this.announcer.announce(text), this.#go)
        this.#host.requestUpdate()
      },
      () => (this.#newsComing = undefined),
    )
    return this.#news?.template(desk, state) ?? nothing
  }

  /** The person comes first once something did not help; decided when a view begins, so that nothing moves under a finger. */
  front({ open, personFirst }: DeskState, place: 'home' | 'results') {
    if (place !== this.#place || (this.#host.embedded && !open)) {
      this.#place = place
      this.#front = !!personFirst
    }
    if (!this.#front) return nothing
    return html`<div class="front"><button class="button" type="button" @click=${() => this.#go({ name: 'people' })}>${this.#host.words('person.ask')}</button></div>`
  }

  #stateOf({ search }: DeskState): SearchState {
    if (this.#host.embedded || search.query === this.query) this.#own = search
    const own = this.#own ?? { query: this.query, status: 'busy', results: [] }
    return own.status === 'busy' && own.query === this.#unanswered ? { ...own, status: 'failed', results: [] } : own
  }

  #tell(query: string) {
    const { words: say } = this.#host
    const count = this.#shown?.results.length ?? 0
    if (count > 0) this.announcer.announce(say('search.count', { count }))
    else this.announcer.announce(this.#shown?.status === 'failed' ? say('search.failed') : say('search.none', { query }))
  }

  #isFocusAmongRows() {
    return !!this.#host.shadowRoot!.activeElement?.matches('.found .result')
  }

  #onKey = (event: Event) =>
    onKey(event as KeyboardEvent, { root: this.#host.shadowRoot!, clear: () => this.#desk && this.search('', this.#desk) })

  #onPointer = (event: Event) => {
    const among = event.type !== 'pointerleave' && !!(event.target as Element).closest?.('.found .list')
    this.#hold.see(event as PointerEvent, among)
  }

  /** What waited for the focus to leave the rows may come now. */
  #onLeave = (event: Event) => {
    if ((event.target as Element).matches('.found .result')) this.#host.requestUpdate()
  }
}

function missing(names: readonly string[], locale: string, say: Say) {
  return say('search.missing', { count: names.length, names: new Intl.ListFormat(locale).format(names) })
}
