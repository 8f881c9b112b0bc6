import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit'
import type { Draft } from '../../core/issue/draft.ts'
import type { Scale } from '../../core/issue/issue.ts'
import type { Desk } from '../../desk/desk.ts'
import type { DeskState, SubmissionState } from '../../desk/state.ts'
import type { MessageKey } from '../../locale/en.ts'
import { provideAllWords } from '../shared/all-words.ts'
import { Announcer } from '../shared/announcer.ts'
import { caseText } from '../shared/case-text.ts'
import { controls } from '../shared/controls.ts'
import { Copier } from '../shared/copier.ts'
import { fields } from '../shared/fields.ts'
import { hearPage } from '../shared/hear-page.ts'
import { OutcomeReporter } from '../shared/outcome-reporter.ts'
import { highest, isBad, isScale } from '../shared/scale.ts'
import { standing } from '../shared/standing.ts'
import { StepElement } from '../shared/step-element.ts'
import { tokens } from '../shared/tokens.ts'
import { Hesitation } from './hesitation.ts'
import { ratingStyles } from './rating.styles.ts'
import { scaleRow } from './scale-row.ts'
import { naming, subjectOf, targetOf } from './target.ts'
import { Taps } from './taps.ts'

provideAllWords()

/**
 * One tap about one element of the page, and, for who wants to, a word on why. The tap is an answer: kept at once, and sent five
 * seconds later, until when it can be taken back. A poor one leads to a person.
 *
 * @slot - The fallback: shown until the element is defined, and when it cannot work.
 * @csspart scale - The row of answers.
 * @cssprop --earshot-accent - Colour of what is chosen, and of focus.
 * @cssprop --earshot-radius - Corners of fields and buttons.
 * @cssprop --earshot-font - Font family; default: the page's own.
 * @fires {EarshotSubmitEvent} earshot-submit - Before the rating is sealed; it may still be changed or stopped.
 * @fires {EarshotAcceptedEvent} earshot-accepted - The backend has the rating.
 * @fires {EarshotQueuedEvent} earshot-queued - The rating is kept on the device and waits.
 * @fires {EarshotRefusedEvent} earshot-refused - The backend will not take the rating as it is.
 */
export class EarshotRating extends StepElement {
  static override styles = [tokens, controls, fields, ratingStyles]
  static override properties: PropertyDeclarations = {
    ...StepElement.properties,
    for: {},
    scale: {},
    question: {},
    topic: {},
    anchored: { type: Boolean, reflect: true },
    about: { attribute: false },
    more: { attribute: false },
  }

  /** The id of the element that is rated, in the same tree. Without one, the page is. */
  declare for: string | undefined
  /** `thumbs` 0–1, `csat` 1–5, `ces` 1–7, `nps` 0–10, `stars` 1–5. Default `thumbs`; so is one nobody knows. */
  declare scale: Scale
  /** What is asked. Default: the standard question of the scale. */
  declare question: string | undefined
  /** What it is about, from the owner's topics; goes into the issue. */
  declare topic: string | undefined
  /** Floats beside the element that is rated instead of standing in its own place. Needs `for`. */
  declare anchored: boolean
  /** The element that is rated itself, where it is in another tree. */
  declare about: Element | undefined
  /** What else goes into the issue, such as its `form`. */
  declare more: Partial<Draft> | undefined

