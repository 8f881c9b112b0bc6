import type { Role } from './describe.ts'

/** What the picker says, in the customer's language. */
export interface PointWords {
  title: string
  how: string
  keys: string
  previous: string
  next: string
  around: string
  take: string
  cancel: string
  nothing: string
  wordless: string
  /** What an element is called by what it is and what it says. */
  named(role: Role, text: string): string
  roles: Readonly<Record<Role, string>>
}

export type Act = 'previous' | 'next' | 'around' | 'take' | 'cancel'

const acts: readonly Act[] = ['take', 'previous', 'next', 'around', 'cancel']

/** How to point, what is pointed at, and the same as buttons for those who use neither mouse nor keys. */
export class Bar {
  readonly element = document.createElement('div')
  readonly #name = document.createElement('p')
  readonly #buttons: readonly HTMLButtonElement[]

  constructor(words: PointWords, language: { lang: string; dir: string }) {
    const line = (className: string, text: string, id: string) => Object.assign(document.createElement('p'), { className, textContent: text, id })
    Object.assign(this.element, { className: 'bar', ...language, role: 'dialog', ariaLabel: words.title })
    this.element.setAttribute('aria-describedby', 'how keys')
    this.#name.className = 'name'
    this.#name.role = 'status'
    this.#name.dir = 'auto'
    this.#buttons = acts.map(act => {
      const button = Object.assign(document.createElement('button'), { type: 'button', textContent: words[act] })
      button.dataset['act'] = act
      return button
    })
    const row = Object.assign(document.createElement('div'), { className: 'acts' })
    row.append(...this.#buttons)
    this.element.append(line('how', words.how, 'how'), line('keys', words.keys, 'keys'), this.#name, row)
  }

  say(text: string) {
    if (this.#name.textContent !== text) this.#name.textContent = text
  }

  /** Focus goes around in the bar: the page behind it waits. */
  turn(by: 1 | -1) {
    const at = this.#buttons.findIndex(isFocused)
    this.#buttons[(at + by + this.#buttons.length) % this.#buttons.length]!.focus({ preventScroll: true })
  }

  /** @returns whether it could be focused: nothing can that is dead. */
  focus(): boolean {
    this.#buttons[0]!.focus({ preventScroll: true })
    return isFocused(this.#buttons[0]!)
  }

  /** Out of the way of what was walked to. */
  dodge(box: DOMRect) {
    const { top, bottom } = this.element.getBoundingClientRect()
    if (box.bottom > top && box.top < bottom) this.element.classList.toggle('above', box.top > innerHeight - box.bottom)
  }
}

// In a window that is not the active one nothing matches `:focus`, whatever has it.
const isFocused = (button: HTMLElement) => (button.getRootNode() as Document | ShadowRoot).activeElement === button
