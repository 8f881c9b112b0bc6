import type { MessageKey, Messages } from '../../locale/en.ts'
import { enFirst } from '../../locale/en-first.ts'
import { phrase, rightToLeft, type Message } from '../../locale/message.ts'
import type { Settings } from '../../desk/config.ts'

// English is what there is until, and unless, something else arrives: its first words are always here.
const loaded = new Map<string, Partial<Messages>>([['en', enFirst]])
const underway = new Map<string, Promise<void>>()
/** By the tag that was asked for: the language it is spoken in, once that is known. English where nothing else came. */
const arrived = new Map<string, string>()

/** Hands over words that came with an element. */
export function provideWords(language: string, messages: Partial<Messages>) {
  loaded.set(language, { ...loaded.get(language), ...messages })
}

async function fetchWords(locale: string): Promise<string> {
  const { languages, findLanguage } = await import('../../locale/languages.ts')
  const language = findLanguage(locale, languages) ?? 'en'
  if (!loaded.has(language)) provideWords(language, await languages[language]!())
  return language
}

/** Fetches the language of `locale` once; undefined when there is nothing to wait for. A language that fails stays English. */
export function loadWords(locale: string): Promise<void> | undefined {
  if (/^en\b/i.test(locale) || arrived.has(locale)) return undefined
  const load = underway.get(locale) ?? fetchWords(locale).catch(() => 'en').then(language => void arrived.set(locale, language))
  underway.set(locale, load)
  return load
}

/** The language the words are in now: that of `locale` once it has arrived. */
const spoken = (locale: string): string => arrived.get(locale) ?? 'en'

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
