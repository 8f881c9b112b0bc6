import { html, nothing, type PropertyDeclarations } from 'lit'
import type { Article } from '../../core/articles/article.ts'
import type { Desk } from '../../desk/desk.ts'
import type { DeskState, ReaderState } from '../../desk/state.ts'
import type { View } from '../../desk/view.ts'
import { provideAllWords } from '../shared/all-words.ts'
import { Announcer } from '../shared/announcer.ts'
import { controls } from '../shared/controls.ts'
import { EarshotArticleEvent } from '../shared/events.ts'
import { StepElement } from '../shared/step-element.ts'
import { tokens } from '../shared/tokens.ts'
import { articleStyles } from './article.styles.ts'
import { byline, otherLanguage } from './byline.ts'
import { helpful } from './helpful.ts'
import { targetOf } from './links.ts'

provideAllWords()

/**
 * One article, with "Did this help?" at its end.
 *
 * @slot - The fallback: shown until the element is defined, and when it cannot work.
 * @csspart title - The heading.
 * @csspart body - The article itself.
 * @cssprop --earshot-accent - Colour of links, buttons and focus.
 * @cssprop --earshot-radius - Corners of pictures and buttons.
 * @cssprop --earshot-font - Font family; default: the page's own.
 * @fires {EarshotArticleEvent} earshot-article - The article has been opened.
 */
export class EarshotArticle extends StepElement {
  static override styles = [tokens, controls, articleStyles]
  static override properties: PropertyDeclarations = { ...StepElement.properties, article: {} }

  /** The article's id. */
  declare article: string

  #asked: string | undefined
  #status: ReaderState['status'] = 'busy'
  #shown: Article | undefined
  #content: () => unknown = () => nothing
  #related: readonly Article[] = []
  readonly #announcer = new Announcer(this)

  constructor() {
    super()
    this.article = ''
  }

  protected override willUpdate() {
    super.willUpdate()
    const { desk } = this.found
    if (desk && this.article && this.#asked !== this.article) void this.#read(desk, this.article)
  }

  protected override isHere(view: View) {
    return view.name === 'article' && view.id === this.article
  }

  protected body(desk: Desk, state: DeskState) {
    if (!this.article) return nothing
    return html`<article>
        <h2 tabindex="-1" part="title" dir="auto">${this.#shown?.title ?? this.say(`article.${this.#status === 'ready' ? 'busy' : this.#status}`)}</h2>
        ${this.#shown ? this.#ready(desk, state, this.#shown) : this.#status === 'busy' ? nothing : this.#broken(desk)}
      </article>
      ${this.#announcer.template}`
  }

  #ready(desk: Desk, state: DeskState, article: Article) {
    const answer = state.journey.articles?.find(({ id }) => id === article.id)?.helpful
    const judge = (helped: boolean) => {
      desk.helpful(article.id, helped)
      this.#announcer.announce(this.say(helped ? 'article.glad' : 'article.sorry'))
    }
    return html`${otherLanguage(article, desk.settings.locale, this.words)}
      <div class="body" part="body" dir="auto" lang=${article.locale ?? nothing} @click=${this.#follow}>${this.#content()}</div>
      ${byline(article, desk.settings.locale, this.words)}
      <footer class="stack">
        ${helpful(answer, judge, view => this.step(view), this.words)} ${this.#relatives()}
      </footer>`
  }

  #relatives() {
    if (!this.#related.length) return nothing
    return html`<div class="related">
      <h3>${this.say('article.related')}</h3>
      <ul>
        ${this.#related.map(
          ({ id, title }) =>
            html`<li><button class="plain" type="button" dir="auto" @click=${() => this.step({ name: 'article', id })}>${title}</button></li>`,
        )}
      </ul>
    </div>`
  }

  #broken(desk: Desk) {
    return html`<div class="actions broken">
      ${this.#status === 'failed'
        ? html`<button class="button" type="button" @click=${() => this.#read(desk, this.article)}>${this.say('article.again')}</button>`
        : nothing}
      <button class="button second" type="button" @click=${() => this.step({ name: 'form', form: 'question' })}>${this.say('kind.question')}</button>
    </div>`
  }

  async #read(desk: Desk, id: string) {
    this.#asked = id
    this.#show('busy')
    try {
      const article = await desk.read(id)
      const content = article.format === 'html' ? await this.#fromHtml(article) : await this.#fromMarkdown(desk, article)
      if (this.#asked !== id) return
      this.#content = content
      this.#show('ready', article)
      this.dispatchEvent(new EarshotArticleEvent(id))
      this.#related = await desk.related(article)
      this.requestUpdate()
    } catch (error) {
      if (this.#asked !== id || this.#shown) return
      this.#show((error as { code?: string }).code === 'articles/not-found' ? 'missing' : 'failed')
      this.#announcer.announce(this.say(this.#status === 'missing' ? 'article.missing' : 'article.failed'))
    }
  }

  async #fromMarkdown(desk: Desk, article: Article) {
    const [blocks, { renderBlocks }] = await Promise.all([desk.outline(article), import('./blocks.ts')])
    return () => renderBlocks(blocks, this.words)
  }

  async #fromHtml(article: Article) {
    const fragment = (await import('./html-body.ts')).htmlBody(article, this.words)
    return () => fragment
  }

  #show(status: ReaderState['status'], article?: Article) {
    this.#status = status
    this.#shown = article
    this.#related = []
    this.requestUpdate()
  }

  #follow = (event: Event) => {
    const target = targetOf(event)
    if (!target) return
    // Neither the host's router nor its address has anything to do with what we open in place.
    event.preventDefault()
    if ('article' in target) this.step({ name: 'article', id: target.article })
    else this.shadowRoot?.getElementById(target.heading)?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'earshot-article': EarshotArticle
  }
}
