import { html, type LitElement, nothing, type TemplateResult } from 'lit'
import type { MessageKey } from '../../locale/en.ts'
import { provideAllWords } from '../shared/all-words.ts'
import type { Say } from '../shared/say.ts'
import type { FieldPart, FieldPartModule, FieldView } from './field-part.ts'

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
  rating: () => import('./rating-field.ts'),
  observations: () => import('./observations.ts'),
}

/** Every type of field but the written ones, each fetched with the first of its kind. Fetched with the form itself. */
export class FieldParts {
  readonly #parts = new Map<string, FieldPart | 'failed' | undefined>()
  readonly #views = new Map<string, FieldView>()
  #wishes: ((view: FieldView) => TemplateResult | undefined) | undefined
  readonly #host: LitElement
  readonly #say: Say

  constructor(host: LitElement, say: Say) {
    this.#host = host
    this.#say = say
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

  /** What may be tapped instead of typed, below a written field. */
  wishes(view: FieldView) {
    if (!view.field.options.length) return undefined
    if (!this.#wishes) void this.#fetchWishes()
    return this.#wishes?.(view)
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

  async #fetchWishes() {
    this.#wishes = () => undefined
    // Who cannot tap can still type.
    this.#wishes = await import('./wishes.ts').then(room => room.open(this.#host), () => () => undefined)
    this.#host.requestUpdate()
  }

  #part(key: string, fetch: (() => Promise<FieldPartModule>) | undefined): FieldPart | 'failed' | undefined {
    if (!this.#parts.has(key) && fetch) {
      this.#parts.set(key, undefined)
      const come = (part: FieldPart | 'failed') => {
        this.#parts.set(key, part)
        this.#host.requestUpdate()
      }
      fetch().then(room => come(room.open(this.#host, this.#say)), () => come('failed'))
    }
    return this.#parts.get(key)
  }
}

export const open = (host: LitElement, say: Say) => new FieldParts(host, say)
