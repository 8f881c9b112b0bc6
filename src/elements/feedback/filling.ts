import { html, type LitElement } from 'lit'
import type { Filling as Filled } from '../../core/issue/issue.ts'
import type { Say } from '../shared/say.ts'
import { adopt } from '../shared/field-parts/adopt.ts'
import { trapStyles } from './trap.styles.ts'

/** More tells machines from people no better, and of people too much. In seconds. */
const most = 60

/** How the form is filled in: when it began, and a field that only a machine fills. What was there before tells nothing. */
export class Filling {
  #since: number | undefined
  #touched = false
  #isKnown = true
  readonly #host: LitElement
  readonly #say: Say

  constructor(host: LitElement, say: Say) {
    this.#host = host
    this.#say = say
    adopt(host, trapStyles)
    const { renderRoot } = host
    for (const type of ['focusin', 'pointerdown', 'keydown', 'input', 'change', 'click']) {
      renderRoot.addEventListener(type, () => {
        this.#since ??= performance.now()
        this.#touched ||= type !== 'focusin'
      }, { capture: true, passive: true })
    }
  }

  /** Another form, or the same one anew. */
  begin() {
    this.#since = undefined
    this.#touched = false
    this.#isKnown = true
    const trap = this.#trap
    if (trap) trap.value = ''
  }

  /** Out of reach of keys, of who listens, and of what fills in forms for people. @param hasDraft whether something is written already. */
  template(hasDraft: boolean) {
    // Not written here and now: begun on an earlier visit, told again, put there by the page.
    if (hasDraft && !this.#touched) this.#isKnown = false
    return html`<div class="trap" aria-hidden="true">
      <label>${this.#say('trap.label')} <input
        name="more" type="text" tabindex="-1" autocomplete="off" autocapitalize="off" spellcheck="false"
        data-1p-ignore data-bwignore data-lpignore="true" data-protonpass-ignore="true" data-form-type="other"
      ></label>
    </div>`
  }

  /** What can be told of it now; undefined where that is nothing. */
  get told(): Filled | undefined {
    const seconds = this.#isKnown && this.#since !== undefined ? Math.min(most, Math.round((performance.now() - this.#since) / 100) / 10) : undefined
    const trap = this.#trap?.value ? true : undefined
    return seconds === undefined && !trap ? undefined : { ...(seconds !== undefined && { seconds }), ...(trap && { trap }) }
  }

  get #trap() {
    return this.#host.renderRoot.querySelector<HTMLInputElement>('.trap input')
  }
}
