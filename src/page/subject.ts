import type { Subject } from '../core/issue/issue.ts'

/** Where the customer is. The address goes without query and fragment: they carry tokens and names. */
export function subjectOf(document: Document, location: URL | Location): Subject {
  const { title } = document
  const product = productOn(document)
  return {
    ...(/^https?:$/.test(location.protocol) && { url: location.origin + location.pathname }),
    ...(title && { title: title.slice(0, 200) }),
    ...(product && { product }),
  }
}

/** The product this page is about, from JSON-LD or Open Graph; undefined when there is none, or several. */
function productOn(document: Document): Subject['product'] {
  const products: Record<string, unknown>[] = []
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      collect(JSON.parse(script.textContent ?? ''), products, 0)
    } catch {
      // Somebody else's broken JSON-LD is no reason to fail.
    }
  }
  if (products.length === 1) return describe(products[0]!)
  const meta = (name: string) => document.querySelector<HTMLMetaElement>(`meta[property="${name}"]`)?.content
  if (products.length > 1 || meta('og:type') !== 'product') return undefined
  return describe({ name: meta('og:title'), sku: meta('product:retailer_item_id') })
}

function collect(value: unknown, into: Record<string, unknown>[], depth: number) {
  if (typeof value !== 'object' || value === null || depth > 4) return
  if (Array.isArray(value)) return value.forEach(entry => collect(entry, into, depth + 1))
  const node = value as Record<string, unknown>
  if ([node['@type']].flat().includes('Product')) into.push(node)
  else collect(node['@graph'] ?? node['mainEntity'], into, depth + 1)
}

function describe(node: Record<string, unknown>): Subject['product'] {
  const id = [node['sku'], node['productID'], node['gtin13'], node['@id']].find(value => typeof value === 'string')
  const { name } = node
  const product = {
    ...(typeof id === 'string' && { id: id.slice(0, 200) }),
    ...(typeof name === 'string' && { name: name.slice(0, 200) }),
  }
  return Object.keys(product).length > 0 ? product : undefined
}
