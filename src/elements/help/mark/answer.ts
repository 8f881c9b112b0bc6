import { html, nothing } from 'lit'
import type { Article } from '../../../core/articles/article.ts'
import type { Desk } from '../../../desk/desk.ts'
import type { ReaderState } from '../../../desk/state.ts'
import type { View } from '../../../desk/view.ts'
import { provideAllWords } from '../../shared/all-words.ts'
import { EarshotArticleEvent } from '../../shared/events.ts'
import { Helpful } from '../../shared/helpful.ts'
import { InPlace } from '../../shared/in-place.ts'
import { otherLanguageOf } from '../../shared/language-name.ts'
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
  /** Of the article that is asked for. */
  id = ''
  #article: Article | undefined
  #short: ShortAnswer | undefined
  #status: ReaderState['status'] = 'busy'
  #helpful = new Helpful()

  constructor(host: MarkHost, bearer: Bearer) {
    this.#host = host
    this.#bearer = bearer
    this.#steps = new InPlace(host, host.words, view => this.#steps.take(view, false))
  }

  /** Fetches what is to be said, and says it: who pressed the mark asked for it. */
  async read(desk: Desk, id: string) {
    const { words: say } = this.#host
    this.id = id
    this.#article = undefined
    this.#helpful = new Helpful()
    this.#show('busy')
    try {
      const article = await desk.read(id)
      const short = await shortAnswer(article, desk)
      if (this.id !== id) return
      this.#article = article
      this.#short = short
      this.#show('ready')
      this.#host.dispatchEvent(new EarshotArticleEvent(id))
      await this.#host.updateComplete
      this.#bearer.announce(this.#host.shadowRoot!.querySelector('.short')?.textContent?.trim() || article.title)
    } catch (error) {
      if (this.id !== id) return
      this.#show((error as { code?: string }).code === 'articles/not-found' ? 'missing' : 'failed')
      this.#bearer.announce(say(this.#status === 'missing' ? 'article.missing' : 'article.failed'))
    }
  }

  template(desk: Desk) {
    const { words: say } = this.#host
    const step = this.#steps.template(desk)
    return html`<button class="icon close" type="button" aria-label=${say('mark.close')} @click=${this.#bearer.close}>
        <svg viewBox="0 0 20 20" aria-hidden="true"><path d="m5 5 10 10M15 5 5 15" /></svg>
      </button>
      ${step ?? nothing}
      <div class="stack" ?hidden=${step !== undefined}>${this.#own(desk)}</div>`
  }

  #own(desk: Desk) {
    const { words: say } = this.#host
    if (this.#status === 'busy') return html`<p class="quiet head">${say('article.busy')}</p>`
    if (!this.#article || !this.#short) return this.#broken(desk)
    const { id, title, locale } = this.#article
    const language = otherLanguageOf(locale, desk.settings.locale)
    return html`<div>
        <div class="head"><h2 dir="auto" lang=${locale ?? nothing}>${title}</h2></div>
        <div class="short" dir="auto" lang=${locale ?? nothing}>${this.#short.content}</div>
        ${language ? html`<p class="quiet">${say('article.otherLanguage', { language })}</p>` : nothing}
        ${this.#short.more
          ? html`<button class="plain more" type="button" @click=${() => this.#step(desk, { name: 'article', id })}>${say('mark.more')}</button>`
          : nothing}
      </div>
      <div class="stack after">${this.#helpful.template({
        desk,
        state: desk.state,
        article: this.#article,
        reader: { say, announce: text => this.#bearer.announce(text) },
        go: view => this.#step(desk, view),
        drawn: () => (this.#host.requestUpdate(), this.#host.updateComplete),
      })}</div>`
  }

  /** Without the article there is still the person. */
  #broken(desk: Desk) {
    const { words: say } = this.#host
    return html`<p class="head">${say(this.#status === 'missing' ? 'article.missing' : 'article.failed')}</p>
      <div class="actions">
        ${this.#status === 'failed'
          ? html`<button class="button" type="button" @click=${() => this.read(desk, this.#host.article ?? '')}>${say('article.again')}</button>`
          : nothing}
        <button class="button second" type="button" @click=${() => this.#step(desk, { name: 'people' })}>${say('person')}</button>
      </div>`
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
