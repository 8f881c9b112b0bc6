import type { Messages } from './en.ts'

/** The languages besides English, each in a file of its own that is fetched when it is needed. */
export const languages: Readonly<Record<string, () => Promise<Messages>>> = {
  ar: () => import('./ar.ts').then(module => module.ar),
  de: () => import('./de.ts').then(module => module.de),
}

/** The language to load for a BCP 47 tag, or undefined for English and what we do not speak. */
export function languageFor(locale: string): string | undefined {
  const language = locale.toLowerCase().split('-')[0]!
  return Object.hasOwn(languages, language) ? language : undefined
}
