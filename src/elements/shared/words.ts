import type { MessageKey, Messages } from '../../locale/en.ts'
import { enFirst } from '../../locale/en-first.ts'
import { languageFor, languages } from '../../locale/languages.ts'
import { phrase, rightToLeft, type Message } from '../../locale/message.ts'
import type { Settings } from '../../desk/config.ts'

// English is what there is until, and unless, something else arrives: its first words are always here.
const loaded = new Map<string, Partial<Messages>>([['en', enFirst]])
const underway = new Map<string, Promise<void>>()

/** Hands over words that came with an element. */
export function provideWords(language: string, messages: Partial<Messages>) {
  loaded.set(language, { ...loaded.get(language), ...messages })
}

/** Fetches the language of `locale` once; undefined when there is nothing to wait for. A language that fails stays English. */
export function loadWords(locale: string): Promise<void> | undefined {
  const language = languageFor(locale)
  if (!language || loaded.has(language)) return undefined
  const load = underway.get(language) ?? languages[language]!().then(messages => provideWords(language, messages), () => {})
  underway.set(language, load)
  return load
}

/** The language the words are in now: that of `locale` once it has arrived. */
function spoken(locale: string): string {
  const language = languageFor(locale)
  return language && loaded.has(language) ? language : 'en'
}

/** The sentence for `key`: the owner's own, else the language's, else English. */
export function say(key: MessageKey, values?: Readonly<Record<string, string | number>>, settings?: Settings): string {
  const locale = settings?.locale ?? 'en'
  const language = spoken(locale)
  const own = settings && Object.hasOwn(settings.messages, key) ? (settings.messages[key] as Message) : undefined
  return phrase(own ?? loaded.get(language)?.[key] ?? loaded.get('en')![key] ?? '', values, language === 'en' ? 'en' : locale)
}

/** The direction the words are written in: that of the language they are in now, not of the one still loading. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return rightToLeft.test(spoken(locale)) ? 'rtl' : 'ltr'
}
