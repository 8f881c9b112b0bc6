import { closestLocale } from '../support/closest-locale.ts'
import type { Text } from './field.ts'

/** The words in the language closest to the customer's, else in English, else in the first there is; empty where there are none. */
export function textIn(text: Text, locale: string): string {
  if (typeof text === 'string') return text
  const languages = Object.keys(text)
  const language = closestLocale(languages, locale) ?? closestLocale(languages, 'en') ?? languages[0]
  return language === undefined ? '' : text[language]!
}
