import type { AttachmentInfo, Rating } from './issue.ts'

/**
 * What a message is besides its text. Absent: words, nothing more.
 * - the customer's: `answer` to a question (`answerTo`, `answers`) · `solved` · `not-solved` (also after `solved`: it came back) ·
 *   `rating` · `praise` of whoever helped · `holds` and `holds-not`, days later · `taken-back`, of an escalation
 * - the staff's: `question`, with a small form of `fields` · `changed`: "this changed because of you"
 * - the receiver's own: `escalated`, told to whoever had the case before
 */
export type MessageKind =
  | 'answer' | 'solved' | 'not-solved' | 'rating' | 'praise' | 'holds' | 'holds-not' | 'taken-back' | 'question' | 'changed' | 'escalated'

/** One message that follows an issue. */
export interface Message {
  /** Minted by its sender; a reply sent twice counts once. */
  id: string
  /** ISO 8601. */
  at: string
  from: 'customer' | 'staff'
  author?: { name: string; avatar?: string }
  /** May be empty where the kind says it all, or a file does. */
  text: string
  kind?: MessageKind
  /** Of a `question`: what is asked, as a form declares its fields. Without any, a text is the answer. */
  fields?: Record<string, unknown>[]
  /** The id of the question that is answered. */
  answerTo?: string
  /** Of an `answer`: by the names of the fields. */
  answers?: Record<string, unknown>
  rating?: Rating
  /** What was added; the bytes travel beside it. */
  attachments?: AttachmentInfo[]
  /** The id of the issue of the same case it was written to, where that is another one. */
  issue?: string
}

/** `open`: nobody has answered; `answered`: the customer's turn; `closed`: done. */
export type ThreadStatus = 'open' | 'answered' | 'closed'

/** The messages that follow an issue, oldest first; those of the whole case, where it went up the ladder. */
export interface Thread {
  /** The issue's id. */
  id: string
  reference: string
  status: ThreadStatus
  owner?: { name: string; avatar?: string }
  expectBy?: string
  messages: Message[]
  /** 1 for the first; how far up the ladder this issue is, and whose rung it is. */
  level?: number
  rung?: string
  /** The issue that took this one further, once the backend has it. */
  continuedBy?: { id: string; reference: string }
  /** The backend tells of news by itself, see `Transport.watch`. */
  live?: boolean
}
