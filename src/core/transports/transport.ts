import { EarshotError } from '../support/errors.ts'
import type { Attachment, Issue } from '../issue/issue.ts'
import type { Receipt } from '../issue/receipt.ts'
import type { RungNews } from '../issue/rung-news.ts'
import type { Message, Thread } from '../issue/thread.ts'

/** Carries an issue to a backend. A plain object: write one in twenty lines, prove it with the kit in `earshot/testing`. */
export interface Transport {
  /**
   * Resolves with a receipt that names the issue, and only when the backend has it.
   * May be called again with the same issue: `issue.id` is the idempotency key.
   * @throws {TransportError} with a verdict; anything else thrown counts as `retry: 'later'`.
   */
  send(issue: Issue, attachments: Attachment[], options: SendOptions): Promise<Receipt>
  /**
   * `possible`: the backend keeps no keys, so an attempt whose answer was lost may leave a second copy there.
   * Absent: one effect, whatever is lost on the way.
   */
  readonly duplicates?: 'possible'
  /** `false`: no files can go this way. An issue with files is refused with `transport/no-files`, never sent without them. */
  readonly files?: false
  thread?(receipt: Receipt, options: { signal: AbortSignal }): Promise<Thread>
  /** `message.id` is its idempotency key. */
  reply?(receipt: Receipt, message: Message, options: { signal: AbortSignal; attachments?: Attachment[] }): Promise<void>
  /** Calls back whenever there is something new; resolves when the backend ends it, rejects when it cannot. For threads that are `live`. */
  watch?(receipt: Receipt, news: () => void, options: { signal: AbortSignal }): Promise<void>
  /** Cases of whoever the site's identity token names, on whichever device they were written. Without a token: none. */
  requests?(options: { signal: AbortSignal }): Promise<{ issue: Issue; receipt: Receipt; thread?: Thread }[]>
  /** What the backend knows of the rungs now, by id. */
  people?(options: { signal: AbortSignal }): Promise<Record<string, RungNews>>
  /** A key of its own for another device, and a short code that stands for it for a while. */
  share?(receipt: Receipt, options: { signal: AbortSignal }): Promise<Share>
  /** All keys and codes shared before open nothing any more. */
  unshare?(receipt: Receipt, options: { signal: AbortSignal }): Promise<void>
  /** What a short code stands for. @throws {TransportError} `never` for a wrong or an old one. */
  open?(code: string, options: { signal: AbortSignal }): Promise<{ issue: Issue; receipt: Receipt }>
}

export interface SendOptions {
  signal: AbortSignal
  /** Receipts of earlier issues of the same case that this one names (`escalation.of`, `repeatOf`, `parent`): their tokens prove that it is the same customer. */
  earlier?: readonly Receipt[]
  /** An attempt before this one may have arrived: where the backend keeps no keys, look there first. */
  again?: boolean
  /** Ends what goes on after the receipt, such as a proof of work: `signal` is for the attempt alone. Aborted with the desk. */
  after?: AbortSignal
}

/** `expiresAt` is the code's end, ISO 8601; the token works until it is taken back. */
export interface Share { token: string; code: string; expiresAt: string }

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