  #why = ''
  #note: MessageKey | undefined
  #held: HTMLElement | null = null
  #rated: Element | null = null
  #beside: Element | null = null
  #leave: (() => void) | undefined
  #drawLeaving: ReturnType<typeof import('./leaving.ts').open> | undefined
  #comingLeaving: Promise<unknown> | undefined
  readonly #mine = new Set<string>()
  readonly #announcer = new Announcer(this)
  readonly #copier = new Copier(this, this.words)
  readonly #reporter = new OutcomeReporter(this, id => this.#isMine(id))
  readonly #taps = new Taps({
    draft: (desk, value) => this.#draft(desk, value),
    heard: (desk, draft) => hearPage(this, desk, draft),
    changed: () => this.requestUpdate(),
  })
  readonly #hesitation = new Hesitation(() => this.requestUpdate(), value => void this.#choose(value))

  constructor() {
    super()
    this.scale = 'thumbs'
    this.anchored = false
  }

  override disconnectedCallback() {
    // What looks like an answer is one; after this there is no desk to tell.
    this.#hesitation.settle()
    super.disconnectedCallback()
    this.#float(null)
  }

  get #scale(): Scale {
    return isScale(this.scale) ? this.scale : 'thumbs'
  }

  /** Looked for anew each time, because pages change; who has left the page was about what it was about last. */
  get #target() {
    if (this.isConnected) this.#rated = this.about ?? targetOf(this, this.for)
    return this.#rated
  }

  protected override deskChanged(state: DeskState, before: DeskState | undefined) {
    this.#reporter.look(state, before)
    const word = this.#standing(state)
    if (word && before && word !== this.#standing(before)) this.#announcer.announce(word)
  }

  protected body(desk: Desk, state: DeskState) {
    const { tap, value, failed } = this.#taps
    const scale = this.#scale
    const marked = this.#hesitation.pending ?? value
    // All that comes with a tap comes at once, not when it is kept: until then somebody is on their way to what lies below.
    const isMarked = value !== undefined
    return html`<div class="rating">
        ${scaleRow({
          scale,
          marked,
          question: this.question || this.say(`rating.${scale}`),
          about: naming(this.#target),
          locale: desk.settings.locale,
          hesitation: this.#hesitation,
          say: this.words,
        })}
        ${this.#outcome(desk, state)}
        ${failed ? html`<p class="error">${this.say('error.notKept')}</p>${this.#why ? this.#copier.template(caseText({ story: this.#why })) : nothing}` : nothing}
        ${isMarked && !tap?.draft.story ? this.#reason(desk) : nothing}
        ${isMarked && isBad(scale, value)
          ? html`${this.#leaving(desk, tap?.draft.leaving)}
          <button class="plain" type="button" @click=${() => this.step({ name: 'people' })}>${this.say('person')}</button>`
          : nothing}
      </div>
      ${this.#announcer.template}`
  }

  /** In small words, and as long as it can be taken back, how. Its place is there before, and stays. */
  #outcome(desk: Desk, state: DeskState) {
    const said = this.#note ? this.say(this.#note) : this.#standing(state)
    const { status, dueAt } = this.#submission(state) ?? {}
    const undo = status === 'kept' && dueAt !== undefined
    if (!said && this.#taps.value === undefined) return nothing
    return html`<p class="outcome">
      <span class="quiet status">${said}</span>
      ${undo ? html`<button class="plain" type="button" @click=${() => this.#undo(desk)}>${this.say('rating.undo')}</button>` : nothing}
    </p>`
  }

  /** Where the owner lets it be said; fetched only there. */
  #leaving(desk: Desk, isTicked = false) {
    if (!desk.settings.leaving) return nothing
    this.#comingLeaving ??= import('./leaving.ts').then(({ open }) => {
      this.#drawLeaving = open(this, this.words)
      this.requestUpdate()
    }, () => (this.#comingLeaving = undefined))
    return this.#drawLeaving?.(isTicked, ticked => void this.#taps.leave(desk, ticked)) ?? nothing
  }

  /** Optional, quiet, after the tap: never a wall before it. */
  #reason(desk: Desk) {
    return html`<form class="why" novalidate @submit=${(event: SubmitEvent) => this.#explain(event, desk)}>
      <label for="why">${this.say('story.rating')}</label>
      <textarea id="why" dir="auto" rows="2" .value=${this.#why} @input=${(event: InputEvent) => {
        this.#why = (event.target as HTMLTextAreaElement).value
        this.requestUpdate()
      }}></textarea>
      ${this.#why.trim() ? html`<button class="button second">${this.say('rating.why')}</button>` : nothing}
    </form>`
  }

  protected override willUpdate() {
    super.willUpdate()
    this.#held = this.shadowRoot?.activeElement as HTMLElement | null
  }

  protected override updated(changes: PropertyValues) {
    super.updated(changes)
    const root = this.renderRoot.querySelector<HTMLElement>('.root')
    this.#float(this.anchored && root ? this.#target : null, root)
    // What had focus may be over, such as the time to take it back.
    if (this.#held && !this.#held.isConnected && this.isConnected) this.#focusScale()
    this.#held = null
  }

  #float(target: Element | null, box?: HTMLElement | null) {
    if (target === this.#beside) return
    this.#leave?.()
    this.#leave = undefined
    this.#beside = target
    if (!target || !box) return
    void import('./beside.ts').then(({ layBeside }) => {
      if (this.#beside === target && this.isConnected) this.#leave = layBeside(target, box)
    }, () => {})
  }

  #focusScale() {
    const radios = [...this.renderRoot.querySelectorAll<HTMLInputElement>('.scale input')]
    ;(radios.find(({ checked }) => checked) ?? radios[0])?.focus()
  }

  #submission(state: DeskState): SubmissionState | undefined {
    return state.submissions.get(this.#taps.tap?.id ?? '')
  }

  #standing(state: DeskState): string | undefined {
    const submission = this.#submission(state)
    return submission && this.say(`receipt.${standing(submission)}`)
  }

  #isMine(id: string): boolean {
    if (this.#mine.has(id)) return true
    // The first report comes while we still wait for the id.
    const issue = this.found.state?.submissions.get(id)?.issue
    const { sending } = this.#taps
    const mine = !!sending && issue?.kind === 'rating' && issue.rating?.value === sending.rating?.value && issue.form === sending.form
    if (mine) this.#mine.add(id)
    return mine
  }

  async #choose(value: number) {
    const { desk } = this.found
    if (!desk) return
    this.#note = undefined
    const chosen = this.#taps.choose(desk, value)
    this.requestUpdate()
    if (!(await chosen) && this.#taps.failed) this.#announcer.announce(this.say('error.notKept'))
  }

  async #explain(event: SubmitEvent, desk: Desk) {
    event.preventDefault()
    const why = this.#why.trim()
    if (!why) return
    this.#note = undefined
    if (await this.#taps.explain(desk, why)) this.#why = ''
    else if (this.#taps.failed) this.#announcer.announce(this.say('error.notKept'))
    this.requestUpdate()
  }

  async #undo(desk: Desk) {
    const had = this.shadowRoot?.activeElement
    const undone = await this.#taps.undo(desk)
    this.#note = undone ? 'rating.undone' : 'rating.tooLate'
    this.#announcer.announce(this.say(this.#note))
    await this.updateComplete
    if (undone && had) this.#focusScale()
  }

  async #draft(desk: Desk, value: number): Promise<Draft> {
    const { topic, more } = this
    const scale = this.#scale
    const { subject } = await desk.enclosures()
    const element = subjectOf(this.#target)
    // No subject: the owner does not want to know where, so the element is not told either.
    return {
      kind: 'rating',
      rating: { scale, value, max: highest(scale) },
      ...(topic && { topic }),
      ...(subject && { subject: { ...subject, ...(element && { element }) } }),
      ...more,
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'earshot-rating': EarshotRating
  }
}
