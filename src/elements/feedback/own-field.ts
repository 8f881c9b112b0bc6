import { html, type LitElement } from 'lit'
import type { Say } from '../shared/say.ts'
import type { FieldDeclaration } from '../../core/forms/field.ts'
import type { FieldPart, FieldView } from '../shared/field-parts/field-part.ts'
import { textField } from './text-field.ts'
import { errorLine, hintLine } from '../shared/field-parts/tied.ts'

/** What an owner's element is given. */
interface Given {
  /** As declared. */
  field: FieldDeclaration
  /** Stands above it already: for the accessible name of what is inside. */
  label: string
  required: boolean
  value: unknown
  /** Stands below it already. */
  error: string | undefined
}

/** It tells of each change by `input` or `change`. With `checkValidity` and `validationMessage` it is asked before sending. */
type OwnElement = HTMLElement & Partial<Given> & { checkValidity?(): boolean; validationMessage?: string }

/** Fields shown by custom elements of the owner's. Until one is defined, and when it fails, a plain text field stands in for it. */
export const open = (host: LitElement, say: Say): FieldPart => new OwnFields(host, say)

class OwnFields implements FieldPart {
  readonly #elements = new Map<string, OwnElement>()
  readonly #awaited = new Set<string>()
  readonly #failed = new Set<string>()
  readonly #views = new Map<string, FieldView>()
  readonly #host: LitElement
  readonly #say: Say

  constructor(host: LitElement, say: Say) {
    this.#host = host
    this.#say = say
  }

  template(view: FieldView) {
    this.#views.set(view.id, view)
    const element = this.#elementFor(view)
    if (!element) return this.#standIn(view)
    return html`<div class="field">
      <label for=${view.id} dir="auto">${view.label}</label>
      ${hintLine(view)} ${element} ${errorLine(view)}
    </div>`
  }

  /** What the element itself says is wrong. */
  problem({ id }: FieldView): string | undefined {
    const element = this.#elements.get(id)
    try {
      return element?.checkValidity?.() === false ? element.validationMessage || this.#say('error.custom') : undefined
    } catch (error) {
      console.error(error)
      return undefined
    }
  }

  #elementFor(view: FieldView): OwnElement | undefined {
    const { id, field } = view
    const { tag = '' } = field
    const constructor = customElements.get(tag)
    if (!constructor) this.#await(tag)
    if (!constructor || this.#failed.has(id)) return undefined
    try {
      const element = this.#elements.get(id) ?? this.#make(id, constructor)
      hand(element, { field: field.declared, label: view.label, required: field.required, value: view.value, error: view.error })
      return element
    } catch (error) {
      // It is the owner's mistake, and the owner's console: the customer goes on without it.
      this.#failed.add(id)
      this.#elements.delete(id)
      console.error(error)
      return undefined
    }
  }

  #make(id: string, constructor: CustomElementConstructor): OwnElement {
    // Not by its tag: then what it throws would be told to the page, and we would get an element that can do nothing.
    const element: OwnElement = new constructor()
    element.id = id
    for (const type of ['input', 'change']) element.addEventListener(type, () => this.#take(id, element))
    this.#elements.set(id, element)
    return element
  }

  #take(id: string, element: OwnElement) {
    try {
      const { value } = element
      // What cannot be kept on the device would cost the customer the rest of the draft.
      this.#views.get(id)?.edit(value === '' || value === null ? undefined : structuredClone(value))
    } catch (error) {
      console.error(error)
    }
  }

  #await(tag: string) {
    if (this.#awaited.has(tag)) return
    this.#awaited.add(tag)
    void customElements.whenDefined(tag).then(() => this.#host.requestUpdate(), () => {})
  }

  #standIn({ id, field, label, hint, value, error, edit }: FieldView) {
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
    return textField(
      { id, label, hint, error, value: text, required: field.required, lines: 1, limit: field.maxLength, edit: words => edit(words || undefined) },
      this.#say,
    )
  }
}

/** Only what is new: a value that is set again moves the cursor. */
function hand(element: OwnElement, given: Given) {
  for (const [name, value] of Object.entries(given) as [keyof Given, never][]) if (!Object.is(element[name], value)) element[name] = value
}
