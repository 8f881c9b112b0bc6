import { html, type LitElement, nothing } from 'lit'
import type { Draft } from '../../core/issue/draft.ts'
import type { Desk } from '../../desk/desk.ts'
import type { DeskState } from '../../desk/state.ts'
import type { Say } from '../shared/say.ts'
import { adopt } from './adopt.ts'
import { enclosedList } from './enclosed-list.ts'
import { enclosedIn, type Enclosures, withheldIn } from './enclosed.ts'
import { enclosedStyles } from './enclosed.styles.ts'

/** What is in "What we send": looked up once that is opened, and fetched only then. */
class EnclosedSection {
  #enclosures: Enclosures | undefined
  #desk: Desk | undefined
  #failed = false
  readonly #host: LitElement
  readonly #say: Say

  constructor(host: LitElement, say: Say) {
    this.#host = host
    this.#say = say
    adopt(host, enclosedStyles)
  }

  /** What stands below the line that opens it. */
  template(desk: Desk, state: DeskState, draft: Draft, edit: (patch: Partial<Draft>) => void) {
    if (this.#desk !== desk) void this.#look(desk)
    if (this.#failed) return html`<p class="hint">${this.#say('part.failed')}</p>`
    if (!this.#enclosures) return nothing
    const enclosures = enclosedIn(draft, this.#enclosures)
    const { locale } = desk.settings
    return enclosedList({ enclosures, state, locale, withheld: withheldIn(draft), change: withheld => edit({ withheld }) }, this.#say)
  }

  async #look(desk: Desk) {
    this.#desk = desk
    try {
      this.#enclosures = await desk.enclosures()
      this.#failed = false
    } catch {
      this.#failed = true
    }
    this.#host.requestUpdate()
  }
}

export const open = (host: LitElement, say: Say) => new EnclosedSection(host, say)
