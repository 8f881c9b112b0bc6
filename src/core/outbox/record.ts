import type { Attachment, Issue } from '../issue/issue.ts'
import type { Receipt } from '../issue/receipt.ts'
import type { Message, Thread } from '../issue/thread.ts'
import type { Queue } from './queue.ts'

/**
 * - `kept`: on disk, no attempt yet · `sending`: an attempt is under way (a claim, never a removal)
 * - `waiting`: will be tried again at `dueAt` · `accepted`: a receipt names it
 * - `refused`: a person must act; the text is never thrown away
 */
export type OutboxStatus = 'kept' | 'sending' | 'waiting' | 'accepted' | 'refused'

/** Why the last attempt failed, in data; the words come from the locale. */
export interface Failure {
  code: string
  status?: number
  /** The backend's own words: text, never markup. */
  detail?: string
  /** Where in the issue, as a JSON pointer. */
  pointer?: string
}

/** One issue on its way, as it lies in the store under `issue:<id>`. */
export interface OutboxRecord {
  /** The record's own shape. A higher one than we know is left alone. */
  version: 1
  id: string
  /** Order of birth on this device; the clock is not trusted with that. */
  sequence: number
  /** The issue as JSON, frozen when it was kept: every attempt sends these characters. */
  body: string
  /** Checksum of `body`: a record that does not match is set aside, never sent. */
  hash: string
  attachments: Attachment[]
  status: 'kept' | 'waiting' | 'refused'
  attempts: number
  /** Milliseconds since 1970; a hint, clamped when loaded. A refused one is tried again then, unless it is 0. */
  dueAt: number
  /** The customer may still take it back until `dueAt`, which was this far away: nobody sends it before. Gone with the first attempt. */
  graceMs?: number
  /** The backend's own `Retry-After`, when that set `dueAt`: not even `force` goes before it. */
  afterMs?: number
  /** How often in a row the endpoint itself was not there (404, 405, 410). */
  misses?: number
  /** Checksum of the subject of the token the customer had: never sent under another one's. */
  owner?: string
  /** ISO 8601. */
  keptAt: string
  failure?: Failure
}

/**
 * A message on its way, among the issues and by the same rules, under `issue:<message id>`; `body` is the message as JSON.
 * It waits until its issue has a receipt. Of a higher version, so that a library that knows no messages leaves it alone.
 */
export interface MessageRecord extends Omit<OutboxRecord, 'version'> {
  version: 2
  /** The id of the issue that it follows. */
  to: string
}

/** Whatever waits in the outbox. */
export type Kept = OutboxRecord | MessageRecord

type Light<R> = Omit<R, 'body' | 'hash' | 'attachments'>

/** The same without what is heavy. `gap`: nobody's request, and nothing to show. */
export type Listed = (Light<OutboxRecord> & { gap?: true }) | Light<MessageRecord>

/** What stays on the device after acceptance, under `request:<id>`: enough to show the case and to read its thread. */
export interface RequestRecord {
  version: 1
  issue: Issue
  receipt: Receipt
  thread?: Thread
  /** The id of the last message of the thread that the customer has seen. */
  seen?: string
  /** What has been settled with the customer once: notes they were shown, whether it holds was asked. Ids of messages. */
  told?: string[]
  /** ISO 8601: the customer took this step up the ladder back, and its receiver is told. */
  takenBack?: string
  /** Read with the site's identity token: of another device, perhaps. Gone with that token's owner. */
  owner?: string
}

/** What the outbox tells of one issue, or of one message. */
export interface OutboxChange {
  id: string
  /** Of a message: the issue that it follows. */
  to?: string
  /** `withdrawn`: taken back by the customer before it went; nothing of it is left. */
  status: OutboxStatus | 'withdrawn'
  /** On disk, not only in memory. */
  durable: boolean
  attempts: number
  dueAt?: number
  /** Of a message: the one of its issue. */
  receipt?: Receipt
  failure?: Failure
}

export interface KeepOptions {
  /** Kept at once, sent only after this many milliseconds: until then `withdraw` takes it back. At most five minutes. Default 0. */
  graceMs?: number
}

export interface Outbox {
  /** Resolves once the issue is kept: on disk if the store is durable, else in memory (`durable: false`). Starts a drain. */
  keep(issue: Issue, attachments: readonly Attachment[], options?: KeepOptions): Promise<{ durable: boolean }>
  /** The same for a message to an issue, which waits until that has a receipt and earlier messages to it have gone. */
  keepMessage(to: string, message: Message, attachments: readonly Attachment[], options?: KeepOptions): Promise<{ durable: boolean }>
  /**
   * Takes back an issue whose grace is not over, with the messages to it; with `always` also one that has none, as long as
   * nobody is sending it; or a message that was never sent, or was refused.
   * False: there is none, or it may be on its way; then it stays as it is.
   */
  withdraw(id: string, options?: { always?: boolean }): Promise<boolean>
  /** Sends what is due, one at a time, one tab at a time; resolves when this round is over. `force` ignores due times but neither `Retry-After` nor a grace. */
  drain(options?: { force?: boolean }): Promise<void>
  /** One issue or message as it waits; undefined when it is not, or no longer, here. */
  get(id: string): Promise<Kept | undefined>
  /** What became of an issue that was accepted. Rejects where the store cannot tell. */
  request(id: string): Promise<RequestRecord | undefined>
  /** What waits, of whoever is signed in now, in a few figures; undefined where nothing does. */
  queue(): Promise<Queue | undefined>
  /** Issues still here, in the order of their birth. Unreadable ones are left out and reported. */
  records(): Promise<OutboxRecord[]>
  /** The same of messages. */
  messages(): Promise<MessageRecord[]>
  /** What was accepted, newest first. Rejects where the store cannot be read, and nothing is in memory. */
  requests(): Promise<RequestRecord[]>
  /** Forgets one record at the customer's own hand. */
  discard(id: string): Promise<void>
  /** Forgets all of them, and keeps nothing any more, also not what is just being kept: it would land in a store that was erased. */
  forget(): Promise<void>
  subscribe(listener: (change: OutboxChange) => void): () => void
  dispose(): void
}
