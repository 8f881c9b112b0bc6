import type { Draft } from '../../core/issue/draft.ts'

export type Enclosures = Pick<Draft, 'subject' | 'journey' | 'environment'>

/** One thing that goes along, with where it stands. Only what is listed here is ever sent: what is shown is what goes. */
export const places = {
  page: ['subject', 'url', 'title'],
  product: ['subject', 'product'],
  part: ['subject', 'element'],
  searches: ['journey', 'searches'],
  articles: ['journey', 'articles'],
  signals: ['journey', 'signals'],
  language: ['environment', 'locale', 'timeZone'],
  window: ['environment', 'viewport'],
  browser: ['environment', 'userAgent'],
  referrer: ['environment', 'referrer'],
} as const

export type Item = keyof typeof places
export const items = Object.keys(places) as Item[]

/** What goes along: a group that stands in the draft wins over what the desk would enclose. */
export function enclosedIn({ subject, journey, environment }: Draft, enclosures: Enclosures): Enclosures {
  return { ...enclosures, ...(subject && { subject }), ...(journey && { journey }), ...(environment && { environment }) }
}

/** The groups without what was taken out. One that lost everything stays as an empty object: that tells the desk not to fill it again. */
export function without(enclosures: Enclosures, withheld: readonly string[]): Enclosures {
  const kept: Record<string, Record<string, unknown>> = {}
  for (const item of items) {
    const [group, ...keys] = places[item]
    const from = enclosures[group] as Record<string, unknown> | undefined
    if (!from) continue
    const into = (kept[group] ??= {})
    if (withheld.includes(item)) continue
    for (const key of keys) if (from[key] !== undefined) into[key] = from[key]
  }
  return kept as Enclosures
}

/** What the customer took out; kept with the draft, so that a reload does not put it back. */
export function withheldIn({ withheld }: Draft): string[] {
  return Array.isArray(withheld) ? withheld.filter(item => typeof item === 'string') : []
}
