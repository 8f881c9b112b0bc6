import { html, nothing, type PropertyDeclarations } from 'lit'
import type { SearchResult } from '../../core/articles/article.ts'
import type { Draft } from '../../core/issue/draft.ts'
import type { Observation } from '../../core/issue/issue.ts'
import type { Desk } from '../../desk/desk.ts'
import type { DeskState } from '../../desk/state.ts'
import type { View } from '../../desk/view.ts'
import { enForm } from '../../locale/en-form.ts'
import { Announcer } from '../shared/announcer.ts'
import { controls } from '../shared/controls.ts'
import { fields } from '../shared/fields.ts'
import { limits } from '../shared/limits.ts'
import { StepElement } from '../shared/step-element.ts'
import { summon } from '../shared/summon.ts'
import { tokens } from '../shared/tokens.ts'
import { provideWords } from '../shared/words.ts'
import type { Errors } from './check.ts'
import { EnclosedSection } from './enclosed-section.ts'
import { fieldAt } from './field-at.ts'
import { feedbackStyles } from './feedback.styles.ts'
import { formPlan, type FormPlan } from './form-plan.ts'
import { matches } from './matches.ts'
import type { Sending } from './sending.ts'
import { emailField, textField } from './text-field.ts'

provideWords('en', enForm)

/**
 * A short form for one thing a customer has to say. What is typed is kept as a draft until it is sent.
 *
 * @slot - The fallback: shown until the element is defined, and when it cannot work.
 * @csspart title - The heading.
 * @csspart send - The button that sends.
 * @cssprop --earshot-accent - Colour of the button, links and focus.
 * @cssprop --earshot-radius - Corners of fields and buttons.
 * @cssprop --earshot-font - Font family; default: the page's own.
 * @fires {EarshotSubmitEvent} earshot-submit - Before the issue is sealed; it may still be changed or stopped.
 * @fires {EarshotAcceptedEvent} earshot-accepted - The backend has the issue.
 * @fires {EarshotQueuedEvent} earshot-queued - The issue is kept on the device and waits.
 * @fires {EarshotRefusedEvent} earshot-refused - The backend will not take the issue as it is.
 */
export class EarshotFeedback extends StepElement {
  static override styles = [tokens, controls, fields, feedbackStyles]
  static override properties: PropertyDeclarations = { ...StepElement.properties, form: {} }

  /** Which form: `problem`, `question`, `idea`, `praise`, `rating`, or one of the owner's. Default `problem`. */
  declare form: string

  #restored = ''
  #busy = false
  #notKept = false
  #errors: Errors = new Map()
  #matches: readonly SearchResult[] = []
  readonly #mine = new Set<string>()
  readonly #announcer = new Announcer(this)
  readonly #enclosed = new EnclosedSection(this, this.words)
  // Fetched with the first touch, and with the fields that only some forms have.
  #sending: Sending | undefined
  #ratings: typeof import('./rating-field.ts') | undefined
  #remarks: typeof import('./observations.ts') | undefined

  constructor() {
    super()
    this.form = 'problem'
  }

