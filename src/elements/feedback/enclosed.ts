import type { Draft } from '../../core/issue/draft.ts'
import type { Enclosed } from '../../desk/desk.ts'

export type Enclosures = Pick<Draft, 'subject' | 'journey' | 'environment' | 'answers'>

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

/** What a detail is called among what was taken out. */
export const detailKey = (name: string) => `detail:${name}`

/** The groups without what was taken out. One that lost everything stays as an empty object: that tells the desk not to fill it again. */
export function without(enclosures: Enclosures, withheld: readonly string[]): Pick<Enclosures, 'subject' | 'journey' | 'environment'> {
  const kept: Record<string, Record<string, unknown>> = {}
  for (const item of items) {
    const [group, ...keys] = places[item]
    const from = enclosures[group] as Record<string, unknown> | undefined
    if (!from) continue
    const into = (kept[group] ??= {})
    if (withheld.includes(item)) continue
    for (const key of keys) if (from[key] !== undefined) into[key] = from[key]
  }
  return kept
}

/** What the customer took out; kept with the draft, so that a reload does not put it back. */
export function withheldIn({ withheld }: Draft): string[] {
  return Array.isArray(withheld) ? withheld.filter(item => typeof item === 'string') : []
}

/** What is added to a draft that goes, as it was typed. The desk adds the details, but for those that were taken out or emptied. */
export function enclosing(draft: Draft, typed: Draft, { alongside }: Enclosed): Partial<Draft> {
  const emptied = Object.entries(alongside(typed).answers ?? {}).filter(([, value]) => typeof value === 'string' && !value.trim())
  const withheld = [...withheldIn(typed), ...emptied.map(([name]) => detailKey(name))]
  return { ...without(alongside(draft), withheld), withheld }
}
