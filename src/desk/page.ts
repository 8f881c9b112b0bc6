import type { Environment, Subject } from '../core/issue/issue.ts'

/**
 * What the desk needs of a page. `src/page/` implements it and the doors pass it in,
 * so that a desk without a page runs in a Worker or in a test.
 */
export interface Page {
  /** Where the customer is: address without query or fragment, title, product. Read afresh each time. */
  subject(): Subject
  environment(): Environment
  /** BCP 47, from the document's `lang`, else the browser's. */
  locale(): string
  /** Calls `wake` when it is worth trying to send again: online, visible, back from the back-forward cache. */
  onWake(wake: () => void): () => void
}
