import { EarshotError } from '../support/errors.ts'
import type { Attachment, Issue } from '../issue/issue.ts'
import type { Receipt } from '../issue/receipt.ts'
import type { Message, Thread } from '../issue/thread.ts'

/** Carries an issue to a backend. A plain object: write one in twenty lines, prove it with the kit in `earshot/testing`. */
export interface Transport {
  /**
   * Resolves with a receipt that names the issue, and only when the backend has it.
   * May be called again with the same issue: `issue.id` is the idempotency key.
   * @throws {TransportError} with a verdict; anything else thrown counts as `retry: 'later'`.
   */
  send(issue: Issue, attachments: Attachment[], options: { signal: AbortSignal }): Promise<Receipt>
  thread?(receipt: Receipt, options: { signal: AbortSignal }): Promise<Thread>
  reply?(receipt: Receipt, message: Message, options: { signal: AbortSignal }): Promise<void>
}

/** `later`: the same issue may well be taken another time. `never`: not as it is; a person must act. */
export type Verdict = 'later' | 'never'

export interface TransportErrorInit {
  retry: Verdict
  /** Not before so many milliseconds. */
  afterMs?: number
  /** The HTTP status, where there was one. */
  status?: number
  /** The backend's own words: shown as text, never as markup. */
  detail?: string
  /** Where in the issue, as a JSON pointer. */
  pointer?: string
}

/** A failed attempt with a verdict: the only thing the outbox needs to know. */
export class TransportError extends EarshotError {
  override readonly name = 'TransportError'
  readonly retry: Verdict
  readonly afterMs: number | undefined
  readonly status: number | undefined
  readonly detail: string | undefined
  readonly pointer: string | undefined

  constructor(code: string, message: string, init: TransportErrorInit) {
    super(code, message, { ...init })
    this.retry = init.retry
    this.afterMs = init.afterMs
    this.status = init.status
    this.detail = init.detail
    this.pointer = init.pointer
  }
}