  protected override willUpdate() {
    super.willUpdate()
    const { desk } = this.found
    if (!desk) return
    void this.#furnish(desk).catch(() => {})
    if (this.#restored === this.form) return
    this.#restored = this.form
    this.#errors = new Map()
    this.#matches = []
    void desk.restore(this.form).then(() => desk.state.drafts.has(this.form) && this.#provide(), () => {})
  }

  /** Fetches the fields that only some forms show. */
  async #furnish(desk: Desk) {
    const draft = this.found.state?.drafts.get(this.form)
    if (draft?.observations?.length && !this.#remarks) await this.#fetchRemarks()
    if (this.#ratings || !formPlan(this.form, desk.settings).fields.includes('rating')) return
    this.#ratings = await import('./rating-field.ts')
    this.requestUpdate()
  }

  async #fetchRemarks() {
    this.#remarks = await import('./observations.ts')
    this.requestUpdate()
  }

  /** How to check and send comes with the first letter. */
  async #sender() {
    const { Sending } = await import('./sending.ts')
    return (this.#sending ??= new Sending(this, this.words, id => this.#isMine(id)))
  }

  protected override deskChanged(state: DeskState, before: DeskState | undefined) {
    this.#sending?.look(state, before)
  }

  protected override isHere(view: View) {
    return super.isHere(view) || (view.name === 'form' && view.form === this.form)
  }

  protected body(desk: Desk, state: DeskState) {
    const plan = formPlan(this.form, desk.settings)
    const draft: Draft = state.drafts.get(this.form) ?? { kind: plan.kind }
    return html`<form class="stack" novalidate @submit=${(event: SubmitEvent) => this.#send(event, desk, draft, plan)}>
        <h2 tabindex="-1" part="title">${this.say(`kind.${titled(plan)}`)}</h2>
        ${plan.fields.includes('rating')
          ? this.#ratings?.ratingField(plan.scale, draft.rating, this.#errors.get('rating'), rating => this.#edit({ rating }), this.words)
          : nothing}
        ${plan.fields.includes('story') ? this.#story(desk, draft, plan) : nothing}
        ${plan.fields.includes('outcome') ? this.#outcome(draft) : nothing}
        ${plan.fields.includes('observations') ? this.#observations(desk, draft) : nothing}
        ${plan.fields.includes('contact')
          ? emailField(draft.contact?.email ?? '', this.#errorAt('contact', draft), email => this.#edit({ contact: { ...draft.contact, email } }), this.words)
          : nothing}
        ${this.#enclosed.template(desk, state, draft, withheld => this.#edit({ withheld }))} ${this.#foot(draft)}
      </form>
      ${this.#announcer.template}`
  }

  #story(desk: Desk, draft: Draft, plan: FormPlan) {
    const field = textField(
      {
        id: 'story',
        label: this.say(`story.${titled(plan)}`),
        value: draft.story ?? '',
        error: this.#errorAt('story', draft),
        required: plan.kind !== 'rating',
        edit: story => {
          this.#edit({ story })
          this.#suggest(desk, story)
        },
      },
      this.words,
    )
    // Without articles there is nothing to keep a place for.
    if (!desk.settings.articles || plan.kind === 'rating') return field
    return html`<div class="story">${field}${matches(this.#matches, id => this.step({ name: 'article', id }), this.words)}</div>`
  }

  #outcome(draft: Draft) {
    return textField(
      {
        id: 'outcome',
        label: this.say('outcome'),
        hint: this.say('outcome.hint'),
        value: draft.outcome ?? '',
        error: this.#errorAt('outcome', draft),
        limit: limits.outcome,
        edit: outcome => this.#edit({ outcome }),
      },
      this.words,
    )
  }

  #observations(desk: Desk, draft: Draft) {
    const list = draft.observations ?? []
    const change = async (observations: Observation[], focus?: string) => {
      this.#edit({ observations })
      if (!focus) return
      if (!this.#remarks) await this.#fetchRemarks()
      await this.updateComplete
      this.#field(focus)?.focus()
    }
    return html`<div class="observations">
      ${this.#remarks?.observations({ list, topics: desk.settings.topics, errors: this.#errors, change }, this.words)}
      <button class="plain add" id="add" type="button" @click=${() => change([...list, { text: '' }], `observation-${list.length}`)}>
        ${this.say('observation.add')}
      </button>
    </div>`
  }

