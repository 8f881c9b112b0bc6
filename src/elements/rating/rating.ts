import { html, nothing, type PropertyDeclarations } from 'lit'
import type { Draft } from '../../core/issue/draft.ts'
import type { Rating, Scale } from '../../core/issue/issue.ts'
import type { Desk } from '../../desk/desk.ts'
import type { DeskState } from '../../desk/state.ts'
import { provideAllWords } from '../shared/all-words.ts'
import { Announcer } from '../shared/announcer.ts'
import { caseText } from '../shared/case-text.ts'
import { controls } from '../shared/controls.ts'
import { Copier } from '../shared/copier.ts'
import { EarshotElement } from '../shared/earshot-element.ts'
import { EarshotSubmitEvent } from '../shared/events.ts'
import { fields } from '../shared/fields.ts'
import { OutcomeReporter } from '../shared/outcome-reporter.ts'
import type { Say } from '../shared/say.ts'
import { highest, isScale, nameOf, valuesOf } from '../shared/scale.ts'
import { standing } from '../shared/standing.ts'
import { tokens } from '../shared/tokens.ts'
import { face } from './faces.ts'
import { ratingStyles } from './rating.styles.ts'
import { naming, subjectOf, targetOf } from './target.ts'

provideAllWords()

/**
 * One tap about one element of the page, and, for who wants to, a word on why.
 *
 * @slot - The fallback: shown until the element is defined, and when it cannot work.
 * @csspart scale - The buttons.
 * @cssprop --earshot-accent - Colour of what is chosen, and of focus.
 * @cssprop --earshot-radius - Corners of fields and buttons.
 * @cssprop --earshot-font - Font family; default: the page's own.
 * @fires {EarshotSubmitEvent} earshot-submit - Before the rating is sealed; it may still be changed or stopped.
 * @fires {EarshotAcceptedEvent} earshot-accepted - The backend has the rating.
 * @fires {EarshotQueuedEvent} earshot-queued - The rating is kept on the device and waits.
 * @fires {EarshotRefusedEvent} earshot-refused - The backend will not take the rating as it is.
 */
export class EarshotRating extends EarshotElement {
  static override styles = [tokens, controls, fields, ratingStyles]
  static override properties: PropertyDeclarations = { ...EarshotElement.properties, for: {}, scale: {}, embedded: { attribute: false } }

  /** The id of the element that is rated, in the same tree. Without one, the page is. */
  declare for: string | undefined
  /** `thumbs` 0–1, `csat` 1–5, `ces` 1–7, `nps` 0–10, `stars` 1–5. Default `thumbs`; so is one nobody knows. */
  declare scale: Scale
  /** Shown in the panel; a rating looks the same there. */
  declare embedded: boolean

  #chosen: number | undefined
  #why = ''
  /** The issue of the tap, then that of the reason. */
  #sent: string[] = []
  #busy = false
  #notKept = false
  readonly #say: Say = (key, values) => this.say(key, values)
  readonly #announcer = new Announcer(this)
  readonly #copier = new Copier(this, this.#say)
  readonly #mine = new Set<string>()
  readonly #reporter = new OutcomeReporter(this, id => this.#isMine(id))

  constructor() {
    super()
    this.scale = 'thumbs'
    this.embedded = false
  }

