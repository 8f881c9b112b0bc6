import { html, nothing, type LitElement } from 'lit'
import { guard } from 'lit/directives/guard.js'
import type { Attachment } from '../../../core/issue/issue.ts'
import type { FileSettings } from '../../../desk/config.ts'
import { provideAllWords } from '../all-words.ts'
import { fileSize } from '../file-size.ts'
import type { Say } from '../say.ts'
import { adopt } from './adopt.ts'
import type { FieldPart, FieldView } from './field-part.ts'
import { FileDrops } from './file-drops.ts'
import { filesStyles } from './files-field.styles.ts'
import { limitsIn, refusalOf } from './files-words.ts'
import { Thumbnails } from './thumbnails.ts'
import { errorLine, hintLine, yes } from './tied.ts'

/** The page's half, handed in by the element: what is taken, and how a file becomes an attachment. */
export interface FileTaking {
  rules(settings: FileSettings | undefined): Required<FileSettings>
  preparing(): Promise<{ prepareFile(file: File, settings: FileSettings | undefined, options: { field: string; present: number }): Promise<Attachment> }>
}

const filesOf = ({ value }: FieldView) => (Array.isArray(value) ? (value as Attachment[]) : [])

/** Files: chosen, dropped on the form or pasted into it; pictures are drawn anew before they count. */
export class FilesField implements FieldPart {
  // By the name of the field.
  readonly #views = new Map<string, FieldView>()
  readonly #underway = new Map<string, string>()
  readonly #refused = new Map<string, string[]>()
  readonly #thumbnails = new Thumbnails()
  #queue: Promise<void> = Promise.resolve()
  #provided: Promise<unknown> | undefined
  readonly #host: LitElement
  readonly #say: Say
  readonly #taking: FileTaking

  constructor(host: LitElement, say: Say, taking: FileTaking) {
    provideAllWords()
    adopt(host, filesStyles)
    this.#host = host
    this.#say = say
    this.#taking = taking
    new FileDrops(host, (field, files) => this.#add(field, files))
  }

  template(view: FieldView) {
    const { id, field, desk } = view
    const { settings } = desk
    if (this.#views.get(field.name)?.field !== field) this.#refused.delete(field.name)
    this.#views.set(field.name, view)
    // What it takes has to be here before the connection goes.
    if (desk.state.drafts.size) this.#provided ??= this.#taking.preparing().catch(() => (this.#provided = undefined))
    const rules = this.#taking.rules(settings.files)
    // Each letter typed in a form asks for it: not said anew until the settings are others, or the words have come.
    const limits = guard([settings, this.#say('files.add')], () => limitsIn(rules, settings.locale, this.#say))
    const refused = this.#refused.get(field.name) ?? []
    const busy = this.#underway.get(field.name)
    const said = [`${id}-limits`, view.hint && `${id}-hint`, refused.length && `${id}-refused`, view.error && `${id}-error`].filter(Boolean)
    return html`<div class="field files" data-field=${field.name} aria-busy=${yes(busy)}>
      <input
        id=${id}
        type="file"
        accept=${rules.types.join(',')}
        ?multiple=${rules.most > 1}
        ?required=${field.required && !filesOf(view).length}
        aria-invalid=${yes(view.error ?? refused.length)}
        aria-describedby=${said.join(' ')}
        @change=${({ target }: Event) => this.#choose(field.name, target as HTMLInputElement)}
      />
      <label class="plain" for=${id} dir="auto">${field.label ?? this.#say('files.add')}</label>
      <p class="limits" id="${id}-limits">${limits}</p>
      ${hintLine(view)} ${this.#list(view, busy)}
      ${refused.length ? html`<div id="${id}-refused">${refused.map(text => html`<p class="error">${text}</p>`)}</div>` : nothing}
      ${errorLine(view)}
    </div>`
  }

  problem({ field }: FieldView) {
    const name = this.#underway.get(field.name)
    return name === undefined ? undefined : this.#say('files.preparing', { name })
  }

  #list(view: FieldView, busy: string | undefined) {
    const files = filesOf(view)
    if (!files.length && busy === undefined) return nothing
    return html`<ul>
      ${files.map(
        file => html`<li>
          ${this.#thumbnails.of(file)}
          <div><bdi>${file.name}</bdi><span class="hint">${fileSize(file.size, view.desk.settings.locale)}</span></div>
          <button class="plain" type="button" aria-label=${this.#say('files.removeNamed', { name: file.name })} @click=${() => this.#remove(view, file)}>
            ${this.#say('files.remove')}
          </button>
        </li>`,
      )}
      ${busy === undefined ? nothing : html`<li class="hint">${this.#say('files.preparing', { name: busy })}</li>`}
    </ul>`
  }

  #choose(field: string, input: HTMLInputElement) {
    this.#add(field, [...(input.files ?? [])])
    // So that the same file can be chosen again.
    input.value = ''
  }

  #add(field: string, files: File[]) {
    const view = this.#views.get(field)
    if (!view || !files.length) return
    this.#refused.delete(field)
    // What could not be shown is no reason to take no more.
    this.#queue = this.#queue.then(() => this.#take(view, files)).catch(() => {})
  }

  /** One after the other: each is told whether there is still room. */
  async #take({ field }: FieldView, files: File[]) {
    const { name } = field
    // The form may be another one meanwhile.
    const now = () => (this.#views.get(name)?.field === field ? this.#views.get(name) : undefined)
    const refused: string[] = []
    let added = ''
    for (const file of files) {
      const view = now()
      if (!view) break
      const { settings } = view.desk
      this.#underway.set(name, file.name)
      view.announce(this.#say('files.preparing', { name: file.name }))
      try {
        const { prepareFile } = await this.#taking.preparing()
        const present = view.draft.attachments?.filter(({ field }) => field !== 'screenshot').length ?? 0
        const made = await prepareFile(file, settings.files, { field: name, present })
        const current = now()
        if (!current) break
        current.edit([...filesOf(current), made])
        added = this.#say('files.added', { name: made.name, size: fileSize(made.size, settings.locale) })
      } catch (error) {
        refused.push(refusalOf(error, file.name, settings.locale, this.#say))
      }
      await this.#settle()
    }
    this.#underway.delete(name)
    if (refused.length) this.#refused.set(name, refused)
    now()?.announce([added, ...refused].filter(Boolean).join(' '))
    await this.#settle()
  }

  /** The next file sees what became of this one. */
  async #settle() {
    this.#host.requestUpdate()
    await this.#host.updateComplete
  }

  async #remove(view: FieldView, file: Attachment) {
    const left = filesOf(view).filter(({ id }) => id !== file.id)
    const at = filesOf(view).indexOf(file)
    this.#thumbnails.forget(file.id)
    this.#refused.delete(view.field.name)
    view.edit(left.length ? left : undefined)
    view.announce(this.#say('files.removed', { name: file.name }))
    await this.#settle()
    const root = this.#host.renderRoot.querySelector(`#${view.id}`)?.closest('.files')
    const buttons = root?.querySelectorAll<HTMLElement>('li button') ?? []
    ;(buttons[Math.min(at, buttons.length - 1)] ?? root?.querySelector('input'))?.focus()
  }
}
