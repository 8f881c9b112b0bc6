/** A word as the index knows it, and where it stands in the text, in UTF-16 code units. */
export interface Term { term: string; start: number; end: number }

// Scripts that put no spaces between words.
const dense = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]`
// English contractions stay one word (`don't`), French elisions become two (`l'adresse`).
// A number in steps is one word, with its `v` or without: of 1.2.1, 12.1 and 2.1.1 only one is meant.
const runs = new RegExp(`(${dense}+)|[vV]?(\\p{N}+(?:[.,]\\p{N}+)+)|(?:(?!${dense})[\\p{L}\\p{M}\\p{N}])+(?:['’](?:s|t|d|m|re|ve|ll)(?![\\p{L}\\p{N}]))?`, 'gu')

// Beyond are keys and hashes that nobody searches for letter by letter.
const longest = 40

let segmenter: Intl.Segmenter | undefined

/** The words of a text in order. The same function makes the index and reads the query. */
export function termsOf(text: string): Term[] {
  const found: Term[] = []
  for (const match of text.matchAll(runs)) {
    if (match[1]) found.push(...denseTerms(match[1], match.index))
    else {
      const word = match[2]?.replace(/,/g, '.') ?? match[0]
      found.push({ term: fold(word).slice(0, longest), start: match.index, end: match.index + match[0].length })
    }
  }
  return found.filter(({ term }) => term)
}

/** Only the words, for the engine. */
export const tokenize = (text: string): string[] => termsOf(text).map(({ term }) => term)

/**
 * Words by dictionary, and every pair of letters: engines cut Chinese, Japanese and Thai at different places,
 * and the pairs find what the words miss.
 */
function denseTerms(run: string, offset: number): Term[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' })
  const found = new Map<string, Term>()
  const add = (part: string, at: number) =>
    found.set(`${at} ${part.length}`, { term: fold(part), start: offset + at, end: offset + at + part.length })
  for (const { segment, index } of segmenter.segment(run)) add(segment, index)
  let at = 0
  let previous = ''
  for (const letter of run) {
    if (previous) add(previous + letter, at - previous.length)
    previous = letter
    at += letter.length
  }
  return [...found.values()]
}

// What the decomposition of Unicode leaves apart although readers take it for the same.
const alike = new Map([
  ['ß', 'ss'], ['æ', 'ae'], ['œ', 'oe'], ['ø', 'o'], ['đ', 'd'], ['ð', 'd'], ['þ', 'th'], ['ł', 'l'], ['ı', 'i'],
  ['ς', 'σ'], ['ى', 'ي'], ['ة', 'ه'],
])

// The Arabic "the" with the little words that are written together with it: every noun has it in one sentence and not in the
// next. As often as it can be taken off, because some who write the hamza that tells it from a word's own beginning, and some not.
const article = /^(?:(?:[وف]?[بك]?ال|[وف]?لل)(?=\p{L}{2}))+/u

/** Case, width, diacritics and the Arabic article folded. Vowel signs that make the word (Devanagari, Thai) stay; those that only help reading it go. */
export function fold(word: string): string {
  const lower = word.toLowerCase()
  if (/^[a-z\d]*$/.test(lower)) return lower
  return lower.normalize('NFKD')
    .replace(/[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670'’]/g, '')
    .replace(/[ßæœøđðþłıςىة]/g, letter => alike.get(letter) ?? letter)
    .normalize('NFC')
    .replace(article, '')
}
