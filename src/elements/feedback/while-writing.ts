import { html, type LitElement } from 'lit'
import type { SearchResult } from '../../core/articles/article.ts'
import type { Form } from '../../core/forms/form.ts'
import type { Hint } from '../../core/forms/field.ts'
import type { Draft } from '../../core/issue/draft.ts'
import type { Desk } from '../../desk/desk.ts'
import type { MessageKey } from '../../locale/en.ts'
import type { Say } from '../shared/say.ts'
import { Companion } from './companion.ts'
import type { FindingsNote } from './findings-note.ts'
import { writingStyles } from './writing.styles.ts'

// How long nobody has typed, in milliseconds, before anything is remarked.
const pause = 1_200
// Nobody who wants to send waits longer than this, in milliseconds, for what looks private.
const longest = 3_000

const words: { readonly [code in Hint['code']]: MessageKey } = {
  'no-number': 'hint.noNumber',
  'no-date': 'hint.noDate',
  'very-long': 'hint.veryLong',
  'only-capitals': 'hint.onlyCapitals',
}

/** What has just been written, and where. */
export interface Written {
  readonly desk: Desk
  readonly form: Form
  /** As it is at that moment: of several calls that wait for one and the same import, Chromium lets any go on first. */
  draft(): Draft
  announce(text: string): void
}

/** What keeps somebody company while they write: articles that may answer it, friendly remarks. Fetched with the first letter. */
export class WhileWriting extends Companion {
  #provided: Form | undefined
  // What the articles were found by.
  #story: string | undefined
  #matches: readonly SearchResult[] = []
  #remarks: ReadonlyMap<string, string> = new Map()
  #note: FindingsNote | undefined
  #recalling: Promise<unknown> | undefined

  constructor(host: LitElement, say: Say) {
    super(host, say, pause, writingStyles)
  }

  override begin() {
    super.begin()
    this.#story = undefined
    this.#matches = []
    this.#remarks = new Map()
    this.#note?.begin()
  }

  edited(written: Written) {
    const { form } = written
    const draft = written.draft()
    if (form !== this.#provided) {
      // How to check and seal has to be here before the connection goes.
      this.#provided = form
      void Promise.all([form.problems(draft), form.outgoing(draft)]).catch(() => (this.#provided = undefined))
    }
    this.pause.typed(() => this.#remark(written))
    void this.#look(written).catch(() => {})
    if (draft.story === this.#story) return
    this.#story = draft.story
    void this.#suggest(written, draft.story).catch(() => {})
  }

  remark(name: string): string | undefined {
    return this.#remarks.get(name)
  }

  /** What looks private and is blanked out, to be kept where the customer likes. */
  findings(desk: Desk, draft: Draft, edit: (patch: Partial<Draft>) => void) {
    return this.#note?.template(desk, draft, revealed => edit({ revealed }))
  }

  /** What to tell a customer before this draft goes, because it was not to be seen before; undefined where nothing is in its way. */
  hold(desk: Desk, draft: Draft, send: string): Promise<string | undefined> {
    const told = this.#openNote().then(note => note.hold(desk, draft, send))
    return Promise.race([told, new Promise<undefined>(resolve => setTimeout(resolve, longest))])
  }

  /** Articles that may answer what is being written; undefined where there are none. */
  matches(open: (id: string) => void) {
    if (!this.#matches.length) return undefined
    return html`<h3>${this.say('match.title')}</h3>
      <ul>
        ${this.#matches.map(
          ({ id, title }) => html`<li><button class="plain" type="button" dir="auto" @click=${() => open(id)}>${title}</button></li>`,
        )}
      </ul>`
  }

  async #suggest({ desk, announce }: Written, story = '') {
    // Three words, or as much in a script that does not part them, before there is anything to go by.
    if (!/\S+\s+\S+\s+\S|[\u3040-\u9fff]{6}/.test(story)) return
    const turn = this.turn
    const results = await desk.suggest(story)
    // Of several stories the newest counts, in whatever order they are answered.
    if (!results.length || turn !== this.turn || story !== this.#story) return
    if (!this.#matches.length) announce(this.say('match.title'))
    this.#matches = results
    this.host.requestUpdate()
  }

  async #openNote(): Promise<FindingsNote> {
    const { open } = await import('./findings-note.ts')
    return (this.#note ??= open(this.host, this.say))
  }

  async #look(written: Written) {
    const turn = this.turn
    const note = await this.#openNote()
    if (turn === this.turn) note.look(written.desk, written.draft(), written.announce)
  }

  async #remark({ desk, form, draft }: Written) {
    // What was sent before is asked for when this goes; how to look has to be here by then.
    this.#recalling ??= Promise.all([import('./seen-before.ts'), desk.recent(draft())]).catch(() => (this.#recalling = undefined))
    if (!form.hinting) return
    const turn = this.turn
    const hints = await form.hints(draft())
    if (turn !== this.turn) return
    // One at a time for each field.
    this.#remarks = new Map(hints.toReversed().map(({ field, code }) => [field, this.say(words[code])]))
    this.host.requestUpdate()
  }
}

export const open = (host: LitElement, say: Say) => new WhileWriting(host, say)
