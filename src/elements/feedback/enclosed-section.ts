import { html, type LitElement, nothing } from 'lit'
import type { Draft } from '../../core/issue/draft.ts'
import type { Diagnostics } from '../../core/issue/issue.ts'
import type { Desk, Enclosed } from '../../desk/desk.ts'
import type { DeskState } from '../../desk/state.ts'
import type { Say } from '../shared/say.ts'
import { adopt } from '../shared/field-parts/adopt.ts'
import { articleTitles } from './article-titles.ts'
import { diagnosticsBox } from './diagnostics-box.ts'
import { EnclosedFiles } from './enclosed-files.ts'
import { enclosedList } from './enclosed-list.ts'
import { enclosedStyles } from './enclosed.styles.ts'
import { filedBy } from './filed-by.ts'
import { tickStyles } from '../shared/field-parts/tick.styles.ts'

/** What is in "What we send": looked up once that is opened, and fetched only then. */
class EnclosedSection {
  #found: Enclosed | undefined
  #diagnostics: Diagnostics | undefined
  #titles: ReadonlyMap<string, string> = new Map()
  // What it was looked up for: another visit's journey, or a form that was sent, has it looked up anew.
  #for: readonly unknown[] = []
  #failed = false
  readonly #files = new EnclosedFiles()
  readonly #host: LitElement
  readonly #say: Say

  constructor(host: LitElement, say: Say) {
    this.#host = host
    this.#say = say
    adopt(host, tickStyles)
    adopt(host, enclosedStyles)
  }

  /** What stands below the line that opens it. */
  template(desk: Desk, state: DeskState, typed: Draft, edit: (patch: Partial<Draft>) => void) {
    const by = filedBy(desk.settings, typed)
    const draft = by ? { ...typed, filedBy: by } : typed
    const { journey, submissions } = state
    if ([desk, journey, submissions].some((each, i) => each !== this.#for[i])) {
      if (submissions !== this.#for[2]) this.#files.forget()
      this.#for = [desk, journey, submissions]
      void this.#look(desk, state)
    }
    if (this.#failed) return html`<p class="hint">${this.#say('part.failed')}</p>`
    if (!this.#found) return nothing
    const { settings } = desk
    const tick = (diagnostics: boolean) => edit({ consent: { ...draft.consent, diagnostics } })
    const box = settings.capture.diagnostics && !by
      ? diagnosticsBox(draft.consent?.diagnostics === true, this.#diagnostics, tick, this.#say)
      : undefined
    return enclosedList({ draft, settings, found: this.#found, titles: this.#titles, files: this.#files, diagnostics: box, edit }, this.#say)
  }

  async #look(desk: Desk, state: DeskState) {
    try {
      const [found, diagnostics] = await Promise.all([desk.enclosures(), desk.settings.capture.diagnostics ? desk.diagnostics() : undefined])
      this.#found = found
      this.#diagnostics = diagnostics
      this.#failed = false
    } catch {
      this.#failed = true
    }
    this.#host.requestUpdate()
    // An article that cannot be looked up is called by its id.
    this.#titles = await articleTitles(desk, state, this.#titles).catch(() => this.#titles)
    this.#host.requestUpdate()
  }
}

export const open = (host: LitElement, say: Say) => new EnclosedSection(host, say)
