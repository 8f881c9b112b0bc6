import { html, nothing, type LitElement, type ReactiveController } from 'lit'
import type { Attachment } from '../../core/issue/issue.ts'
import type { MessageKey } from '../../locale/en.ts'
import { attachPicture } from '../../page/capture/attach-picture.ts'
// At once, not when it is asked for: the browser's question may only be asked within the click.
import { capturePage } from '../../page/capture/capture-page.ts'
import { provideAllWords } from '../shared/all-words.ts'
import { focusOn } from '../shared/focus-on.ts'
import type { Say } from '../shared/say.ts'
import { summon } from '../shared/summon.ts'
import { adopt } from '../shared/field-parts/adopt.ts'
import type { FieldPart, FieldView } from '../shared/field-parts/field-part.ts'
import { screenshotStyles } from './screenshot-field.styles.ts'
import { decoded, thumbnail } from '../shared/field-parts/thumbnail.ts'
import { errorLine, hintLine, told } from '../shared/field-parts/tied.ts'

// A picture needs no more to be read, whatever else the owner lets files weigh.
const enough = 2_000_000

/** What is going on with one field; its picture is in the draft. */
interface Progress {
  /** A picture is being taken, or read; ends it. */
  busy?: AbortController | undefined
  failure?: MessageKey | undefined
  /** What is being drawn on. */
  open?: HTMLCanvasElement | ImageBitmap | undefined
  small?: { readonly id: string; readonly canvas?: HTMLCanvasElement } | undefined
}

/** A picture of the page, taken when the customer asks for it, drawn on, and seen before it goes. */
export function open(host: LitElement, say: Say): FieldPart {
  provideAllWords()
  adopt(host, screenshotStyles)
  return new ScreenshotField(host, say)
}

class ScreenshotField implements FieldPart, ReactiveController {
  readonly #progress = new Map<string, Progress>()
  readonly #host: LitElement
  readonly #say: Say

  constructor(host: LitElement, say: Say) {
    this.#host = host
    this.#say = say
    host.addController(this)
  }

