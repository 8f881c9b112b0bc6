import type { Draft } from '../../core/issue/draft.ts'
import type { DeskState } from '../../desk/state.ts'

export type Enclosures = Pick<Draft, 'subject' | 'journey' | 'environment'>

/** One thing that goes along, with the name of its sentence. Only what is listed here is ever sent: what is shown is what goes. */
const places = {
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
const items = Object.keys(places) as Item[]

const valuesOf = (item: Item, enclosures: Enclosures): unknown[] => {
  const [group, ...keys] = places[item]
  const from = enclosures[group] as Record<string, unknown> | undefined
  return keys.map(key => from?.[key]).filter(value => value !== undefined && value !== '' && !(Array.isArray(value) && !value.length))
}

/** What goes along: a group that stands in the draft wins over what the desk would enclose. */
export const enclosedIn = (draft: Draft, enclosures: Enclosures): Enclosures => ({ ...enclosures, ...groupsOf(draft) })

const groupsOf = ({ subject, journey, environment }: Enclosures): Enclosures => ({
  ...(subject && { subject }),
  ...(journey && { journey }),
  ...(environment && { environment }),
})

/** What there is to show, in a fixed order, each with its value in plain words. */
export function enclosedItems(enclosures: Enclosures, state: DeskState, locale: string): { item: Item; text: string }[] {
  const list = (words: (string | undefined)[]) => words.filter(Boolean).join(' · ')
  const titles = new Map([...state.suggestions, ...state.search.results, ...(state.reader?.article ? [state.reader.article] : [])].map(({ id, title }) => [id, title]))
  const { subject = {}, journey = {}, environment = {} } = enclosures
  const text: Record<Item, () => string | undefined> = {
    page: () => list([subject.title, subject.url]),
    product: () => subject.product?.name ?? subject.product?.id,
    part: () => subject.element?.text ?? subject.element?.selector,
    searches: () => list((journey.searches ?? []).map(({ query }) => `“${query}”`)),
    articles: () => list((journey.articles ?? []).map(({ id }) => titles.get(id) ?? id)),
    signals: () => list((journey.signals ?? []).map(({ type }) => type)),
    language: () => list([languageName(environment.locale, locale), environment.timeZone]),
    window: () => environment.viewport?.join(' × '),
    browser: () => environment.userAgent,
    referrer: () => environment.referrer,
  }
  return items.filter(item => valuesOf(item, enclosures).length).map(item => ({ item, text: text[item]() ?? '' }))
}

function languageName(tag: string | undefined, locale: string): string | undefined {
  try {
    return tag && new Intl.DisplayNames(locale, { type: 'language' }).of(tag)
  } catch {
    return tag
  }
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
