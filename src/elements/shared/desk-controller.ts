import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Desk } from '../../desk/desk.ts'
import type { DeskState } from '../../desk/state.ts'
import { shelf } from '../../desk/shelf.ts'

interface Host extends ReactiveControllerHost {
  desk?: Desk | undefined
  deskName: string
  isConnected: boolean
}

/** Finds the element's desk (its own, else the one on the shelf, else waits for it) and follows its state. */
export class DeskController implements ReactiveController {
  desk: Desk | undefined
  state: DeskState | undefined
  readonly #host: Host
  readonly #changed: (state: DeskState, before: DeskState | undefined) => void
  #leaveShelf: (() => void) | undefined
  #leaveDesk: (() => void) | undefined
  #known: Desk | undefined

  /** @param changed is called after each change of the desk's state, before the element renders. */
  constructor(host: Host, changed: (state: DeskState, before: DeskState | undefined) => void) {
    this.#host = host
    this.#changed = changed
    host.addController(this)
  }

  hostConnected() {
    this.#leaveShelf = shelf.watch(() => this.find())
    this.find()
  }

  /** It is left as it stands: what is moved within a page is not drawn anew. */
  hostDisconnected() {
    this.#leaveShelf?.()
    this.#leaveDesk?.()
    this.desk = undefined
  }

  /** Call before each update: Lit runs `hostUpdate` only after `willUpdate`, which is too late for a desk just set. */
  find() {
    const { desk: given, deskName } = this.#host
    // Frameworks set a property where an attribute was meant, and it holds a name.
    const desk = given?.subscribe ? given : shelf.get((given as string | undefined) ?? deskName)
    // One that was removed may be drawn once more, and has nobody to end what it begins.
    if (this.#host.isConnected && desk !== this.desk) this.#follow(desk)
  }

  #follow(desk: Desk | undefined) {
    this.#leaveDesk?.()
    this.desk = desk
    // What comes back to its desk, as when it was moved, goes on where it was.
    if (desk !== this.#known) this.state = undefined
    this.#known = desk
    this.#leaveDesk = desk?.subscribe(state => {
      const before = this.state
      this.state = state
      this.#changed(state, before)
      this.#host.requestUpdate()
    })
    this.#host.requestUpdate()
  }
}
