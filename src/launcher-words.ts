// A door of the script tag's: what the loader calls the launcher where the page does not speak English.
import { findLanguage } from './locale/find-language.ts'
import { launcherWords } from './locale/launcher.ts'

export function wordIn(locale: string): string | undefined {
  const language = findLanguage(locale, launcherWords)
  return language && launcherWords[language]
}
