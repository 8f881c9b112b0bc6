import { html, type LitElement, nothing } from 'lit'
import type { Form } from '../../core/forms/form.ts'
import type { Draft } from '../../core/issue/draft.ts'
import type { MessageKey } from '../../locale/en.ts'
import { provideAllWords } from '../shared/all-words.ts'
import type { Say } from '../shared/say.ts'
import type { Standing } from './above.ts'
import { adopt } from '../shared/field-parts/adopt.ts'
import { Arrivals } from './arrivals.ts'
import type { FieldPart, FieldPartModule, FieldView } from '../shared/field-parts/field-part.ts'
import { fieldPartsStyles } from './field-parts.styles.ts'
import { Filling } from './filling.ts'

provideAllWords()

const own = () => import('./own-field.ts')
const choice = () => import('../shared/field-parts/choice-field.ts')
const typed = () => import('../shared/field-parts/typed-field.ts')

const modules: Readonly<Record<string, () => Promise<FieldPartModule>>> = {
  choice,
  choices: choice,
  phone: typed,
  number: typed,
  date: typed,
  consent: () => import('./consent-field.ts'),
  element: () => import('./point-field.ts'),
  rating: () => import('../shared/field-parts/rating-field.ts'),
  file: () => import('./files-field.ts'),
  observations: () => import('./observations.ts'),
  screenshot: () => import('./screenshot-field.ts'),
}

interface Kind { readonly type: string; readonly tag?: string | undefined }

/** Every type of field but the written ones, each fetched with the first of its kind. Fetched with the form itself. */
export class FieldParts {
  readonly #views = new Map<string, FieldView>()
  readonly #arrivals: Arrivals
  readonly #say: Say
  readonly #filling: Filling

  constructor(host: LitElement, say: Say) {
    this.#arrivals = new Arrivals(host, say)
    this.#say = say
    this.#filling = new Filling(host, say)
    adopt(host, fieldPartsStyles)
  }

  /** The field; nothing as long as it is under way. */
  template(view: FieldView) {
    const { tag, type, name, options } = view.field
    const bring = tag ? own : modules[type]
    const part = bring && this.#arrivals.get(keyOf(view.field), bring)
    if (!part) return nothing
    if (part === 'failed') return html`<p class="hint">${view.label}: ${this.#say('part.failed')}</p>`
    // What can be chosen in our own forms is named in our own words.
    const named = options.some(({ label }) => !label)
      ? { ...view, field: { ...view.field, options: options.map(({ value, label }) => ({ value, label: label || this.#say(`${name}.${value}` as MessageKey) })) } }
      : view
    this.#views.set(name, named)
    return part.template(named)
  }

  /** Nothing below the fields moves any more. */
  get whole() {
    return this.#arrivals.whole
  }

  /** What few forms have above their fields; and what nobody sees. */
  above(standing: Standing) {
    const { desk, state, form } = standing
    const shown = desk.settings.staff || state.elsewhere?.has(form.id) ? this.#room('above', () => import('./above.ts'))?.(standing) : undefined
    return desk.settings.staff ? shown : html`${this.#filling.template(state.drafts.has(form.id))}${shown}`
  }

  /** How the form was filled in, for an issue that goes now. */
  get filled() {
    return this.#filling.told
  }

  /** Another form, or the same one anew. */
  begin() {
    this.#filling.begin()
  }

  /** What stands below a written field: words to tap, and for a story of several sentences a way to note one of them as a remark. */
  below(view: FieldView, form: Form, edit: (patch: Partial<Draft>) => void) {
    const { type, options } = view.field
    const wishes = html`${options.length ? this.#room('wishes', () => import('./wishes.ts'))?.(view) : undefined}
      ${view.desk.settings.leaving ? this.#room('leaving', () => import('./leaving-field.ts'))?.(view, form, edit) : undefined}`
    const remarks = type === 'story' && form.fields.find(({ name }) => name === 'observations')
    if (!remarks || !view.value) return wishes
    const add = (text: string) => edit(form.patch(remarks, view.draft, [...(view.draft.observations ?? []), { text }]))
    return html`${wishes}${this.#room('lift', () => import('./lift.ts'))?.template({ ...view, add })}`
  }

  /** Fields that could not be fetched: nobody can answer them. */
  isMissing(field: Kind): boolean {
    return this.#arrivals.come(keyOf(field)) === 'failed'
  }

  /** What a field says itself is wrong with its answer. */
  problem(name: string): string | undefined {
    const view = this.#views.get(name)
    const part = view && this.#arrivals.come<FieldPart>(keyOf(view.field))
    return typeof part === 'object' ? part.problem?.(view!) : undefined
  }

  /** What makes writing easier, once it is there; who has to do without can still write. */
  #room<T>(name: string, bring: () => Promise<{ open(host: LitElement, say: Say): T }>): T | undefined {
    const room = this.#arrivals.get(name, bring)
    return room === 'failed' ? undefined : room
  }
}

// Elements of the owner's are all shown by one part.
const keyOf = ({ tag, type }: Kind) => (tag ? 'own' : type)

export const open = (host: LitElement, say: Say) => new FieldParts(host, say)
