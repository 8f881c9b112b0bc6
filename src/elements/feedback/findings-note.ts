import { html, type LitElement, nothing } from 'lit'
import type { Form } from '../../core/forms/form.ts'
import type { Draft } from '../../core/issue/draft.ts'
import type { Finding } from '../../core/issue/finding.ts'
import type { Desk } from '../../desk/desk.ts'
import type { Say } from '../shared/say.ts'
import { Companion } from './companion.ts'
import { enclosedStyles } from './enclosed.styles.ts'
import { enclosing } from './enclosed.ts'
import { placeName } from './place-name.ts'

// How long nobody has typed, in milliseconds, before anything is looked for.
const pause = 800
// Of what was found, in UTF-16 code units: enough to know it by.
const shown = 40

/** What of a desk is asked here. */
type Finder = Pick<Desk, 'form' | 'settings' | 'enclosures' | 'findings'>

/** One stretch, however often it stands in the draft. */
interface Note { readonly kind: Finding['kind']; readonly text: string; readonly pointers: readonly string[] }

/** What looks private and is blanked out before it goes, each stretch with a button to keep it. Looked for when nobody types. */
export class FindingsNote extends Companion {
  #notes: readonly Note[] = []
  #form: Form | undefined
  // By their text: stretches that were listed in this form.
  readonly #listed = new Set<string>()
  // What to do next, where the note stands in the way of sending.
  #again: string | undefined

  constructor(host: LitElement, say: Say) {
    super(host, say, pause, enclosedStyles)
  }

  override begin() {
    super.begin()
    this.#notes = []
    this.#again = undefined
    this.#listed.clear()
  }

  /** The draft says something else now; `announce` tells once when the first stretch was found. */
  look(desk: Finder, draft: Draft, announce: (text: string) => void) {
    this.pause.typed(() => this.#find(desk, draft, announce))
  }

  /**
   * Looks at a draft that is about to go, now. Answers with what to tell the customer where something to be left out is listed only
   * now: once for each stretch, never a second time.
   * @param send What the button is called that has to be pressed once more.
   */
  async hold(desk: Finder, draft: Draft, send: string): Promise<string | undefined> {
    this.pause.drop()
    const fresh = await this.#find(desk, draft)
    if (fresh.every(({ text }) => draft.revealed?.includes(text))) return undefined
    return (this.#again = this.say('findings.again', { send }))
  }

  /** @param reveal takes the whole list of what is to go all the same. */
  template(desk: Finder, draft: Draft, reveal: (revealed: string[]) => void) {
    const form = this.#form
    if (!this.#notes.length || !form) return nothing
    const { revealed = [] } = draft
    return html`<div class="enclosed findings" id="findings-note" tabindex="-1" role="group" aria-labelledby="findings">
      <p id="findings">${this.#again ?? this.say('findings.title')}</p>
      <ul>
        ${this.#notes.map(note => this.#row(note, desk, draft, form, revealed, reveal))}
      </ul>
    </div>`
  }

  #row({ kind, text, pointers }: Note, desk: Finder, draft: Draft, form: Form, revealed: readonly string[], reveal: (revealed: string[]) => void) {
    const say = this.say
    const isKept = revealed.includes(text)
    const action = say(isKept ? 'findings.leave' : 'findings.keep')
    const name = say(`finding.${kind}`)
    const named = new Set(pointers.map(pointer => placeName(pointer, form, draft, !!desk.settings.staff, say)))
    const places = new Intl.ListFormat(desk.settings.locale, { type: 'unit' }).format(named)
    return html`<li>
      <div>
        <span class="name">${name}${isKept ? ` – ${say('findings.kept')}` : nothing}</span>
        <bdi>${isKept ? text : html`<s>${middleOut(text)}</s>`}</bdi>
        <span class="quiet">${say('findings.in', { places })}</span>
      </div>
      <button
        class="plain"
        type="button"
        aria-label=${`${action}: ${name} ${middleOut(text)}`}
        @click=${() => reveal(isKept ? revealed.filter(each => each !== text) : [...revealed, text])}
      >
        ${action}
      </button>
    </li>`
  }

  /** Those that were not listed before. */
  async #find(desk: Finder, draft: Draft, announce?: (text: string) => void): Promise<readonly Note[]> {
    const turn = ++this.turn
    const [found, form] = await Promise.all([desk.enclosures(), desk.form(draft.form ?? '')])
    // Not of what was taken out; but also what was kept is listed: it can be left out again.
    const findings = await desk.findings({ ...draft, ...enclosing(draft, draft, found), revealed: [] })
    if (turn !== this.turn) return []
    const notes = notesOf(findings)
    if (notes.length && !this.#notes.length) announce?.(this.say('findings.announce'))
    if (!notes.length) this.#again = undefined
    const fresh = notes.filter(({ text }) => !this.#listed.has(text))
    for (const { text } of fresh) this.#listed.add(text)
    this.#notes = notes
    this.#form = form
    this.host.requestUpdate()
    return fresh
  }
}

function notesOf(findings: readonly Finding[]): Note[] {
  const notes = new Map<string, Note>()
  for (const { kind, text, pointer } of findings) notes.set(text, { kind, text, pointers: [...(notes.get(text)?.pointers ?? []), pointer] })
  return [...notes.values()]
}

/** Both ends of a long stretch: what it is, can be told by them. */
function middleOut(text: string): string {
  const letters = [...text]
  return letters.length > shown ? `${letters.slice(0, shown / 2).join('')}…${letters.slice(-shown / 4).join('')}` : text
}

export const open = (host: LitElement, say: Say) => new FindingsNote(host, say)
