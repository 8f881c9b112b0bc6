import { html, type LitElement, nothing } from 'lit'
import type { Desk } from '../../desk/desk.ts'
import type { View } from '../../desk/view.ts'
import type { Say } from './say.ts'
import { summon } from './summon.ts'
import { tagOf, viewElement } from './view-element.ts'

/** The steps taken from an element that stands alone on a page: the next one takes its place, with a way back. */
export class InPlace {
  readonly #host: LitElement
  readonly #say: Say
  readonly #go: (view: View) => void
  #steps: readonly View[] = []
  #element: HTMLElement | undefined
  #failed = false
  #opener: HTMLElement | undefined

  constructor(host: LitElement, say: Say, go: (view: View) => void) {
    this.#host = host
    this.#say = say
    this.#go = go
  }

  /** @param here the view is the host itself, so that the step leads back to it. */
  take(view: View, here: boolean) {
    if (this.#steps.length === 0) this.#opener = this.#host.shadowRoot?.activeElement as HTMLElement | undefined
    // What was sent is sent: there is no way back from the receipt into its form.
    this.#show(here ? [] : view.name === 'receipt' ? [view] : [...this.#steps, view])
  }

  /** The step that has been taken; undefined while there is none. */
  template(desk: Desk) {
    const view = this.#steps.at(-1)
    if (!view) return undefined
    this.#element ??= viewElement(view, desk, { go: this.#go }, this.#say('article.busy'))
    return html`${view.name === 'receipt'
        ? nothing
        : html`<button class="plain" type="button" @click=${() => this.#show(this.#steps.slice(0, -1))}>${this.#say('back')}</button>`}
      <div class="step">${this.#failed ? this.#say('part.failed') : this.#element}</div>`
  }

  #show(steps: readonly View[]) {
    const host = this.#host
    this.#steps = steps
    this.#element = undefined
    this.#failed = false
    host.requestUpdate()
    const view = steps.at(-1)
    if (!view) void host.updateComplete.then(() => (this.#opener?.checkVisibility?.() ? this.#opener.focus() : host.focus()))
    else {
      void summon(tagOf[view.name]).then(
        () => host.updateComplete.then(() => host.renderRoot.querySelector<HTMLElement>('.step > *')?.focus()),
        () => ((this.#failed = true), host.requestUpdate()),
      )
    }
  }
}
