/** What the customer came to say. `gap` is a question no article answered; `observation` a side remark sent on its own. */
export type Kind = 'question' | 'problem' | 'idea' | 'praise' | 'rating' | 'observation' | 'gap'

export type Scale = 'thumbs' | 'csat' | 'nps' | 'ces' | 'stars'

/** `value` runs from the scale's lowest to `max`: thumbs 0–1, csat 1–5, ces 1–7, nps 0–10, stars 1–5. */
export interface Rating { scale: Scale; value: number; max: number }

/** A side remark with its own topic and department, so that it can be routed on its own. */
export interface Observation { text: string; topic?: string; audience?: string }

export type Channel = 'email' | 'phone' | 'chat' | 'none'

/** `channel: "none"`: the answer is read here. `when` is the time that suits, in the customer's words. */
export interface Contact { name?: string; email?: string; phone?: string; channel?: Channel; when?: string }

/** What the issue is about: the page, the product on it, the element that was pointed at. */
export interface Subject {
  url?: string
  title?: string
  product?: { id?: string; name?: string }
  /** `selector` crosses shadow roots by ` >>> `; `box` is left, top, width and height in CSS pixels of the page's view. */
  element?: { selector?: string; text?: string; box?: [number, number, number, number] }
}

/** What this customer searched, read and tried before speaking. */
export interface Journey {
  searches?: { query: string; count: number; opened?: string[] }[]
  /** `missing` is what the customer did not find in it; `thanked` that its author was. */
  articles?: { id: string; seconds?: number; helpful?: boolean; missing?: string; thanked?: boolean }[]
  signals?: { type: string; at: string }[]
}

export interface Environment {
  locale?: string
  timeZone?: string
  /** Width and height of the page's view in CSS pixels. */
  viewport?: [number, number]
  userAgent?: string
  referrer?: string
}

/** The latest errors and failed requests of the page; only what the customer ticked. Addresses without query and fragment. */
export interface Diagnostics {
  errors?: unknown[]
  requests?: unknown[]
  /** By name: Earshot's own, and what the page says of itself. */
  versions?: Record<string, string>
}

/** Written down by somebody of the staff for a customer who said it elsewhere. */
export interface FiledBy { role: 'staff'; name?: string; channel?: 'phone' | 'counter' | 'letter' | 'email' | 'chat' | 'other' }

/**
 * How the form was filled in: tells machines from people, and nothing of the words. Claims: whoever wants to, writes nothing here.
 * `seconds`, one decimal, from when somebody was first in the form to Send, at most 60; absent where a draft was there before.
 * `trap`: something stood in the field that no person sees; what it was stays on the device.
 */
export interface Filling { seconds?: number; trap?: boolean }

/** This issue takes another one up the ladder. */
export interface Escalation { of: string; rung: string; level: number; reason?: string }

/** What travels in the issue about a file; its bytes travel beside it. */
export interface AttachmentInfo {
  id: string
  name: string
  type: string
  size: number
  sha256?: string
  /** The name of the form's field it was given to: `screenshot`, `files`, or the owner's own. */
  field?: string
}

/** One earlier step of the same case, an issue or a message that followed it, for backends that know nothing of it. */
export interface HistoryEntry {
  id: string
  reference?: string
  createdAt?: string
  /** Of a message: who wrote it. */
  from?: 'customer' | 'staff'
  /** Of an issue or of a message, what it was: `problem`, `not-solved`. */
  kind?: string
  /** Of an issue: whose rung of the ladder had it. */
  rung?: string
  story?: string
  outcome?: string
  /** Of a message: the id of the question that it answers. */
  answerTo?: string
  answers?: Record<string, unknown>
  rating?: Rating
  /** Files that went along with that step; their bytes lie with it, not with this issue. */
  attachments?: AttachmentInfo[]
}

/** A file with its bytes. An `ArrayBuffer`, because a Blob in IndexedDB hangs for ever in WebKit's private sessions. */
export interface Attachment extends AttachmentInfo { bytes: ArrayBuffer }

export interface Consent { environment?: boolean; diagnostics?: boolean; screenshot?: boolean }

/**
 * The sealed, structured record, version 1. Additive for ever: fields nobody knows are kept, never refused.
 * Absent means absent: no `null`s.
 */
export interface Issue {
  version: 1
  /** Minted on the device when the draft is sealed; the idempotency key for life. */
  id: string
  /** ISO 8601 in UTC, by the customer's clock: a claim. */
  createdAt: string
  kind: Kind
  form?: string
  /** At most 140 characters. */
  summary?: string
  /** At most 10,000 characters. */
  story?: string
  /** What would make it right; at most 2,000 characters. */
  outcome?: string
  rating?: Rating
  /** The form's own fields. */
  answers?: Record<string, unknown>
  observations?: Observation[]
  topic?: string
  /** The department it is for, as the owner calls it. */
  audience?: string
  filedBy?: FiledBy
  subject?: Subject
  journey?: Journey
  environment?: Environment
  diagnostics?: Diagnostics
  contact?: Contact
  /** The site's own signed token; the receiver verifies it. */
  identity?: { token: string }
  escalation?: Escalation
  history?: HistoryEntry[]
  repeatOf?: string
  replaces?: string
  parent?: string
  attachments?: AttachmentInfo[]
  consent?: Consent
  /** The customer thinks of leaving, and said so. */
  leaving?: boolean
  /** How often the customer wrote about it before; with `repeatOf`. */
  repeats?: number
  /** Sent by the owner's own test of the line: answered by itself, in no figure. */
  synthetic?: boolean
  filling?: Filling
  [field: string]: unknown
}

/** The longest texts an issue may carry, in UTF-16 code units as a text field counts them. */
export const limits = { summary: 140, story: 10_000, outcome: 2_000, observation: 2_000, observations: 50 } as const
