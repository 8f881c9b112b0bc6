import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Runs the last task it was given once nobody has typed for so long, in milliseconds; never after the element has gone. */
export class Pause implements ReactiveController {
  readonly #ms: number
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(host: ReactiveControllerHost, ms: number) {
    this.#ms = ms
    host.addController(this)
  }

  hostDisconnected() {
    this.drop()
  }

  /** Somebody has typed. Nobody waits for what comes of the task, and who writes is not told when it fails. */
  typed(task: () => Promise<unknown>) {
    this.drop()
    this.#timer = setTimeout(() => void task().catch(() => {}), this.#ms)
  }

  drop() {
    clearTimeout(this.#timer)
  }
}
