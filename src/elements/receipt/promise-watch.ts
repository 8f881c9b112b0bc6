import type { ReactiveController, ReactiveControllerHost } from 'lit'

// No timer runs longer, in milliseconds.
const longest = 2 ** 31 - 1

/** Tells its host when a promise passes unkept while somebody looks at it; once for each moment, and never of one that was past before. */
export class PromiseWatch implements ReactiveController {
  #by = NaN
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #passed: () => void

  constructor(host: ReactiveControllerHost, passed: () => void) {
    this.#passed = passed
    host.addController(this)
  }

  hostConnected() {
    this.#wait()
  }

  hostDisconnected() {
    clearTimeout(this.#timer)
  }

  /** @param by milliseconds since 1970; NaN: nothing is promised any more. */
  until(by: number) {
    if (Object.is(by, this.#by)) return
    this.#by = by
    this.#wait()
  }

  #wait() {
    clearTimeout(this.#timer)
    const left = this.#by - Date.now()
    // Timers may come a little early.
    if (left >= 0) this.#timer = setTimeout(() => (this.#by < Date.now() ? this.#passed() : this.#wait()), Math.min(left + 1, longest))
  }
}
