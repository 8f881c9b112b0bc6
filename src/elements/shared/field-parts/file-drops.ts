import type { LitElement, ReactiveController } from 'lit'

/** Files that are dropped or pasted anywhere on a form that has a field for them. Text, and what is dropped elsewhere, stays what it is. */
export class FileDrops implements ReactiveController {
  readonly #host: LitElement
  readonly #take: (field: string, files: File[]) => void

  constructor(host: LitElement, take: (field: string, files: File[]) => void) {
    this.#host = host
    this.#take = take
    host.addController(this)
  }

  hostConnected() {
    for (const type of ['dragover', 'dragleave', 'drop', 'paste'] as const) this.#host.addEventListener(type, this)
  }

  hostDisconnected() {
    for (const type of ['dragover', 'dragleave', 'drop', 'paste'] as const) this.#host.removeEventListener(type, this)
    this.#highlight(false)
  }

  handleEvent(event: DragEvent | ClipboardEvent) {
    const field = this.#fieldAt(event)
    if (event.type === 'dragleave' || field === undefined) return this.#highlight(false)
    const carried = 'clipboardData' in event ? event.clipboardData : (event as DragEvent).dataTransfer
    if (!carried?.types.includes('Files')) return
    if (event.type === 'paste' && carried.types.includes('text/plain')) return
    // Without this the browser would leave for the file.
    event.preventDefault()
    this.#highlight(event.type === 'dragover')
    if (event.type === 'dragover') carried.dropEffect = 'copy'
    else this.#take(field, [...carried.files])
  }

  /** The field it was dropped on, else the first one that is shown. */
  #fieldAt(event: Event): string | undefined {
    const on = event.composedPath().find((node): node is HTMLElement => node instanceof HTMLElement && node.matches('.files[data-field]'))
    return (on ?? this.#host.renderRoot.querySelector<HTMLElement>('.files[data-field]'))?.dataset['field']
  }

  #highlight(on: boolean) {
    this.#host.renderRoot.querySelector('form')?.toggleAttribute('data-dropping', on)
  }
}
