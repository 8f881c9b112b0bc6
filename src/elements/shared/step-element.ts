import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import type { Desk } from '../../desk/desk.ts'
import type { DeskState } from '../../desk/state.ts'
import type { View } from '../../desk/view.ts'
import { EarshotElement } from './earshot-element.ts'
import type { Say } from './say.ts'
import { summon } from './summon.ts'

/** An element that leads on to others: in the panel the desk takes the step, inline it is taken in place, with a way back. */
export abstract class StepElement extends EarshotElement {
  static override properties: PropertyDeclarations = {
    ...EarshotElement.properties,
    embedded: { attribute: false },
    go: { attribute: false },
  }

  /** Shown in the panel: each next step is a view of the desk. */
  declare embedded: boolean
  /** Set by an element that shows this one in place: it takes the steps, so that they do not nest. */
  declare go: ((view: View) => void) | undefined

  /** `say` to hand on. */
  protected readonly words: Say = (key, values) => this.say(key, values)
  #steps: readonly View[] = []
  #failed = false
  #opener: HTMLElement | undefined

  constructor() {
    super()
    this.embedded = false
  }

  /** What the element shows when no step has been taken from it. */
  protected abstract body(desk: Desk, state: DeskState): TemplateResult | typeof nothing

  /** Whether the view is this very element, so that a step there leads back to it. */
  protected isHere(view: View): boolean {
    return view.name === 'home'
  }

  protected step(view: View) {
    if (this.embedded) return this.found.desk?.open(view)
    if (this.go) return this.go(view)
    if (this.#steps.length === 0) this.#opener = this.shadowRoot?.activeElement as HTMLElement | undefined
    // What was sent is sent: there is no way back from the receipt into its form.
    this.#take(this.isHere(view) ? [] : view.name === 'receipt' ? [view] : [...this.#steps, view])
  }

  #take(steps: readonly View[]) {
    this.#steps = steps
    this.#failed = false
    this.requestUpdate()
    const view = steps.at(-1)
    if (view) {
      void summon(tags[view.name] ?? '').then(
        () => this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.step > *')?.focus()),
        () => ((this.#failed = true), this.requestUpdate()),
      )
    } else void this.updateComplete.then(() => (this.#opener?.checkVisibility?.() ? this.#opener.focus() : this.focus()))
  }

  protected override content(desk: Desk, state: DeskState) {
    const body = this.body(desk, state)
    const view = this.#steps.at(-1)
    if (body === nothing && !view) return nothing
    return html`${view
        ? html`${view.name === 'receipt'
              ? nothing
              : html`<button class="plain" type="button" @click=${() => this.#take(this.#steps.slice(0, -1))}>${this.say('back')}</button>`}
            <div class="step">${this.#failed ? this.say('part.failed') : place(desk, view, next => this.step(next))}</div>`
        : nothing}
      <div class="own" ?hidden=${view !== undefined}>${body}</div>`
  }
}

const tags: { [name in View['name']]?: string } = {
  article: 'earshot-article',
  form: 'earshot-feedback',
  receipt: 'earshot-receipt',
  people: 'earshot-people',
  requests: 'earshot-requests',
  request: 'earshot-requests',
}

function place(desk: Desk, view: View, go: (view: View) => void) {
  switch (view.name) {
    case 'article':
      return html`<earshot-article .desk=${desk} .go=${go} .article=${view.id}></earshot-article>`
    case 'form':
      return html`<earshot-feedback .desk=${desk} .go=${go} .form=${view.form}></earshot-feedback>`
    case 'receipt':
      return html`<earshot-receipt .desk=${desk} .go=${go} .issue=${view.id}></earshot-receipt>`
    case 'people':
      return html`<earshot-people .desk=${desk} .go=${go}></earshot-people>`
    case 'requests':
      return html`<earshot-requests .desk=${desk} .go=${go}></earshot-requests>`
    case 'request':
      return html`<earshot-requests .desk=${desk} .go=${go} .request=${view.id}></earshot-requests>`
    default:
      return nothing
  }
}
