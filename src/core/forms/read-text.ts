import { isRecord } from '../support/json.ts'
import { whatCame } from '../support/what-came.ts'
import { shorten } from '../support/whole-at.ts'
import { textIn } from './text-in.ts'
import { withoutControls } from './without-controls.ts'

/** Tells what is wrong at a place below the one that is being read: `form/…`, what was expected and what came, what becomes of it. */
export type Complain = (code: string, path: string, message: string) => void

/** The longest words for customers, in UTF-16 code units. */
export const longest = { label: 300, title: 300, send: 100, placeholder: 300, hint: 1_000, patternMessage: 500, intro: 2_000 } as const

const isLanguage = (key: string) => /^[a-z]{2,8}([-_][a-z0-9]{1,8})*$/i.test(key)

/** Words in the customer's language, else in English, else in the first there is; undefined where there are none to be used. */
export function readText(given: unknown, limit: number, locale: string, path: string, complain: Complain): string | undefined {
  if (given === undefined) return undefined
  let words = given
  if (isRecord(given)) {
    const fit = Object.entries(given).filter((entry): entry is [string, string] => {
      const [key, value] = entry
      const fine = isLanguage(key) && typeof value === 'string'
      if (!fine) complain('form/wrong-text', path, `expected words by language, such as { "en": "…" }, and got "${key.slice(0, 40)}" that is none of that`)
      return fine
    })
    words = textIn(Object.fromEntries(fit), locale)
  }
  if (typeof words !== 'string') return void complain('form/wrong-text', path, `expected words, or words by language, and got ${whatCame(given)}`)
  if (words.length > limit) complain('form/text-too-long', path, `expected at most ${limit} characters, and got ${words.length}; the rest is cut off`)
  const clean = withoutControls(words.slice(0, limit * 2)).trim()
  return shorten(clean, limit) || undefined
}
