import type { Desk } from '../../desk/desk.ts'

const modifiers = { Control: 'ctrlKey', Alt: 'altKey', Shift: 'shiftKey', Meta: 'metaKey' } as const

/** Opens and closes the panel by the owner's shortcut. Never by a key alone: that one belongs to whoever is typing. */
export class Shortcut {
  readonly #ended = new AbortController()

  constructor(widget: HTMLElement, desk: Desk) {
    const keys = desk.settings.shortcut!.split('+')
    const wanted = keys.pop()!.toLowerCase()
    const names = Object.keys(modifiers) as (keyof typeof modifiers)[]
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat || !isKey(event, wanted)) return
      if (names.some(name => event[modifiers[name]] !== keys.includes(name))) return
      event.preventDefault()
      if (desk.state.open) desk.close()
      else desk.open()
    }
    // What is typed in the widget is not told outside of it.
    for (const target of [window, widget.shadowRoot]) target?.addEventListener('keydown', hear as EventListener, { signal: this.#ended.signal })
  }

  end(): void {
    this.#ended.abort()
  }
}

// With Alt a key says another letter, and where people write in other letters, all of them do.
const isKey = ({ key, code, altKey }: KeyboardEvent, wanted: string) =>
  key.toLowerCase() === wanted || ((altKey || key > '~') && [`key${wanted}`, `digit${wanted}`].includes(code.toLowerCase()))
