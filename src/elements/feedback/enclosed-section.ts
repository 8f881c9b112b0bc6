import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit'
import type { Draft } from '../../core/issue/draft.ts'
import type { Desk } from '../../desk/desk.ts'
import type { DeskState } from '../../desk/state.ts'
import type { Say } from '../shared/say.ts'
import { enclosedIn, type Enclosures } from './enclosed.ts'
import { withheldIn } from './outgoing.ts'

interface Opened { enclosures: Enclosures; list: typeof import('./enclosed-list.ts').enclosedList }

/** "What we send": a line that opens. What is in it is looked up, and how it is shown fetched, only then. */
export class EnclosedSection implements ReactiveController {
  #open: Opened | undefined
  #failed = false
  readonly #host: ReactiveControllerHost
  readonly #say: Say

  constructor(host: ReactiveControllerHost, say: Say) {
    this.#host = host
    this.#say = say
    host.addController(this)
  }

  hostConnected() {}

  template(desk: Desk, state: DeskState, draft: Draft, withhold: (items: string[]) => void) {
    const { locale } = desk.settings
    const show = ({ enclosures, list }: Opened) =>
      list({ enclosures: enclosedIn(draft, enclosures), state, locale, withheld: withheldIn(draft), change: withhold }, this.#say)
    return html`<details
      class="enclosed"
      @toggle=${(event: Event) => (event.target as HTMLDetailsElement).open && this.#look(desk)}
    >
      <summary>${this.#say('enclosed.title')}</summary>
      ${this.#failed ? html`<p class="hint">${this.#say('part.failed')}</p>` : this.#open ? show(this.#open) : nothing}
    </details>`
  }

  async #look(desk: Desk) {
    try {
      const [enclosures, { enclosedList: list }] = await Promise.all([desk.enclosures(), import('./enclosed-list.ts')])
      this.#open = { enclosures, list }
      this.#failed = false
    } catch {
      this.#failed = true
    }
    this.#host.requestUpdate()
  }
}
