import type { SignalType } from '../../desk/config.ts'
import { languageName } from '../shared/language-name.ts'
import type { Say } from '../shared/say.ts'
import { items, places, type Enclosures, type Item } from './enclosed.ts'

const isThere = (item: Item, enclosures: Enclosures): boolean => {
  const [group, ...keys] = places[item]
  const from = enclosures[group] as Record<string, unknown> | undefined
  return keys.some(key => from?.[key] !== undefined && from[key] !== '' && !(Array.isArray(from[key]) && !from[key].length))
}

/** What there is to show, in a fixed order, each with its value in plain words. */
export function enclosedItems(enclosures: Enclosures, titles: ReadonlyMap<string, string>, locale: string, say: Say): { item: Item; text: string }[] {
  // What another version of Earshot saw is called by its name.
  const nameOf = (type: string) => say(`signal.${type as SignalType}`) || type
  const list = (words: (string | undefined)[]) => words.filter(Boolean).join(' · ')
  const { subject = {}, journey = {}, environment = {} } = enclosures
  const text: Record<Item, () => string | undefined> = {
    page: () => list([subject.title, subject.url]),
    product: () => subject.product?.name ?? subject.product?.id,
    part: () => subject.element?.text ?? subject.element?.selector,
    searches: () => list((journey.searches ?? []).map(({ query }) => `“${query}”`)),
    articles: () => list((journey.articles ?? []).map(({ id }) => titles.get(id) ?? id)),
    signals: () => list([...new Set((journey.signals ?? []).map(({ type }) => nameOf(type)))]),
    language: () => list([environment.locale && languageName(environment.locale, locale), environment.timeZone]),
    window: () => environment.viewport?.join(' × '),
    browser: () => environment.userAgent,
    referrer: () => environment.referrer,
  }
  return items.filter(item => isThere(item, enclosures)).map(item => ({ item, text: text[item]() ?? '' }))
}
