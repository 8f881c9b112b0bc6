import type { LitElement } from 'lit'
import type { Say } from '../shared/say.ts'

/** What has come waits no longer than this, in milliseconds, for what has not. */
const longest = 1_000

interface Module<T> {
  open(host: LitElement, say: Say): T
}

/**
 * What is fetched for one form is seen at once, all of it together: a form that grows piece by piece moves under the finger that is
 * on its way to it. What is seen stays; what keeps the rest waiting too long comes by itself.
 */
export class Arrivals {
  readonly #come = new Map<string, unknown>()
  readonly #seen = new Set<string>()
  #awaited = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #whole = false
  readonly #host: LitElement
  readonly #say: Say

  constructor(host: LitElement, say: Say) {
    this.#host = host
    this.#say = say
  }

  /** Opened, as soon as it may be seen. Fetched with the first call for its key; the host is drawn anew when that has changed anything. */
  get<T>(key: string, bring: () => Promise<Module<T>>): T | 'failed' | undefined {
    if (!this.#come.has(key)) {
      this.#come.set(key, undefined)
      this.#awaited++
      if (!this.#whole) this.#timer ??= setTimeout(() => this.#show(), longest)
      void bring().then(({ open }) => open(this.#host, this.#say)).catch(() => 'failed').then(room => this.#take(key, room))
    }
    return this.#seen.has(key) ? this.come(key) : undefined
  }

  /** All that was fetched at first is seen, or has been waited for long enough. What has moved once stays where it is. */
  get whole(): boolean {
    return (this.#whole ||= !this.#awaited)
  }

  /** Opened, seen or not. */
  come<T>(key: string): T | 'failed' | undefined {
    return this.#come.get(key) as T | 'failed' | undefined
  }

  #take(key: string, room: unknown) {
    this.#come.set(key, room)
    this.#awaited--
    if (this.#awaited) this.#timer ??= setTimeout(() => this.#show(), longest)
    else this.#show()
  }

  #show() {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#whole = true
    for (const [key, room] of this.#come) if (room) this.#seen.add(key)
    this.#host.requestUpdate()
  }
}
