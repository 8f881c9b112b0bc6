import { EarshotError } from '../../core/support/errors.ts'

/** Its script is not on the page: forgotten, refused by a policy, or blocked; or nobody answers there. */
export const notThere = (product: string, what: string): EarshotError =>
  new EarshotError('chat/not-there', `The chat of ${product} cannot be opened: ${what}. Put its script on the page, and look whether a policy or a blocker keeps it away`, { product })
