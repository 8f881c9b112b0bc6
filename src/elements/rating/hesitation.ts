// So long an arrow key's choice has to stand, in milliseconds, before it counts: going through a scale is not answering.
const pause = 1_500

/**
 * When a marked radio button becomes an answer. A press, a tap, Space and Enter count at once. Arrow keys mark as they move, because
 * in a radio group selection follows focus; what they marked counts when it is confirmed, when focus leaves the group, when the group
 * goes, or after a pause: a marked button looks like an answer, so it must not stay without being one. Escape unmarks it.
 */
export class Hesitation {
  readonly #changed: () => void
  readonly #decided: (value: number) => void
  #byArrow = false
  #timer = 0
  /** Marked and not decided yet. */
  pending: number | undefined

  constructor(changed: () => void, decided: (value: number) => void) {
    this.#changed = changed
    this.#decided = decided
  }

  readonly onKey = (event: KeyboardEvent) => {
    this.#byArrow = event.key.startsWith('Arrow')
    if (event.key === 'Escape' && this.pending !== undefined) {
      this.#drop()
      this.#changed()
    }
    if (event.key !== 'Enter' && event.key !== ' ') return
    const radio = event.target as HTMLInputElement
    if (this.pending !== undefined) {
      event.preventDefault()
      this.settle()
    } else if (event.key === 'Enter' && !radio.checked) radio.click()
  }

  readonly onPointer = () => (this.#byArrow = false)

  readonly onLeave = ({ relatedTarget, currentTarget }: FocusEvent) => {
    if (!(currentTarget as Element).contains(relatedTarget as Node | null)) this.settle()
  }

  mark(value: number) {
    clearTimeout(this.#timer)
    this.pending = value
    if (!this.#byArrow) return this.settle()
    this.#timer = window.setTimeout(() => this.settle(), pause)
    this.#changed()
  }

  settle() {
    const { pending } = this
    this.#drop()
    if (pending !== undefined) this.#decided(pending)
  }

  #drop() {
    clearTimeout(this.#timer)
    this.pending = undefined
  }
}