  protected override deskChanged(state: DeskState, before: DeskState | undefined) {
    this.#reporter.look(state, before)
    const word = this.#standing(state)
    if (word && before && word !== this.#standing(before)) this.#announcer.announce(word)
  }

  protected content(desk: Desk, state: DeskState) {
    const scale = isScale(this.scale) ? this.scale : 'thumbs'
    const status = this.#standing(state)
    const question = this.say(`rating.${scale}`)
    const about = naming(targetOf(this, this.for))
    // Asked about this, not into the blue. By its words: a reference cannot leave the shadow root in every engine.
    return html`<div class="rating">
        <fieldset aria-label=${about ? `${question} ${about}` : nothing}>
          <legend>${question}</legend>
          <div class="scale ${scale}" part="scale">${valuesOf(scale).map(value => this.#button(desk, scale, value))}</div>
          ${scale === 'thumbs' || scale === 'stars'
            ? nothing
            : html`<p class="ends quiet" aria-hidden="true"><span>${this.say('rating.low')}</span><span>${this.say('rating.high')}</span></p>`}
        </fieldset>
        ${status ? html`<p class="quiet status">${status}</p>` : nothing}
        ${this.#notKept ? html`<p class="error">${this.say('error.notKept')}</p>${this.#why ? this.#copier.template(caseText({ story: this.#why })) : nothing}` : nothing}
        ${this.#sent.length === 1 ? this.#reason(desk, scale) : nothing}
      </div>
      ${this.#announcer.template}`
  }

  #button(desk: Desk, scale: Scale, value: number) {
    const chosen = this.#chosen === value
    const lit = scale === 'stars' ? value <= (this.#chosen ?? 0) : chosen
    return html`<button
      type="button"
      class=${lit ? 'lit' : ''}
      aria-label=${nameOf(scale, value, this.#say)}
      aria-pressed=${chosen ? 'true' : 'false'}
      @click=${() => this.#choose(desk, scale, value)}
    >
      ${face(scale, value)}
    </button>`
  }

  /** Optional, quiet, after the tap: never a wall before it. */
  #reason(desk: Desk, scale: Scale) {
    return html`<form class="why" novalidate @submit=${(event: SubmitEvent) => this.#explain(event, desk, scale)}>
      <label for="why">${this.say('story.rating')}</label>
      <textarea id="why" dir="auto" rows="2" .value=${this.#why} @input=${(event: InputEvent) => {
        this.#why = (event.target as HTMLTextAreaElement).value
        this.requestUpdate()
      }}></textarea>
      ${this.#why.trim() ? html`<button class="button second">${this.say('rating.why')}</button>` : nothing}
    </form>`
  }

  /** In small words, of the latest that was sent. */
  #standing(state: DeskState): string | undefined {
    const submission = state.submissions.get(this.#sent.at(-1) ?? '')
    return submission && this.say(`receipt.${standing(submission)}`)
  }

  #isMine(id: string): boolean {
    // The first report comes while we still wait for the id.
    const { kind, form } = this.found.state?.submissions.get(id)?.issue ?? {}
    return this.#mine.has(id) || (this.#busy && kind === 'rating' && !form)
  }

  async #choose(desk: Desk, scale: Scale, value: number) {
    const [before] = this.#sent
    const sent = await this.#submit(desk, scale, value, { ...(before && { replaces: before }) })
    if (!sent) return
    this.#sent = [sent]
    this.requestUpdate()
  }

  async #explain(event: SubmitEvent, desk: Desk, scale: Scale) {
    event.preventDefault()
    const [parent] = this.#sent
    if (!parent || this.#chosen === undefined || !this.#why.trim()) return
    const sent = await this.#submit(desk, scale, this.#chosen, { story: this.#why, parent })
    if (!sent) return
    this.#sent = [parent, sent]
    this.#why = ''
    this.requestUpdate()
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus()
  }

  /** Sends one issue; answers with its id, or nothing where it was stopped or could not be kept. */
  async #submit(desk: Desk, scale: Scale, value: number, more: Partial<Draft>): Promise<string | undefined> {
    if (this.#busy) return undefined
    const before = this.#chosen
    this.#chosen = value
    this.#busy = true
    this.#notKept = false
    this.requestUpdate()
    try {
      const draft = await this.#draft(desk, { scale, value, max: highest(scale) }, more)
      if (this.dispatchEvent(new EarshotSubmitEvent(draft))) {
        const { id } = await desk.submit(draft)
        this.#mine.add(id)
        return id
      }
    } catch {
      this.#notKept = true
      this.#announcer.announce(this.say('error.notKept'))
    } finally {
      this.#busy = false
    }
    this.#chosen = before
    this.requestUpdate()
    return undefined
  }

  async #draft(desk: Desk, rating: Rating, more: Partial<Draft>): Promise<Draft> {
    const { subject } = await desk.enclosures()
    const element = subjectOf(targetOf(this, this.for))
    // No subject: the owner does not want to know where, so the element is not told either.
    return { kind: 'rating', rating, ...(subject && { subject: { ...subject, ...(element && { element }) } }), ...more }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'earshot-rating': EarshotRating
  }
}
