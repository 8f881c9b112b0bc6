/** Before every heading's id, so that an article cannot shadow the page's own ids or globals. */
export const headingPrefix = 'earshot-'

/** The id of a heading with this text, as links write it (`#my-heading`) but prefixed. Not yet unique. */
export function headingId(text: string): string {
  return headingPrefix + text.trim().toLowerCase().replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '').replace(/\s/g, '-')
}

/** Gives every heading of one article an id of its own: `faq`, `faq-1`, `faq-2`. */
export function headingIds(): (text: string) => string {
  const taken = new Set<string>()
  const counts = new Map<string, number>()
  return text => {
    const base = headingId(text)
    let id = base
    for (let count = counts.get(base) ?? 0; taken.has(id); counts.set(base, count)) id = `${base}-${++count}`
    taken.add(id)
    return id
  }
}
