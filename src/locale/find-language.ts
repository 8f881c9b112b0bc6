// What a macrolanguage stands for, and Norwegians who write the other way read this one, too.
const as: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb', tl: 'fil' }

/** Which of these languages a BCP 47 tag can be spoken in: `zh-TW` in `zh-hant`, `de-AT` in `de`. Undefined for English and what we do not speak. */
export function findLanguage(tag: string, among: object): string | undefined {
  try {
    const { language, script } = new Intl.Locale(tag).maximize()
    return [`${language}-${script}`.toLowerCase(), as[language] ?? language].find(name => Object.hasOwn(among, name))
  } catch {
    return undefined
  }
}
