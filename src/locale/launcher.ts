/** The launcher's word in every language, for the loader, which draws it before any language is fetched. Same as `help` there. */
export const launcherWords: Readonly<Record<string, string>> = { en: 'Help', ar: 'مساعدة', de: 'Hilfe' }

export function launcherWord(locale: string): string {
  const language = locale.toLowerCase().split('-')[0]!
  return Object.hasOwn(launcherWords, language) ? launcherWords[language]! : launcherWords['en']!
}