  #foot(draft: Draft) {
    const error = this.#errorAt('form', draft)
    return html`<div class="foot">
      ${error ? html`<p class="error" id="form" tabindex="-1">${error}</p>` : nothing}
      ${this.#notKept ? html`<p class="error" id="form" tabindex="-1">${this.say('error.notKept')}</p>` : nothing}
      <div class="actions">
        <button class="button" part="send" aria-disabled=${this.#busy ? 'true' : nothing}>${this.say(this.#busy ? 'send.busy' : 'send')}</button>
        ${this.#notKept ? this.#sending?.copy(draft) : nothing}
      </div>
    </div>`
  }

  #edit(patch: Partial<Draft>) {
    for (const id of Object.keys(patch)) this.#errors.delete(id)
    this.found.desk?.edit(this.form, patch)
    this.#provide()
  }

  /** What a customer must get to when the connection goes: sending and what it leads to, what is kept, and the people. */
  #provide() {
    void this.#sender().catch(() => {})
    for (const tag of ['earshot-receipt', 'earshot-requests', 'earshot-people']) void summon(tag).catch(() => {})
    if (!this.embedded) void import('../shared/in-place.ts').catch(() => {})
  }

  #field(id: string) {
    return this.renderRoot.querySelector<HTMLElement>(`#${id}`)
  }

  /** Our own error, else the backend's answer to the issue this one corrects, until that field is changed. */
  #errorAt(id: string, draft: Draft): string | undefined {
    const own = this.#errors.get(id)
    const refused = draft.replaces === undefined ? undefined : this.found.state?.submissions.get(draft.replaces)
    const { failure, issue } = refused ?? {}
    if (own || !failure?.detail || !issue || fieldAt(failure.pointer) !== id) return own
    return id in issue && issue[id] !== draft[id] ? undefined : this.say('error.field', { detail: failure.detail })
  }

  #suggest(desk: Desk, story: string) {
    // Three words, or as much in a script that does not part them, before there is anything to go by.
    if (!/\S+\s+\S+\s+\S|[\u3040-\u9fff]{6}/.test(story)) return
    void desk.suggest(story).then(
      results => {
        if (!results.length) return
        if (!this.#matches.length) this.#announcer.announce(this.say('match.title'))
        this.#matches = results
        this.requestUpdate()
      },
      () => {},
    )
  }

  #isMine(id: string): boolean {
    // The first report comes while we still wait for the id.
    const { form } = this.found.state?.submissions.get(id)?.issue ?? {}
    return this.#mine.has(id) || (this.#busy && form === this.form)
  }

  async #send(event: SubmitEvent, desk: Desk, draft: Draft, plan: FormPlan) {
    event.preventDefault()
    if (this.#busy) return
    const email = this.#field('contact') as HTMLInputElement | null
    this.#notKept = false
    this.#turn(true)
    let errors: Errors | undefined
    try {
      const sending = await this.#sender()
      errors = sending.check(draft, plan, email?.validity.typeMismatch ?? false)
      const id = errors.size ? undefined : await sending.send(desk, draft, this.form, plan)
      if (id) this.#sent(id)
    } catch (error) {
      errors = this.#sending?.problemsIn(error)
      this.#notKept = !errors
    }
    this.#turn(false)
    if (this.#notKept || errors?.size) await this.#fail(errors ?? new Map())
  }

  #sent(id: string) {
    this.#mine.add(id)
    this.#errors = new Map()
    this.#matches = []
    this.step({ name: 'receipt', id })
  }

  #turn(busy: boolean) {
    this.#busy = busy
    this.requestUpdate()
  }

  async #fail(errors: Errors) {
    this.#errors = errors
    const [[first, text] = ['form', this.say('error.notKept')] as const] = errors
    this.#announcer.announce(text)
    await this.updateComplete
    this.#field(first)?.focus()
  }
}

/** The kinds that have words of their own; what the owner makes of others is asked like a problem. */
function titled({ kind }: FormPlan): 'problem' | 'question' | 'idea' | 'praise' | 'rating' {
  return kind === 'observation' || kind === 'gap' ? 'problem' : kind
}

declare global {
  interface HTMLElementTagNameMap {
    'earshot-feedback': EarshotFeedback
  }
}
