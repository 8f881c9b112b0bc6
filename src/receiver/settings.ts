import type { Ladder } from '../core/escalation/ladder.ts'
import type { Clock } from '../core/support/clock.ts'
import type { Random } from '../core/support/ids.ts'
import type { Forwarding } from './forwarding/forwarder.ts'
import type { FileStore } from './files/file-store.ts'
import { defaultPace } from './intake/pace.ts'
import type { Query } from './query.ts'
import type { WatchOptions } from './watch/create-watch.ts'
import type { SpamOptions } from './spam/settings.ts'

/** Who has an issue. */
export interface Owner { name: string; avatar?: string }

export interface ReceiverLimits {
  /** Bytes of an issue's JSON. Default 1 MiB. */
  issue: number
  /** Bytes of a request with attachments. Default 10 MiB. */
  request: number
  /** How many attachments. Default 10. */
  attachments: number
  /** Requests that are answered at once, streams of events aside. Default 200. */
  atOnce: number
  /** Bytes of bodies that lie in memory at once. Default 32 MiB; at least as much as `request` and `issue`. */
  bodies: number
  /** Seconds in which something of a body has to come. Default 20. */
  stall: number
  /** Bytes a second that a body has to bring on average, once half a minute has passed. Default 1,000. */
  pace: number
  /** Seconds for a whole body. Default 900. */
  longest: number
}

export interface RateLimit {
  /** What one address may write a minute; ten looks count as one. More than a handful of customers may be behind it. */
  perMinute: number
  /** The sender's address. Behind a proxy only the proxy's own header may be trusted. */
  address(request: Request): string
  /** What may come at once after a pause. Default: as much as in a minute. */
  burst?: number
  /** The same for one token of a receipt. Default: half of `perMinute`. */
  perToken?: number
  /** The same for whoever proves by the site's signed token who they are, whatever their address. Default: `perMinute`. */
  perPerson?: number
  /** Webhooks a minute that one address may send to one forwarder; they count nowhere else. Default 600. */
  hooks?: number
}

export interface ReceiverOptions extends WatchOptions {
  query: Query
  /** Keeps several sites in one database apart: ids of one mean nothing to another. Default: `''`. */
  site?: string
  /** The endpoint's path. Default `/issues`. */
  basePath?: string
  /** Origins (`https://shop.example`) whose pages may send; `*` for all. Never with credentials. Default: the receiver's own. */
  cors?: '*' | readonly string[]
  limits?: Partial<ReceiverLimits>
  /**
   * Where the bytes of files lie: `filesIn('/var/earshot')`, `s3({…})`, or your own. Default: in the database.
   * Give the inbox the same. What was taken in before stays where it is and can be read.
   */
  files?: FileStore
  /** Where issues go on to, and by which rules. A wrong rule is thrown by `createReceiver`. */
  forwarding?: Forwarding
  /** Who has a new issue: named in its receipt. */
  owner?: Owner
  /** Hours until an answer can be expected; without it, and without a ladder, the receipt promises nothing. */
  answersWithin?: number
  /**
   * The same as in the page's settings: whose rung an issue is on has it, and their hours make the promise.
   * By language (`{ en: […], de: […] }`) where its people are called otherwise in another one; the first one for all others.
   */
  ladder?: Ladder | Record<string, Ladder>
  /** What to do if no answer comes: part of the receipt. By language (`{ en: "…", de: "…" }`), the first one for all others. */
  next?: string | Record<string, string>
  /** Makes the tokens of threads. Default: one minted once and kept in the database. */
  secret?: string
  /** Checks the site's signed token (header `Earshot-Identity`, or in the issue): answers with its claims, or with nothing for 401. */
  identity?: (token: string) => Promise<Record<string, unknown> | undefined>
  /** Default: none. Counts in this process only. */
  rateLimit?: RateLimit
  /** What is labelled as looking like spam; nothing is ever refused or hidden for it. */
  spam?: SpamOptions
  clock?: Clock
  random?: Random
}

export const defaultLimits: ReceiverLimits = {
  issue: 2 ** 20, request: 10 * 2 ** 20, attachments: 10, atOnce: 200, bodies: 32 * 2 ** 20, ...defaultPace,
}
