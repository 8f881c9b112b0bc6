import { html, nothing, type PropertyDeclarations } from 'lit'
import type { Article } from '../../core/articles/article.ts'
import type { Desk } from '../../desk/desk.ts'
import type { DeskState, ReaderState } from '../../desk/state.ts'
import type { View } from '../../desk/view.ts'
import { provideAllWords } from '../shared/all-words.ts'
import { Announcer } from '../shared/announcer.ts'
import { controls } from '../shared/controls.ts'
import { EarshotArticleEvent } from '../shared/events.ts'
import { fields } from '../shared/fields.ts'
import { helpfulStyles } from '../shared/helpful.styles.ts'
import { Helpful } from '../shared/helpful.ts'
import { StepElement } from '../shared/step-element.ts'
import { tokens } from '../shared/tokens.ts'
import { articleStyles } from './article.styles.ts'
import { byline, otherLanguage } from './byline.ts'
import { answerBy, thanks } from './community.ts'
import { contents, headingsIn, headingsOf, type Heading } from './contents.ts'
import { directionOfArticle } from './direction.ts'
import { figureStyles } from './figures.styles.ts'
import { faceStyles } from '../shared/face.styles.ts'
import { footerStyles } from './footer.styles.ts'
import { targetOf } from './links.ts'
import type { Reader } from './reader.ts'

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
  static override styles = [tokens, controls, fields, articleStyles, figureStyles, faceStyles, footerStyles, helpfulStyles]
  static override properties: PropertyDeclarations = { ...StepElement.properties, article: {} }

  /** The article's id. */
  declare article: string

  #asked: string | undefined
  #status: ReaderState['status'] = 'busy'
  #shown: Article | undefined
  #content: () => unknown = () => nothing
  #headings: readonly Heading[] = []
  #related: readonly Article[] = []
  #helpful = new Helpful()
  readonly #announcer = new Announcer(this)
  readonly #reader: Reader = {
    say: this.words,
    announce: this.#announcer.announce,
    enlarge: picture => void import('./enlarge.ts').then(({ enlarge }) => enlarge(picture, this.shadowRoot!, this.words), () => {}),
  }

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
    const article = this.#shown
    return html`<article>
        <h2 tabindex="-1" part="title" dir="auto" lang=${article?.locale ?? nothing}>
          ${article?.title ?? this.say(`article.${this.#status === 'ready' ? 'busy' : this.#status}`)}
        </h2>
        ${article ? this.#ready(desk, state, article) : this.#status === 'busy' ? nothing : this.#broken(desk)}
      </article>
      ${this.#announcer.template}`
  }

  #ready(desk: Desk, state: DeskState, article: Article) {
    const { locale } = desk.settings
    const { embedded } = this
    const asking = { desk, state, article, embedded, reader: this.#reader, go: (view: View) => this.step(view), drawn: () => (this.requestUpdate(), this.updateComplete) }
    return html`${otherLanguage(article, locale, this.words)} ${answerBy(article, this.#reader)}
      <div @click=${this.#follow}>
        ${contents(this.#headings, this.words)}
        <div class="body" part="body" dir=${directionOfArticle(article)} lang=${article.locale ?? nothing}>${this.#content()}</div>
      </div>
      ${byline(article, locale, this.words)}
      <footer class="stack">
        ${this.#helpful.template(asking)} ${thanks(article, desk, state, this.#reader)} ${this.#relatives()}
      </footer>`
  }

  #relatives() {
    if (!this.#related.length) return nothing
    return html`<div class="related">
      <h3>${this.say('article.related')}</h3>
      <ul>
        ${this.#related.map(
          ({ id, title, locale }) =>
            html`<li><button class="plain" type="button" dir="auto" lang=${locale ?? nothing} @click=${() => this.step({ name: 'article', id })}>${title}</button></li>`,
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
      const { content, headings } = article.format === 'html' ? await this.#fromHtml(article) : await this.#fromMarkdown(desk, article)
      if (this.#asked !== id) return
      this.#content = content
      this.#headings = headings
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
    return { headings: headingsOf(blocks, article.body.length), content: () => renderBlocks(blocks, this.#reader) }
  }

  async #fromHtml(article: Article) {
    const fragment = (await import('./html-body.ts')).htmlBody(article, this.#reader)
    return { headings: headingsIn(fragment), content: () => fragment }
  }

  #show(status: ReaderState['status'], article?: Article) {
    this.#status = status
    this.#shown = article
    this.#related = []
    this.#helpful = new Helpful()
    this.requestUpdate()
  }

  #follow = (event: Event) => {
    const target = targetOf(event)
    if (!target) return
    // Neither the host's router nor its address has anything to do with what we open in place.
    event.preventDefault()
    if ('article' in target) return this.step({ name: 'article', id: target.article })
    const heading = this.shadowRoot?.getElementById(target.heading)
    for (let fold = heading?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true
    heading?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'earshot-article': EarshotArticle
  }
}
