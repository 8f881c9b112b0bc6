import type { Clock } from '../core/support/clock.ts'
import type { Problem } from '../core/support/errors.ts'
import type { PageInfo } from '../core/articles/article.ts'
import type { Source } from '../core/articles/source.ts'
import type { Diagnostics, Environment, Subject } from '../core/issue/issue.ts'
import type { Ask, Detail, SignalType } from './config.ts'

/**
 * What the desk needs of a page. `src/page/` implements it and the doors pass it in,
 * so that a desk without a page runs in a Worker or in a test.
 */
export interface Page {
  /** BCP 47, from the document's `lang`, else the browser's. */
  locale(): string
  /** The address the page was opened at, where it carries a claim to a request under this mark; once, and the claim is gone from the address bar. */
  claimed?(mark: string): Promise<string | undefined>
  /** Calls `wake` when it is worth trying to send again: online, visible, back from the back-forward cache. */
  onWake(wake: () => void): () => void
  /** Fetched when somebody searches or writes: nothing is read from the page before. */
  reading(): Promise<PageReading>
  /** Watches the page for trouble, on the device only. A page that cannot is simply not watched. */
  watch?(options: WatchOptions, report: (trouble: Trouble) => void): Promise<Watch>
  /** Remembers the latest errors and failed requests, in memory. */
  recordDiagnostics?(options: { endpoint?: string | undefined; clock: Clock }): Promise<Recording>
  /**
   * Waits until a question may be asked and calls back with its id; once it was asked, which `ready` says, never again.
   * Answers with a function that ends the waiting.
   */
  awaitMoments?(asks: readonly Ask[], ready: (id: string) => boolean, clock: Clock): Promise<() => void>
}

export interface WatchOptions {
  /** Signs nobody is to watch for. */
  off: readonly SignalType[]
  /** Where issues are posted: what becomes of our own requests is not the page's trouble. */
  endpoint?: string | undefined
  clock: Clock
}

/** What seems to be in the way: the page's policy, CORS, or something between the page and the address. */
export type Silence = 'offline' | 'unreachable' | 'policy' | 'cors' | 'blocked'

export interface LookOut {
  /** Never rejects. */
  why(): Promise<Silence>
  /** Leaves nothing behind. */
  stop(): void
}

export interface Recording {
  read(): Diagnostics
  /** Leaves nothing behind. */
  stop(): void
}

export interface Watch {
  /** The customer's browser says that they want nothing passed on (Global Privacy Control). */
  readonly optedOut: boolean
  /** Leaves nothing behind. */
  stop(): void
}

/** A sign of trouble with the words around it, for the search on the device. Only the type and the moment ever travel. */
export interface Trouble {
  readonly type: SignalType
  /** Absent where there is none, and for fields with passwords and cards. */
  readonly element?: { readonly selector?: string; readonly text?: string }
  /** What the element is called: its label, or what stands on it. Never what was typed. */
  readonly name: string
  /** What stands around it: what an error message says, the legend, the heading. */
  readonly around: string
  /** Whether the element, or one it is in, fits. @throws where the selector is none. */
  matches(selector: string): boolean
}

/** What can be read from the page; afresh each time it is asked. */
export interface PageReading {
  /** Where the customer is: address without query or fragment, title, product. */
  subject(): Subject
  /** The subject's address and title alone: cheap, for what is done at each letter. Default: read from the subject. */
  where?(): Pick<Subject, 'url' | 'title'>
  environment(): Environment
  /** The customer's browser says that they want nothing passed on (Global Privacy Control). Default false. */
  optedOut?(): boolean
  /** Calls back when the page has another address without having been loaded anew; answers with a function that ends it. */
  onMove?(moved: () => void): () => void
  /** Whether somebody may be looking at it. Default true. */
  visible?(): boolean
  /** What the owner's selectors find, by name; nothing of password and card fields. */
  details?(details: readonly Detail[], complain?: (problem: Problem) => void): Record<string, string> | Promise<Record<string, string>>
  /** Finds out why an address gives no answer. Asks nobody but that address and the page's own, and those only when it is asked itself. */
  lookOut?(address: string): Promise<LookOut>
  /** A parameter of the page's address. */
  parameter?(name: string): string | undefined
  /** What articles are suggested by; stays on the device. Default: the subject's address, title and product. */
  about?(): PageInfo
  /** The articles that stand in the page: those a selector names, else those marked as such. Undefined where there are none. */
  articles?(selector?: string, synonyms?: readonly (readonly string[])[]): Source | undefined
}
