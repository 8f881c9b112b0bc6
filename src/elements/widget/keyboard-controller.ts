import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** Tells the panel how much of the window an on-screen keyboard leaves: `100dvh` does not know of it. */
export class KeyboardController implements ReactiveController {
  readonly #panel: () => HTMLElement | null
  readonly #measure = () => {
    const height = visualViewport?.height
    if (height) this.#panel()?.style.setProperty('--_visible-height', `${Math.round(height)}px`)
  }

  constructor(host: ReactiveControllerHost, panel: () => HTMLElement | null) {
    this.#panel = panel
    host.addController(this)
  }

  hostConnected() {}

  hostDisconnected() {
    this.follow(false)
  }

  /** Only while the panel is open. */
  follow(open: boolean) {
    visualViewport?.removeEventListener('resize', this.#measure)
    if (!open) return
    visualViewport?.addEventListener('resize', this.#measure)
    this.#measure()
  }
}
