import { day } from '../support/clock.ts'

/**
 * What lies on the device, by the beginning of its key, and how long it is of use, in milliseconds. What is not in this table is of no use.
 * The table in `docs/privacy.md` is made of it, comments and all.
 */
export const kept = {
  /** What is being written in a form, for each form and page, with how the customer wants to be answered. Sent: erased. */
  draft: 30 * day,
  /** A file or a picture of such a draft. Erased with it. */
  bytes: Infinity,
  /** What was searched and read on this visit, which articles helped, and signs of trouble by kind and time. It goes along with an issue, where the customer sees it. Not with Global Privacy Control. */
  journey: day,
  /** An issue or a message that waits to be sent, with its files, how often that was tried, and a checksum of who is signed in. Accepted, refused and edited, or taken back: erased. */
  issue: Infinity,
  /** An issue that was accepted: its words, its receipt with the key to its answers, and the thread as it was read last. Until the customer, or the page, erases it. */
  request: Infinity,
  /** A record that was found damaged, as it was found. Until the customer, or the page, erases it. */
  aside: Infinity,
  /** Which tab is sending, where the browser has no locks for that. Seconds. */
  lease: Infinity,
  /** When answers were asked for last, so that tabs and pages do not ask again. */
  threads: 30 * day,
  /** How the customer wants to be answered, where they had it remembered. */
  contact: 365 * day,
  /** Which articles' authors were thanked, so that it happens once. */
  thanked: 365 * day,
  /** When one of the owner's questions was asked, so that nobody is asked twice. */
  asks: Infinity,
  /** Which offered articles were declined, for half a year, so that they are not offered again; how many were offered, for a day. */
  offers: Infinity,
  /** Whether questions without an answer may be told to the owner, which were told, and when. */
  gaps: 30 * day,
} as const
