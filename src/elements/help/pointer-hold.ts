// How long after a finger has left the glass its click may still come, in milliseconds.
const clickDelay = 400

/** Whether somebody is about to press a row: then none may move. */
export class PointerHold {
  #pressed = false
  #over = false
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #released: () => void

  constructor(released: () => void) {
    this.#released = released
  }

  get held(): boolean {
    return this.#pressed || this.#over
  }

  /** Typing goes on: a mouse that only lies there holds nothing. */
  typed() {
    this.#over = false
  }

  /** For every pointer event; `among` says whether it happened among the rows. */
  see({ type, pointerType }: PointerEvent, among: boolean) {
    if (type === 'pointerdown' && among) this.#press()
    else if (type === 'pointerup' || type === 'pointercancel') this.#release()
    else if (type === 'pointermove' && pointerType === 'mouse') this.#move(among)
    else if (type === 'pointerleave') this.#move(false)
  }

  stop() {
    clearTimeout(this.#timer)
    this.#pressed = this.#over = false
  }

  #press() {
    clearTimeout(this.#timer)
    this.#pressed = true
  }

  #release() {
    if (!this.#pressed) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#pressed = false
      if (!this.held) this.#released()
    }, clickDelay)
  }

  #move(among: boolean) {
    if (this.#over === among) return
    this.#over = among
    if (!this.held) this.#released()
  }
}
