import type { Messages } from './en.ts'

export { findLanguage } from './find-language.ts'

/** The languages besides English, each in a file of its own that is fetched when it is needed. */
export const languages: Readonly<Record<string, () => Promise<Messages>>> = {
  ar: () => import('./ar.ts').then(module => module.ar),
  de: () => import('./de.ts').then(module => module.de),
}
