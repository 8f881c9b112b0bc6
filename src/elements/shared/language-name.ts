/** What a language is called in another one: `German` for `de`. A tag nobody knows stays as it is. */
export function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}

/** The language of a text, where it is another one than the customer's; regions and scripts do not count. */
export function otherLanguageOf(tag: string | undefined, locale: string): string | undefined {
  const language = tag?.split('-')[0]?.toLowerCase()
  return !language || language === locale.split('-')[0]?.toLowerCase() ? undefined : languageName(language, locale)
}
