import { html, type LitElement, nothing } from 'lit'
import type { Form } from '../../core/forms/form.ts'
import type { Draft } from '../../core/issue/draft.ts'
import type { MessageKey } from '../../locale/en.ts'
import { provideAllWords } from '../shared/all-words.ts'
import type { Say } from '../shared/say.ts'
import type { Standing } from './above.ts'
import { adopt } from './adopt.ts'
import type { FieldPart, FieldPartModule, FieldView } from './field-part.ts'
import { fieldPartsStyles } from './field-parts.styles.ts'

provideAllWords()

const own = () => import('./own-field.ts')
const choice = () => import('./choice-field.ts')
const typed = () => import('./typed-field.ts')

const modules: Readonly<Record<string, () => Promise<FieldPartModule>>> = {
  choice,
  choices: choice,
  phone: typed,
  number: typed,
  date: typed,
  consent: () => import('./consent-field.ts'),
  element: () => import('./point-field.ts'),
  rating: () => import('./rating-field.ts'),
  file: () => import('./files-field.ts'),
  observations: () => import('./observations.ts'),
  screenshot: () => import('./screenshot-field.ts'),
}

/** Every type of field but the written ones, each fetched with the first of its kind. Fetched with the form itself. */
export class FieldParts {
  readonly #parts = new Map<string, FieldPart | 'failed' | undefined>()
  readonly #views = new Map<string, FieldView>()
  readonly #aids = new Map<string, unknown>()
  readonly #host: LitElement
  readonly #say: Say

  constructor(host: LitElement, say: Say) {
    this.#host = host
    this.#say = say
    adopt(host, fieldPartsStyles)
  }

  /** The field; nothing as long as it is under way. */
  template(view: FieldView) {
    const { tag, type, name, options } = view.field
    const part = this.#part(tag ? 'own' : type, tag ? own : modules[type])
    if (!part) return nothing
    if (part === 'failed') return html`<p class="hint">${view.label}: ${this.#say('part.failed')}</p>`
    // What can be chosen in our own forms is named in our own words.
    const named = options.some(({ label }) => !label)
      ? { ...view, field: { ...view.field, options: options.map(({ value, label }) => ({ value, label: label || this.#say(`${name}.${value}` as MessageKey) })) } }
      : view
    this.#views.set(name, named)
    return part.template(named)
  }

  /** What few forms have above their fields. */
  above(standing: Standing) {
    const { desk, state, form } = standing
    return desk.settings.staff || state.elsewhere?.has(form.id) ? this.#room('above', () => import('./above.ts'))?.(standing) : undefined
  }

  /** What stands below a written field: words to tap, and for a story of several sentences a way to note one of them as a remark. */
  below(view: FieldView, form: Form, edit: (patch: Partial<Draft>) => void) {
    const { type, options } = view.field
    const wishes = options.length ? this.#room('wishes', () => import('./wishes.ts'))?.(view) : undefined
    const remarks = type === 'story' && form.fields.find(({ name }) => name === 'observations')
    if (!remarks || !view.value) return wishes
    const add = (text: string) => edit(form.patch(remarks, view.draft, [...(view.draft.observations ?? []), { text }]))
    return html`${wishes}${this.#room('lift', () => import('./lift.ts'))?.template({ ...view, add })}`
  }

  /** Fields that could not be fetched: nobody can answer them. */
  isMissing(type: string, tag: string | undefined): boolean {
    return this.#parts.get(tag ? 'own' : type) === 'failed'
  }

  /** What a field says itself is wrong with its answer. */
  problem(name: string): string | undefined {
    const view = this.#views.get(name)
    const part = view && this.#parts.get(view.field.tag ? 'own' : view.field.type)
    return typeof part === 'object' ? part.problem?.(view!) : undefined
  }

  /** What makes writing easier, once it is there; who has to do without can still write. */
  #room<T>(name: string, bring: () => Promise<{ open(host: LitElement, say: Say): T }>): T | undefined {
    if (!this.#aids.has(name)) {
      this.#aids.set(name, undefined)
      bring().then(
        ({ open }) => {
          this.#aids.set(name, open(this.#host, this.#say))
          this.#host.requestUpdate()
        },
        () => {},
      )
    }
    return this.#aids.get(name) as T | undefined
  }

  #part(key: string, bring: (() => Promise<FieldPartModule>) | undefined): FieldPart | 'failed' | undefined {
    if (!this.#parts.has(key) && bring) {
      this.#parts.set(key, undefined)
      const come = (part: FieldPart | 'failed') => {
        this.#parts.set(key, part)
        this.#host.requestUpdate()
      }
      bring().then(room => come(room.open(this.#host, this.#say)), () => come('failed'))
    }
    return this.#parts.get(key)
  }
}

export const open = (host: LitElement, say: Say) => new FieldParts(host, say)
