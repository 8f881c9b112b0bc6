import type { LitElement, ReactiveController } from 'lit'
import type { Desk } from '../../desk/desk.ts'
import type { Said } from './said-in.ts'

/** Which messages are new to whoever looks at them now: marked as long as the case stays open, and told to the desk once they can be seen. */
export class Sight implements ReactiveController {
  // By request: the ids of what was new when it was shown.
  readonly #fresh = new Map<string, Set<string>>()
  // How many were told to the desk, so that it is told once.
  readonly #told = new Map<string, number>()
  readonly #host: LitElement
  readonly #came: (count: number) => void

  /** @param came is told how many came while somebody was looking. */
  constructor(host: LitElement, came: (count: number) => void) {
    this.#host = host
    this.#came = came
    host.addController(this)
  }

  hostConnected() {
    document.addEventListener('visibilitychange', this.#again)
  }

  hostDisconnected() {
    document.removeEventListener('visibilitychange', this.#again)
  }

  /** The last of the staff's messages, as many as are unread, and those that were before. */
  fresh({ request: { id }, messages, unread }: Said): ReadonlySet<string> {
    const fresh = this.#fresh.get(id) ?? new Set()
    this.#fresh.set(id, fresh)
    if (unread) for (const { id } of messages.filter(({ from }) => from === 'staff').slice(-unread)) fresh.add(id)
    return fresh
  }

  /** After each drawing, with the cases that are open. */
  look(desk: Desk, open: readonly Said[]) {
    if (document.visibilityState !== 'visible' || !this.#host.checkVisibility()) return
    let came = 0
    for (const { request: { id }, unread } of open) {
      const told = this.#told.get(id) ?? 0
      this.#told.set(id, unread)
      if (!unread || unread === told) continue
      came += unread
      void desk.seen(id).catch(() => {})
    }
    if (came) this.#came(came)
  }

  /** It was closed: what was new has been seen. */
  forget(id: string) {
    this.#fresh.delete(id)
    this.#told.delete(id)
  }

  readonly #again = () => this.#host.requestUpdate()
}
