import { soon } from '../element-fixtures.ts'
import { byRole } from '../find.ts'

/** The heading of the receipt. How to keep, check and send is fetched with the first letter, so the first in a page takes longer. */
export const received = (element: Element, heading = 'We have it') =>
  soon(() => byRole(element, 'heading', heading)[0], `the receipt that says “${heading}”`)
