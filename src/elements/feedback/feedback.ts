import { html, nothing, type PropertyDeclarations } from 'lit'
import type { Field } from '../../core/forms/field.ts'
import type { Form } from '../../core/forms/form.ts'
import type { Draft } from '../../core/issue/draft.ts'
import type { Desk } from '../../desk/desk.ts'
import type { DeskState } from '../../desk/state.ts'
import type { View } from '../../desk/view.ts'
import { enForm } from '../../locale/en-form.ts'
import { Announcer } from '../shared/announcer.ts'
import { controls } from '../shared/controls.ts'
import { fields } from '../shared/fields.ts'
import { StepElement } from '../shared/step-element.ts'
import { tokens } from '../shared/tokens.ts'
import { provideWords } from '../shared/words.ts'
import { feedbackStyles } from './feedback.styles.ts'
import type { FieldView } from '../shared/field-parts/field-part.ts'
import { groupsOf, isExtra } from './groups-of.ts'
import { idOf } from './id-of.ts'
import { asked, ownHint, ownLabel } from './own-words.ts'
import { rooms, type Rooms } from './rooms.ts'
import { textField } from './text-field.ts'

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

  /** Which form: `problem`, `question`, `idea`, `praise`, `rating`, `page`, or one of the owner's. Default `problem`. */
  declare form: string

  #begun = ''
  #of: Desk | undefined
  #arrival: Promise<unknown> | undefined
  #form: Form | undefined
  readonly #rooms: Partial<Rooms> = {}
  // What could not be fetched; the rest works without it.
  readonly #failed = new Set<keyof Rooms>()
  readonly #announcer = new Announcer(this)

  constructor() {
    super()
    this.form = 'problem'
  }

  protected override willUpdate() {
    super.willUpdate()
    const { desk } = this.found
    if (!desk || (this.#begun === this.form && this.#of === desk)) return
    this.#begun = this.form
    this.#of = desk
    this.#arrival = this.#begin(desk, this.form).catch(() => {
      this.#arrival = undefined
      this.requestUpdate()
    })
    void desk.restore(this.form).then(() => desk.state.drafts.has(this.form) && this.#want('sending'), () => {})
  }

  /** Complete with its fields: focus waits for them. */
  protected override async getUpdateComplete() {
    await super.getUpdateComplete()
    await this.#arrival
    return super.getUpdateComplete()
  }

  async #begin(desk: Desk, id: string) {
    const form = await desk.form(id)
    if (form.steps.length > 1) await this.#fetch('steps')
    if (id !== this.form) return
    this.#form = form
    for (const room of Object.values(this.#rooms)) if ('begin' in room) room.begin()
    this.requestUpdate()
    this.#want('parts')
  }

  /** One of the rooms behind the form, opened once. */
  async #fetch<Name extends keyof Rooms>(name: Name): Promise<Rooms[Name]> {
    try {
      const { open } = await rooms[name]()
      this.#failed.delete(name)
      return (this.#rooms[name] ??= open(this, this.words) as Rooms[Name])!
    } catch (error) {
      this.#failed.add(name)
      throw error
    } finally {
      this.requestUpdate()
    }
  }

  /** Fetched for later, or not at all. */
  #want(name: keyof Rooms) {
    this.#fetch(name).catch(() => {})
  }

  protected override deskChanged(state: DeskState, before: DeskState | undefined) {
    this.#rooms.sending?.look(state, before)
  }

  protected override isHere(view: View) {
    return super.isHere(view) || (view.name === 'form' && view.form === this.form)
  }

  protected body(desk: Desk, state: DeskState) {
    const form = this.#form
    // Alone on a page there is the fallback; in the panel that only says that something is coming.
    if (!form) return this.embedded && !this.#arrival ? this.#missing(desk) : nothing
    const draft = this.#draft
    const { enclosed, parts, steps, writing } = this.#rooms
    const isLast = steps?.isLast(form) ?? true
    return html`<form class="stack" novalidate @submit=${this.#press}>
        <h2 tabindex="-1" part="title">${form.title ?? this.say(`kind.${asked(form)}`)}</h2>
        ${form.intro ? html`<p>${form.intro}</p>` : nothing} ${parts?.above({ desk, state, form, draft, edit: this.#edit })} ${steps?.heading(form)}
        ${this.#fields(form, draft)}
        <details class="enclosed" ?hidden=${!isLast || !this.#isWhole} @toggle=${() => this.#want('enclosed')}>
          <summary>${this.say('enclosed.title')}</summary>
          ${enclosed?.template(desk, state, draft, this.#edit)}
        </details>
        ${writing?.findings(desk, draft, this.#edit)} ${this.#isWhole ? this.#foot(form, draft, isLast) : nothing}
      </form>
      ${this.#announcer.template}`
  }

  /** What would move when the rest of the fields comes waits for it: nobody presses what is about to move. */
  get #isWhole() {
    return this.#failed.has('parts') || this.#rooms.parts?.whole
  }

  /** The button stays while it is tried again, and focus on it. */
  #missing(desk: Desk) {
    const again = () => void this.#begin(desk, this.form).then(() => this.focus(), () => {})
    return html`<p>${this.say('part.failed')} <button class="plain" type="button" @click=${again}>${this.say('article.again')}</button></p>`
  }

  /** Each in a place of its own, shown or not: what appears takes neither focus nor text from another. */
  #fields(form: Form, draft: Draft) {
    const { sending, steps } = this.#rooms
    const shown = new Set(form.shown(draft).filter(field => steps?.shows(form, field) ?? true))
    const errors = sending?.errorsIn(this.#of!, form, draft) ?? new Map<string, string>()
    const one = (field: Field) => (shown.has(field) ? this.#field(form, field, draft, errors) : nothing)
    return groupsOf(form.fields).map(group => {
      const all = group.map(one)
      return group.some(field => isExtra(field) && shown.has(field)) ? html`<div class="extras">${all}</div>` : all
    })
  }

  #field(form: Form, field: Field, draft: Draft, errors: ReadonlyMap<string, string>) {
    const { parts, sending, writing } = this.#rooms
    const desk = this.#of!
    const { type, name } = field
    const isStory = type === 'story'
    const id = idOf(name)
    const value = form.value(field, draft)
    const view: FieldView = {
      field,
      id,
      label: field.label ?? ownLabel(field, form, !!desk.settings.staff, this.words),
      hint: field.hint ?? (desk.settings.staff ? undefined : ownHint(field, this.words)),
      value,
      error: errors.get(id),
      errors,
      desk,
      draft,
      edit: said => {
        sending?.mended(id)
        this.#edit(form.patch(field, this.#draft, said))
      },
      announce: this.#announcer.announce,
    }
    if (!/^(story|text|email)$/.test(type)) {
      return html`<div class="part ${isSaid(value) ? 'used' : ''}">${parts?.template(view)}</div>`
    }
    const text = textField(
      {
        ...field,
        ...view,
        value: typeof value === 'string' ? value : '',
        limit: field.maxLength,
        lines: isStory ? 3 : (field.lines ?? 1),
        type: type === 'email' ? type : 'text',
        remark: writing?.remark(name),
        below: parts?.below(view, form, this.#edit),
        edit: said => view.edit(said || undefined),
      },
      this.words,
    )
    // Without articles there is nothing to keep a place for.
    if (!isStory || !desk.settings.articles || form.kind === 'rating') return text
    return html`<div class="story">
      ${text}
      <div class="matches">
        ${writing?.matches(article => this.step({ name: 'article', id: article })) ?? html`<p class="hint">${this.say('match.hint')}</p>`}
      </div>
    </div>`
  }

  #foot(form: Form, draft: Draft, isLast: boolean) {
    const { sending, steps } = this.#rooms
    const words = sending?.busy ? this.say('send.busy') : isLast ? (form.send ?? this.say('send')) : this.say('step.next')
    return html`<div class="foot">
      ${sending?.trouble(this.#of!, form, draft)}
      <div class="actions">
        <button class="button" part="send" aria-disabled=${sending?.busy ? 'true' : nothing}>${words}</button>
        ${steps?.back()} ${sending?.copy(draft)} ${this.#failed.size ? this.say('part.failed') : nothing}
      </div>
    </div>`
  }

  /** What has been said so far. An untouched form says what it begins with, and nothing of that is kept yet. */
  get #draft(): Draft {
    const { kind, initial } = this.#form!
    return this.found.state!.drafts.get(this.form) ?? { kind, ...initial }
  }

  readonly #edit = (patch: Partial<Draft>) => {
    const desk = this.#of!
    desk.edit(this.form, this.found.state!.drafts.has(this.form) ? patch : { ...this.#draft, ...patch })
    this.#want('sending')
    this.#fetch('writing').then(room => room.edited(this.#pressed), () => {})
  }

  readonly #press = (event: Event) => {
    event.preventDefault()
    this.#fetch('sending').then(room => room.press(this.#pressed), () => this.#announcer.announce(this.say('part.failed')))
  }

  /** What the rooms are told of the form. */
  get #pressed() {
    return {
      desk: this.#of!,
      form: this.#form!,
      rooms: this.#rooms,
      draft: () => this.#draft,
      announce: this.#announcer.announce,
      step: (view: View) => this.step(view),
    }
  }
}

const isSaid = (value: unknown) => value !== undefined && (value as { length?: number }).length !== 0

declare global {
  interface HTMLElementTagNameMap {
    'earshot-feedback': EarshotFeedback
  }
}
