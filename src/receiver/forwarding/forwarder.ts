import type { Transport } from '../../core/transports/transport.ts'
import type { When } from '../../core/transports/when.ts'

/**
 * Passes issues on to another system: a transport that may hold a secret, because it runs on a server.
 * A transport of one's own is one already; `hook` is for systems that tell what became of an issue.
 */
export interface Forwarder extends Transport {
  /**
   * Reads what the other system tells by a webhook, its signature checked first.
   * @param body the request's bytes as they came, for the signature.
   * @returns undefined for a signature that is missing or wrong; an empty list for news that say nothing about an issue.
   */
  hook?(request: Request, body: Uint8Array): Promise<readonly Change[] | undefined>
}

/** What became of an issue elsewhere. */
export interface Change {
  /** As the forwarder's own receipt named it. */
  reference: string
  /** Of this piece of news, unique in the other system: told twice, it counts once. */
  id: string
  status?: 'open' | 'answered' | 'closed'
  /** ISO 8601. */
  at?: string
  /** Words for the customer, as plain text. Absent: only the status changes. */
  text?: string
  author?: { name: string; avatar?: string }
}

/** Where issues go on to. */
export interface Forwarding {
  /** By a name of the owner's: it stands in the rules, in the table of jobs and in the webhook's address. */
  to: Readonly<Record<string, Forwarder>>
  /** Every rule that fits is followed, each forwarder once. Default: everything to every forwarder. */
  rules?: readonly ForwardingRule[]
  /** Milliseconds an attempt may take. Default 30,000. */
  timeout?: number
  /** How many attempts one process makes at once, of each forwarder. Default 4. */
  atOnce?: number
  /** After so many failed attempts it waits for a person. Default 150: about three days. */
  attempts?: number
}

/** JSON: `{ "when": { "audience": "workshop" }, "to": "github" }`. */
export interface ForwardingRule {
  when?: When
  to: string | readonly string[]
  /** Only what looks like spam (`true`), or only what does not (`false`): asked when it goes, so that what staff say of it counts. Default: whatever it looks like. */
  suspicious?: boolean
  /** Send matching side remarks as issues of their own (`parent` names the whole one), instead of the whole issue. */
  observations?: boolean
}
