import { html, type LitElement, nothing } from 'lit'
import type { Field } from '../../core/forms/field.ts'
import type { Form } from '../../core/forms/form.ts'
import { provideAllWords } from '../shared/all-words.ts'
import { focusOn } from '../shared/focus-on.ts'
import type { Say } from '../shared/say.ts'

provideAllWords()

/** Which step of a form is shown; fetched only where the owner asked for more than one. */
export class Steps {
  /** Counted from 0. */
  at = 0
  readonly #host: LitElement
  readonly #say: Say

  constructor(host: LitElement, say: Say) {
    this.#host = host
    this.#say = say
  }

  /** Another form. */
  begin() {
    this.at = 0
  }

  /** Nothing in a form without steps. */
  heading({ steps }: Form) {
    if (steps.length < 2) return undefined
    const { title } = steps[this.at]!
    const number = this.#say('step', { number: this.at + 1, count: steps.length })
    return html`<h3 id="step" tabindex="-1"><span class="quiet">${number}</span> ${title ? html`<span dir="auto">${title}</span>` : nothing}</h3>`
  }

  /** The way to the step before; nothing on the first. */
  back() {
    if (!this.at) return undefined
    return html`<button class="button second" type="button" @click=${() => this.go(this.at - 1)}>${this.#say('step.back')}</button>`
  }

  isLast({ steps }: Form): boolean {
    return this.at >= steps.length - 1
  }

  shows({ steps }: Form, { name }: Field): boolean {
    return steps[this.at]!.fields.includes(name)
  }

  /** The step a field stands in; the present one where it stands in none. */
  stepOf({ steps }: Form, name: string): number {
    const at = steps.findIndex(({ fields }) => fields.includes(name))
    return at < 0 ? this.at : at
  }

  /** Shows another step, and begins at its heading. */
  async go(at: number) {
    this.at = at
    this.#host.requestUpdate()
    await focusOn(this.#host, 'step')
  }
}

export const open = (host: LitElement, say: Say) => new Steps(host, say)
