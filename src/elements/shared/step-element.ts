import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import type { Desk } from '../../desk/desk.ts'
import type { DeskState } from '../../desk/state.ts'
import type { View } from '../../desk/view.ts'
import { EarshotElement } from './earshot-element.ts'
import type { InPlace } from './in-place.ts'
import type { Say } from './say.ts'

/** An element that leads on to others: in the panel the desk takes the step, inline it is taken in place, with a way back. */
export abstract class StepElement extends EarshotElement {
  static override properties: PropertyDeclarations = {
    ...EarshotElement.properties,
    embedded: { attribute: false },
    go: { attribute: false },
  }

  /** Shown in the panel: each next step is a view of the desk. @protected */
  declare embedded: boolean
  /** Set by an element that shows this one in place: it takes the steps, so that they do not nest. @protected */
  declare go: ((view: View) => void) | undefined

  /** `say` to hand on. @internal */
  readonly words: Say = (key, values) => this.say(key, values)
  #inPlace: InPlace | undefined

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
    // Most elements live in the panel and never need this.
    void import('./in-place.ts').then(({ InPlace }) => {
      this.#inPlace ??= new InPlace(this, this.words, next => this.step(next))
      this.#inPlace.take(view, this.isHere(view))
    }, () => this.found.desk?.open(view))
  }

  protected override content(desk: Desk, state: DeskState) {
    const body = this.body(desk, state)
    const step = this.#inPlace?.template(desk)
    if (body === nothing && !step) return nothing
    // Hidden, never taken away: what is open in it, and where focus was, is still there on the way back.
    return html`${step ?? nothing}<div class="own" ?hidden=${step !== undefined}>${body}</div>`
  }
}
