import type { Subject } from '../core/issue/issue.ts'
import { pageAddress } from './address.ts'
import { productOn } from './product-on.ts'

/** The address of a page and what it is called. The address goes without query and fragment: they carry tokens and names. */
export function whereIs({ title }: Document, location: URL | Location): Pick<Subject, 'url' | 'title'> {
  const url = pageAddress(location)
  return { ...(url && { url }), ...(title && { title: title.slice(0, 200) }) }
}

/** Where the customer is, and the product on it. */
export function subjectOf(document: Document, location: URL | Location): Subject {
  const { id, name } = productOn(document) ?? {}
  return {
    ...whereIs(document, location),
    ...((id !== undefined || name !== undefined) && { product: { ...(id !== undefined && { id }), ...(name !== undefined && { name }) } }),
  }
}
