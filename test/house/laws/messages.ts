/** A sentence, or one sentence per plural category. */
export type Message = string | Readonly<Record<string, string>>
export type Messages = Readonly<Record<string, Message>>

const formsOf = (message: Message): [category: string, sentence: string][] =>
  typeof message === 'string' ? [['', message]] : Object.entries(message)

const blanksOf = (sentence: string): string[] => [...new Set(sentence.match(/\{\w+\}/g) ?? [])].sort()

/** The blanks of the fullest form: a plural's `one` may well say “one article” without its `{count}`. */
const blanksOfMessage = (message: Message): string[] => [...new Set(formsOf(message).flatMap(([, sentence]) => blanksOf(sentence)))].sort()

function messageViolations(language: string, key: string, english: Message, message: Message): string[] {
  const where = `${language}: ${key}`
  const violations: string[] = []
  const expected = blanksOfMessage(english)
  for (const [category, sentence] of formsOf(message)) {
    const at = category ? `${where}.${category}` : where
    if (!sentence.trim()) violations.push(`${at} is empty`)
    const unknown = blanksOf(sentence).filter(blank => !expected.includes(blank))
    if (unknown.length) violations.push(`${at} has blanks nobody fills: ${unknown.join(' ')}`)
  }
  const missing = expected.filter(blank => !blanksOfMessage(message).includes(blank))
  if (missing.length) violations.push(`${where} leaves out ${missing.join(' ')}`)
  if (typeof message === 'string') return violations
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  const lacking = categories.filter(category => !(category in message))
  const strange = Object.keys(message).filter(category => !categories.includes(category as Intl.LDMLPluralRule))
  if (lacking.length) violations.push(`${where} lacks the plural ${lacking.join(', ')}`)
  if (strange.length) violations.push(`${where} has plurals the language does not know: ${strange.join(', ')}`)
  return violations
}

/** Keys and blanks of a language that are not those of English, and plurals that are not those of the language. */
export function localeViolations(english: Messages, language: string, messages: Messages): string[] {
  const missing = Object.keys(english).filter(key => !Object.hasOwn(messages, key))
  const strange = Object.keys(messages).filter(key => !Object.hasOwn(english, key))
  return [
    ...missing.map(key => `${language} lacks ${key}`),
    ...strange.map(key => `${language} has ${key}, which English does not`),
    ...Object.entries(messages).flatMap(([key, message]) =>
      Object.hasOwn(english, key) ? messageViolations(language, key, english[key]!, message) : []),
  ]
}
