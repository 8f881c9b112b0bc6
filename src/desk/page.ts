import type { Environment, Subject } from '../core/issue/issue.ts'

/**
 * What the desk needs of a page. `src/page/` implements it and the doors pass it in,
 * so that a desk without a page runs in a Worker or in a test.
 */
export interface Page {
  /** BCP 47, from the document's `lang`, else the browser's. */
  locale(): string
  /** Calls `wake` when it is worth trying to send again: online, visible, back from the back-forward cache. */
  onWake(wake: () => void): () => void
  /** Fetched when somebody searches or writes: nothing is read from the page before. */
  reading(): Promise<PageReading>
}

/** What can be read from the page; afresh each time it is asked. */
export interface PageReading {
  /** Where the customer is: address without query or fragment, title, product. */
  subject(): Subject
  environment(): Environment
}
