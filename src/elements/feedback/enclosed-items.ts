import type { DeskState } from '../../desk/state.ts'
import { items, places, type Enclosures, type Item } from './enclosed.ts'

const isThere = (item: Item, enclosures: Enclosures): boolean => {
  const [group, ...keys] = places[item]
  const from = enclosures[group] as Record<string, unknown> | undefined
  return keys.some(key => from?.[key] !== undefined && from[key] !== '' && !(Array.isArray(from[key]) && !from[key].length))
}

/** What there is to show, in a fixed order, each with its value in plain words. */
export function enclosedItems(enclosures: Enclosures, state: DeskState, locale: string): { item: Item; text: string }[] {
  const list = (words: (string | undefined)[]) => words.filter(Boolean).join(' · ')
  const known = [...state.suggestions, ...state.search.results, ...(state.reader?.article ? [state.reader.article] : [])]
  const titles = new Map(known.map(({ id, title }) => [id, title]))
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
  return items.filter(item => isThere(item, enclosures)).map(item => ({ item, text: text[item]() ?? '' }))
}

function languageName(tag: string | undefined, locale: string): string | undefined {
  try {
    return tag && new Intl.DisplayNames(locale, { type: 'language' }).of(tag)
  } catch {
    return tag
  }
}
