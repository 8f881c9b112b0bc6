import type { Issue } from '../../core/issue/issue.ts'

/** A proof of work that the customer's device solves after its receipt. What it costs both sides: see the documentation on spam. */
export interface ProofOptions {
  /** Rounds of PBKDF2 for each try; a device needs 256 tries on average. Default 5,000: a telephone takes about a second. */
  cost?: number
  /** Until then, in minutes, a solution counts. Default 60: a device may fall asleep in between. */
  minutes?: number
  /** `false`: solved in short slices on the page's own thread, for pages whose policy forbids workers and reports each try. Default `true`. */
  worker?: boolean
}

/** What makes an issue look like spam. It is labelled for the staff; it is never refused, hidden, or kept waiting for long. */
export interface SpamOptions {
  /** Faster than this nobody fills in a form. Default 2; 0 switches it off. */
  minimumSeconds?: number
  /** Ask each device for a proof of work. Needs the package `altcha-lib`. Default: not asked. */
  proof?: boolean | ProofOptions
  /**
   * The owner's own reasons, as short codes such as `akismet`: at most ten, of `a-z 0-9 -`, each at most 40 characters; others are dropped.
   * Has two seconds. Whatever goes wrong in it is reported, and the issue is taken in without its labels. The request's body was read already.
   */
  also?: (issue: Issue, request: Request) => readonly string[] | Promise<readonly string[]>
}
