import { html, nothing } from 'lit'
import type { Article } from '../../../core/articles/article.ts'
import type { Desk } from '../../../desk/desk.ts'
import type { ReaderState } from '../../../desk/state.ts'
import type { View } from '../../../desk/view.ts'
import { provideAllWords } from '../../shared/all-words.ts'
import { EarshotArticleEvent } from '../../shared/events.ts'
import { InPlace } from '../../shared/in-place.ts'
import { helped } from './helped.ts'
import type { MarkHost } from './mark.ts'
import { panelFor } from './panel-for.ts'
import { shortAnswer, type ShortAnswer } from './short-answer.ts'

provideAllWords()

/** What the mark does for its answer. */
interface Bearer {
  close(): void
  announce(text: string): void
}

/** What is in the popover: the short answer, the way to the whole article, "Did this help?", and the person. */
export class Answer {
  readonly #host: MarkHost
  readonly #bearer: Bearer
  readonly #steps: InPlace
  #article: Article | undefined
  #short: ShortAnswer | undefined
  #status: ReaderState['status'] = 'busy'
  #noted = false

  constructor(host: MarkHost, bearer: Bearer) {
    this.#host = host
    this.#bearer = bearer
    this.#steps = new InPlace(host, host.words, view => this.#steps.take(view, false))
  }

  /** Fetches what is to be said, and says it: who pressed the mark asked for it. */
  async read(desk: Desk, id: string) {
    const { words: say } = this.#host
    this.#show('busy')
    try {
      const article = await desk.read(id)
      const short = await shortAnswer(article, desk)
      this.#article = article
      this.#short = short
      this.#show('ready')
      this.#host.dispatchEvent(new EarshotArticleEvent(id))
      await this.#host.updateComplete
      this.#bearer.announce(this.#host.shadowRoot!.querySelector('.short')?.textContent?.trim() || article.title)
    } catch (error) {
      this.#show((error as { code?: string }).code === 'articles/not-found' ? 'missing' : 'failed')
      this.#bearer.announce(say(this.#status === 'missing' ? 'article.missing' : 'article.failed'))
    }
  }

  template(desk: Desk) {
    const { words: say } = this.#host
    const step = this.#steps.template(desk)
    return html`<button class="close" type="button" aria-label=${say('mark.close')} @click=${this.#bearer.close}>
        <svg viewBox="0 0 20 20" aria-hidden="true"><path d="m5 5 10 10M15 5 5 15" /></svg>
      </button>
      ${step ?? nothing}
      <div class="stack" ?hidden=${step !== undefined}>${this.#own(desk)}</div>`
  }

  #own(desk: Desk) {
    const { words: say } = this.#host
    if (this.#status === 'busy') return html`<p class="quiet">${say('article.busy')}</p>`
    if (!this.#article || !this.#short) return this.#broken(desk)
    const { id, title, locale } = this.#article
    return html`<div>
        <h2 dir="auto" lang=${locale ?? nothing}>${title}</h2>
        <div class="short" dir="auto" lang=${locale ?? nothing}>${this.#short.content}</div>
        ${this.#short.more
          ? html`<button class="plain more" type="button" @click=${() => this.#step(desk, { name: 'article', id })}>${say('mark.more')}</button>`
          : nothing}
      </div>
      ${helped({
        say,
        answer: desk.state.journey.articles?.find(article => article.id === id)?.helpful,
        noted: this.#noted,
        judge: (helpful, missing) => this.#judge(desk, id, helpful, missing),
        person: () => this.#step(desk, { name: 'people' }),
      })}`
  }

  /** Without the article there is still the person. */
  #broken(desk: Desk) {
    const { words: say } = this.#host
    return html`<p class="clear">${say(this.#status === 'missing' ? 'article.missing' : 'article.failed')}</p>
      <div class="actions">
        ${this.#status === 'failed'
          ? html`<button class="button" type="button" @click=${() => this.read(desk, this.#host.article ?? '')}>${say('article.again')}</button>`
          : nothing}
        <button class="button second" type="button" @click=${() => this.#step(desk, { name: 'people' })}>${say('person')}</button>
      </div>`
  }

  #judge(desk: Desk, id: string, helpful: boolean, missing: string | undefined) {
    const { words: say } = this.#host
    this.#noted = missing !== undefined
    desk.helpful(id, helpful, missing)
    this.#bearer.announce(say(this.#noted ? 'article.noted' : helpful ? 'article.glad' : 'article.sorry'))
    this.#host.requestUpdate()
  }

  /** Into the panel where there is one that can be used from here, else in this very place. */
  #step(desk: Desk, view: View) {
    if (!panelFor(this.#host, desk)) return this.#steps.take(view, false)
    desk.open(view)
    this.#bearer.close()
  }

  #show(status: ReaderState['status']) {
    this.#status = status
    this.#host.requestUpdate()
  }
}
