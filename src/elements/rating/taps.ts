import type { Draft } from '../../core/issue/draft.ts'
import type { Desk } from '../../desk/desk.ts'

/** So long a tap may be taken back, and a reason joined to it, in milliseconds. */
const graceMs = 5_000

/** An answer that was kept. `replaces` is the one before it that had gone already. */
interface Tap {
  readonly id: string
  readonly draft: Draft
  readonly value: number
  readonly replaces?: string | undefined
  /** What stands again when this one is taken back. */
  readonly before?: Tap | undefined
}

/** What the element does for its taps. */
interface Bearer {
  draft(desk: Desk, value: number): Promise<Draft>
  /** As the page lets it go; undefined where it does not. */
  heard(desk: Desk, draft: Draft): Promise<Draft | undefined>
  changed(): void
}

/** What becomes of the customer's taps. Each is an answer at once; as long as it has not gone, a later one takes its place without a trace. */
export class Taps {
  readonly #bearer: Bearer
  #work: Promise<unknown> = Promise.resolve()
  /** What is marked; a moment before it is kept. */
  value: number | undefined
  /** What stands. */
  tap: Tap | undefined
  /** Being kept just now. */
  sending: Draft | undefined
  failed = false

  constructor(bearer: Bearer) {
    this.#bearer = bearer
  }

  /** Another value. A reason that was given goes along with it. */
  choose(desk: Desk, value: number): Promise<boolean> {
    this.value = value
    // Of hasty ones the last counts.
    return this.#next(async () => this.value !== value || this.#keep(desk, value, said(this.tap, 'story')))
  }

  /** A reason, which is sent at once, with the rating: together they are one issue. */
  explain(desk: Desk, story: string): Promise<boolean> {
    return this.#next(async () => this.tap !== undefined && this.#keep(desk, this.tap.value, { ...said(this.tap, 'leaving'), story }, 0))
  }

  /** Said about what stands, in a tap of its own; it may be taken back as long as that. */
  leave(desk: Desk, leaving: boolean): Promise<boolean> {
    return this.#next(async () => this.tap !== undefined && this.#keep(desk, this.tap.value, { ...said(this.tap, 'story'), ...(leaving && { leaving }) }))
  }

  /** False: it has gone already, or is just going. */
  undo(desk: Desk): Promise<boolean> {
    return this.#next(async () => {
      const { tap } = this
      if (!tap || !(await withdrawn(desk, tap))) return false
      this.tap = tap.before
      this.value = tap.before?.value
      this.#bearer.changed()
      return true
    })
  }

  /** Who taps quickly is not to overtake themselves. */
  #next(task: () => Promise<boolean>): Promise<boolean> {
    const done = this.#work.then(task)
    this.#work = done.catch(() => {})
    return done
  }

  async #keep(desk: Desk, value: number, more: Pick<Draft, 'story' | 'leaving'>, grace = graceMs): Promise<boolean> {
    const { tap } = this
    this.failed = false
    let taken = false
    try {
      const draft = await this.#bearer.heard(desk, { ...(await this.#bearer.draft(desk, value)), ...more })
      if (draft) {
        taken = tap !== undefined && (await withdrawn(desk, tap))
        const replaces = taken ? tap?.replaces : tap?.id
        const id = await this.#submit(desk, { ...draft, ...(replaces && { replaces }) }, grace)
        this.tap = { id, draft, value, replaces, before: taken ? tap?.before : tap }
        this.#bearer.changed()
        return true
      }
    } catch {
      this.failed = true
      if (taken && tap) await this.#putBack(desk, tap)
    }
    this.value = this.tap?.value
    this.#bearer.changed()
    return false
  }

  /** What could not be improved upon must not be lost. */
  async #putBack(desk: Desk, tap: Tap) {
    const { draft, replaces } = tap
    const id = await this.#submit(desk, { ...draft, ...(replaces && { replaces }) }, graceMs).catch(() => undefined)
    this.tap = id ? { ...tap, id } : tap.before
  }

  async #submit(desk: Desk, draft: Draft, grace: number): Promise<string> {
    this.sending = draft
    try {
      return (await desk.submit(draft, { graceMs: grace })).id
    } finally {
      this.sending = undefined
    }
  }
}

/** A part of what was said with a tap; nothing where it was not. */
const said = (tap: Tap | undefined, part: 'story' | 'leaving'): Pick<Draft, 'story' | 'leaving'> => (tap?.draft[part] ? { [part]: tap.draft[part] } : {})

const withdrawn = (desk: Desk, { id }: Tap) => desk.withdraw(id).catch(() => false)
