import type { Subject } from '../core/issue/issue.ts'
import { plainAddress } from './address.ts'
import { productOn } from './product-on.ts'

/** Where the customer is. The address goes without query and fragment: they carry tokens and names. */
export function subjectOf(document: Document, location: URL | Location): Subject {
  const { title } = document
  const { id, name } = productOn(document) ?? {}
  const url = plainAddress(location)
  return {
    ...(url && { url }),
    ...(title && { title: title.slice(0, 200) }),
    ...((id !== undefined || name !== undefined) && { product: { ...(id !== undefined && { id }), ...(name !== undefined && { name }) } }),
  }
}
