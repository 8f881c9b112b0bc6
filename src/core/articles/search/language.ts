import { byLanguage } from './by-language.ts'

/** What the engine knows of a language. */
export interface Language {
  /** What is left of a word, folded, without its endings. */
  stem(word: string): string
  /** Words that hold a sentence together and say nothing, folded. */
  stop: ReadonlySet<string>
}

const nothing: Language = { stem: word => word, stop: new Set() }

const known: Record<string, () => Promise<Language>> = {
  ar: () => import('./languages/arabic.ts'),
  da: () => import('./languages/danish.ts'),
  de: () => import('./languages/german.ts'),
  en: () => import('./languages/english.ts'),
  es: () => import('./languages/spanish.ts'),
  fi: () => import('./languages/finnish.ts'),
  fr: () => import('./languages/french.ts'),
  it: () => import('./languages/italian.ts'),
  nb: () => import('./languages/norwegian.ts'),
  nl: () => import('./languages/dutch.ts'),
  no: () => import('./languages/norwegian.ts'),
  pt: () => import('./languages/portuguese.ts'),
  ru: () => import('./languages/russian.ts'),
  sv: () => import('./languages/swedish.ts'),
}

/** Never fails: a language that is not known, or did not arrive, costs its stems and nothing else. */
export async function languageOf(locale = ''): Promise<Language> {
  const { stem, stop } = (await byLanguage(known, locale)) ?? nothing
  const stems = new Map<string, string>()
  return {
    stop,
    // The same words come with every letter that is typed.
    stem: word => {
      const before = stems.get(word)
      if (before !== undefined) return before
      const found = /^[\p{L}\p{M}]{3,}$/u.test(word) ? stem(word) : word
      stems.set(word, found)
      return found
    },
  }
}
