/** The product a page is about. */
export interface ProductOnPage { id?: string; name?: string; category?: string }

const longest = 200

/** The product this page is about, from JSON-LD or Open Graph; undefined when there is none, or several. */
export function productOn(document: Document): ProductOnPage | undefined {
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
  return describe({ name: meta('og:title'), sku: meta('product:retailer_item_id'), category: meta('product:category') })
}

function collect(value: unknown, into: Record<string, unknown>[], depth: number) {
  if (typeof value !== 'object' || value === null || depth > 4) return
  if (Array.isArray(value)) return value.forEach(entry => collect(entry, into, depth + 1))
  const node = value as Record<string, unknown>
  if ([node['@type']].flat().includes('Product')) into.push(node)
  else collect(node['@graph'] ?? node['mainEntity'], into, depth + 1)
}

function describe(node: Record<string, unknown>): ProductOnPage | undefined {
  const id = firstText(node['sku'], node['productID'], node['gtin13'], node['@id'])
  const name = firstText(node['name'])
  // Shops write paths ("Kitchen > Kettles"): the last step says most.
  const category = firstText(...[node['category']].flat().map(each => (each as { name?: unknown } | null)?.name ?? each))?.split(/[>/|]/).at(-1)?.trim()
  const product = {
    ...(id !== undefined && { id }),
    ...(name !== undefined && { name }),
    ...(category && { category }),
  }
  return Object.keys(product).length > 0 ? product : undefined
}

const firstText = (...values: unknown[]) => values.find(value => typeof value === 'string')?.slice(0, longest)