  hostDisconnected() {
    for (const progress of this.#progress.values()) progress.busy?.abort()
  }

  template(view: FieldView) {
    const progress = this.#of(view)
    const [picture] = (view.value ?? []) as readonly Attachment[]
    return html`<div class="field shot">
      ${hintLine(view)} ${picture ? this.#added(view, picture, progress) : this.#empty(view, progress)} ${errorLine(view)}
      ${progress.open
        ? html`<earshot-annotate
            .desk=${view.desk}
            .image=${progress.open}
            .maxBytes=${Math.min(enough, view.desk.settings.files?.maxBytes ?? enough)}
            .done=${(drawn: Blob) => this.#keep(view, drawn)}
            .cancelled=${() => this.#shut(view)}
          ></earshot-annotate>`
        : nothing}
    </div>`
  }

  #empty(view: FieldView, { busy, failure }: Progress) {
    const label = view.field.label ?? this.#say('picture.add')
    return html`${view.hint ? nothing : html`<p class="hint" id="${view.id}-about">${this.#say('picture.hint')}</p>`}
      <div class="actions">
        <button
          class="plain"
          id=${view.id}
          type="button"
          dir="auto"
          aria-disabled=${busy ? 'true' : nothing}
          aria-describedby=${view.hint ? told(view) : `${view.id}-about`}
          @pointerenter=${this.#prepare}
          @focus=${this.#prepare}
          @click=${() => busy || this.#take(view)}
        >
          ${busy ? this.#say('picture.busy') : label}
        </button>
        ${busy ? html`<button class="plain" type="button" @click=${() => busy.abort()}>${this.#say('picture.cancel')}</button>` : nothing}
      </div>
      ${failure ? html`<p>${this.#say(failure)}</p>${this.#device(view)}` : nothing}`
  }

  #device(view: FieldView) {
    return html`<label class="button second device">
      ${this.#say('picture.device')}
      <input type="file" accept="image/*" @change=${(event: Event) => this.#read(view, event.target as HTMLInputElement)} />
    </label>`
  }

  #added(view: FieldView, picture: Attachment, progress: Progress) {
    this.#show(picture, progress)
    const { canvas } = progress.small ?? {}
    return html`${canvas ?? html`<p>${this.#say('picture.alt')}</p>`}
      <div class="actions">
        <button class="plain" id=${view.id} type="button" aria-describedby=${told(view)} @pointerenter=${this.#prepare} @focus=${this.#prepare} @click=${() => this.#change(view, picture)}>
          ${this.#say('picture.change')}
        </button>
        <button class="plain" type="button" @click=${() => this.#drop(view)}>${this.#say('picture.drop')}</button>
      </div>
      ${progress.failure ? html`<p>${this.#say(progress.failure)}</p>` : nothing}`
  }

  #of({ field }: FieldView): Progress {
    const progress = this.#progress.get(field.name) ?? {}
    this.#progress.set(field.name, progress)
    return progress
  }

  #turn(view: FieldView, change: Progress) {
    Object.assign(this.#of(view), change)
    this.#host.requestUpdate()
  }

  #prepare = () => void summon('earshot-annotate').catch(() => {})

  #take(view: FieldView) {
    return this.#work(view, 'picture.failed', async signal => {
      const shot = capturePage({ signal })
      view.announce(this.#say('picture.busy'))
      const { canvas } = await shot
      await summon('earshot-annotate')
      if (!signal.aborted) this.#turn(view, { open: canvas })
    })
  }

  #change(view: FieldView, picture: Attachment) {
    return this.#work(view, 'picture.unreadable', async signal => {
      const [image] = await Promise.all([decoded(picture), summon('earshot-annotate')])
      if (!signal.aborted) this.#turn(view, { open: image })
    })
  }

  #read(view: FieldView, input: HTMLInputElement) {
    const [file] = input.files ?? []
    if (!file) return undefined
    return this.#work(view, 'picture.unreadable', async signal => {
      const { prepareFile } = await import('../../page/files/prepare-file.ts')
      const picture = await prepareFile(file, { ...view.desk.settings.files, types: ['image/*'] }, { field: view.field.name })
      if (!signal.aborted) this.#put(view, picture)
    }).finally(() => (input.value = ''))
  }

  #keep(view: FieldView, drawn: Blob) {
    this.#shut(view)
    return this.#work(view, 'picture.notKept', async signal => {
      const picture = await attachPicture(drawn, view.field.name)
      if (!signal.aborted) this.#put(view, picture)
    })
  }

  #put(view: FieldView, picture: Attachment) {
    view.edit([picture])
    view.announce(this.#say('picture.ready'))
    void focusOn(this.#host, view.id)
  }

  #drop(view: FieldView) {
    view.edit(undefined)
    view.announce(this.#say('picture.gone'))
    this.#turn(view, { failure: undefined })
    void focusOn(this.#host, view.id)
  }

  /** Runs one thing at a time for a field; what goes wrong is said in words, with another way. */
  async #work(view: FieldView, otherwise: MessageKey, work: (signal: AbortSignal) => Promise<void>) {
    const busy = new AbortController()
    this.#of(view).busy?.abort()
    this.#turn(view, { busy, failure: undefined })
    try {
      await work(busy.signal)
    } catch (error) {
      if (busy.signal.aborted) return
      const failure = (error as { code?: unknown }).code === 'capture/denied' ? 'picture.denied' : otherwise
      view.announce(this.#say(failure))
      this.#turn(view, { failure })
    } finally {
      if (this.#of(view).busy === busy) this.#turn(view, { busy: undefined })
    }
  }

  #shut(view: FieldView) {
    this.#turn(view, { open: undefined })
    void focusOn(this.#host, view.id)
  }

  #show(picture: Attachment, progress: Progress) {
    if (progress.small?.id === picture.id) return
    progress.small = { id: picture.id }
    thumbnail(picture).then(
      canvas => {
        canvas.role = 'img'
        canvas.ariaLabel = this.#say('picture.alt')
        if (progress.small?.id === picture.id) progress.small = { id: picture.id, canvas }
        this.#host.requestUpdate()
      },
      // Its name in words stands there instead.
      () => {},
    )
  }
}
