import type { Desk } from '../../desk/desk.ts'
import { shelf } from '../../desk/shelf.ts'

type Speaking = Element & { desk?: Desk | undefined }

/** By desk and by language. A desk in another language is the same desk; only what its settings say of that is another. */
const others = new WeakMap<Desk, Map<string, Desk>>()
const made = new WeakSet<Desk>()
const followers = new WeakMap<Desk, boolean>()

const languageOfPage = () => document.documentElement.lang || navigator.language

/** Whether its language is the page's. One that an owner gave another language keeps it. */
function follows(desk: Desk): boolean {
  if (!followers.has(desk)) followers.set(desk, desk.settings.locale === languageOfPage())
  return followers.get(desk)!
}

function inLanguage(desk: Desk, locale: string): Desk {
  const known = others.get(desk) ?? new Map<string, Desk>()
  others.set(desk, known)
  const other = known.get(locale) ?? (Object.create(desk, { settings: { value: { ...desk.settings, locale } } }) as Desk)
  known.set(locale, other)
  made.add(other)
  return other
}

/** Of the nearest ancestor that says so, out of shadow roots as well. */
function languageAround(element: Element): string {
  for (let at: Element | undefined = element; at; at = (at.getRootNode() as Partial<ShadowRoot>).host) {
    const language = at.closest('[lang]')?.getAttribute('lang')
    if (language) return language
  }
  return languageOfPage()
}

/**
 * Has each element speak the language of the nearest `lang` around it, where its desk speaks the page's. To be called again when one has changed.
 * An element with a desk of its own, given as a property, is left alone.
 */
export function followLanguage(elements: Iterable<Element>): void {
  for (const element of elements as Iterable<Speaking>) {
    const own = element.desk
    if (own && !made.has(own)) continue
    const desk = shelf.get(element.getAttribute('desk') ?? 'default')
    const language = languageAround(element)
    const wanted = desk && follows(desk) && language !== desk.settings.locale ? inLanguage(desk, language) : undefined
    if (own !== wanted) element.desk = wanted
  }
}

/** Calls back whenever a desk comes or goes: it may come after its elements. */
export const whenDesksChange = (look: () => void): (() => void) => shelf.watch(look)
