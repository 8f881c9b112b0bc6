import { en, type MessageKey, type Messages } from '../../locale/en.ts'
import { languageFor, languages } from '../../locale/languages.ts'
import { phrase, type Message } from '../../locale/message.ts'
import type { Settings } from '../../desk/config.ts'

const loaded = new Map<string, Messages>()
const underway = new Map<string, Promise<void>>()

/** Fetches the language of `locale` once; undefined when there is nothing to wait for. A language that fails stays English. */
export function loadWords(locale: string): Promise<void> | undefined {
  const language = languageFor(locale)
  if (!language || loaded.has(language)) return undefined
  const load = underway.get(language) ?? languages[language]!().then(messages => void loaded.set(language, messages), () => {})
  underway.set(language, load)
  return load
}

/** The sentence for `key`: the owner's own, else the language's, else English. */
export function say(key: MessageKey, values?: Readonly<Record<string, string | number>>, settings?: Settings): string {
  const locale = settings?.locale ?? 'en'
  const own = settings && Object.hasOwn(settings.messages, key) ? (settings.messages[key] as Message) : undefined
  const language = languageFor(locale)
  const messages = language ? loaded.get(language) : undefined
  return phrase(own ?? messages?.[key] ?? en[key], values, messages ? locale : 'en')
}

const rightToLeft = /^(ar|dv|fa|he|ks|ku-arab|ps|sd|ug|ur|yi)\b/i

/** The direction the words are written in: that of the language they are in now, not of the one still loading. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  const language = languageFor(locale)
  return language && loaded.has(language) && rightToLeft.test(language) ? 'rtl' : 'ltr'
}
