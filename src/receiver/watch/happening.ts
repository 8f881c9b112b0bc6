import type { LoggedError } from './logged-error.ts'

/** Which side answered a request. */
export type Side = 'receiver' | 'inbox'

/** A request has come; never logged. */
export interface RequestBegun { event: 'request-begun'; side: Side }

/** A request was answered. */
export interface RequestDone {
  event: 'request'
  side: Side
  /** `other` for whatever is none of HTTP's usual ones. */
  method: string
  /** The pattern, such as `/…/messages` with `*` for an id, never the address; `none` where nothing is. */
  route: string
  status: number
  /** Until the answer began. */
  ms: number
  /** Of the bodies, where they are known. */
  bytesIn?: number
  bytesOut?: number
  /** Why it was refused. What begins with `limit/` is a limit that was reached. */
  code?: string
  requestId?: string
  /** Of the issue that came: taken in with 201; with 200 it came again, and was answered with its first receipt. */
  kind?: string
  /** Why the issue looks like spam. */
  suspicions?: readonly string[]
}

/** Requests were refused because a limit was reached: the first at once, the others summed by the minute. */
export interface Limited { event: 'limited'; limit: string; count: number; ms: number }

/** An attempt to pass something on ended. */
export interface ForwardEnded {
  event: 'forward'
  /** By the owner's name for it. */
  forwarder: string
  /** `failed` is tried again, `dead` needs a person. */
  outcome: 'done' | 'failed' | 'dead'
  attempt: number
  ms: number
  code?: string
  /** The other system's HTTP status. */
  status?: number
}

/** A statement was answered, or refused with a code; never logged. */
export interface StatementDone { event: 'statement'; ms: number; code?: string }

export interface DatabaseAway { event: 'database-away'; code: string }
export interface DatabaseBack { event: 'database-back'; ms: number }

/** The tables were brought from one version to another. */
export interface Migrated { event: 'migrated'; from: number; to: number }

/** Something went wrong inside. */
export interface Failed { event: 'error'; error: LoggedError; requestId?: string }

/** No more work is begun; and all of it has ended. */
export interface Closing { event: 'closing' }
export interface Closed { event: 'closed'; ms: number }

/** What the receiver and the inbox tell of themselves: codes, counts and the owner's own names, never a word of a customer's. */
export type Happening =
  | RequestBegun | RequestDone | Limited | ForwardEnded | StatementDone | DatabaseAway | DatabaseBack | Migrated | Failed | Closing | Closed

export type Tell = (happening: Happening) => void
