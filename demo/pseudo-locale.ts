import { en, type MessageKey, type Messages } from '../src/locale/en.ts'
import { phrase, type Message } from '../src/locale/message.ts'

/** A language nobody speaks, made from English, to see what becomes of the views in one. The product does not know of it: it is made of settings. */
export interface PseudoLocale {
  readonly locale: string
  readonly messages: Messages
  /** A sentence as the element with these settings says it. */
  say(key: MessageKey, values?: Readonly<Record<string, string | number>>): string
}

const accented: Readonly<Record<string, string>> = Object.fromEntries(
  ['Aâ', 'Bß', 'Cç', 'Dđ', 'Eé', 'Fƒ', 'Gĝ', 'Hĥ', 'Iî', 'Jĵ', 'Kķ', 'Lļ', 'Mɱ', 'Nñ', 'Oô', 'Pþ', 'Qǫ', 'Rŕ', 'Sš', 'Tţ', 'Uû', 'Vṽ', 'Wŵ', 'Xẋ', 'Yý', 'Zž']
    .flatMap(([plain = '', accent = '']) => [[plain, accent.toUpperCase().length === 1 ? accent.toUpperCase() : accent], [plain.toLowerCase(), accent]]),
)

const blank = /(\{\w+\})/
const outsideBlanks = (sentence: string, change: (text: string) => string) =>
  sentence.split(blank).map(part => (blank.test(part) ? part : change(part))).join('')

/** Words for what German or Finnish needs more: half as much again, and at least a word. */
function filling(sentence: string): string {
  const wanted = Math.max(3, Math.ceil(sentence.replaceAll(/\{\w+\}/g, '').length * 0.5))
  const words = ['lôñĝ', 'éŕ', 'ţĥâñ', 'ƒôŕéšééñ', 'îñ', 'éñĝļîšĥ']
  let filled = ''
  for (let i = 0; filled.length < wanted; i++) filled += ` ${words[i % words.length]}`
  return filled.slice(0, wanted + 1).trimEnd()
}

/** Accents on every letter, half as long again, in brackets: whoever sees no bracket sees a sentence that is cut, or one that no key leads to. */
export const stretch = (sentence: string): string =>
  `⟦${outsideBlanks(sentence, text => text.replaceAll(/[a-z]/gi, letter => accented[letter]!))}${filling(sentence)}⟧`

/** Every word written from right to left, as a language of that direction is. The words stay whole, so that lines break between them. */
export const mirror = (sentence: string): string =>
  outsideBlanks(sentence, text => text.replaceAll(/\S+/g, word => `\u200f\u202e${word}\u202c\u200f`))

function pseudoLocale(locale: string, change: (sentence: string) => string): PseudoLocale {
  const changed = (message: Message): Message => {
    if (typeof message === 'string') return change(message)
    const other = change(message.other)
    // Every plural there is: the tag may be one of a language with six.
    return Object.fromEntries(['zero', 'one', 'two', 'few', 'many', 'other'].map(category =>
      [category, category === 'one' && message.one ? change(message.one) : other])) as unknown as Message
  }
  const messages = Object.fromEntries(Object.entries(en).map(([key, message]) => [key, changed(message)])) as Messages
  return { locale, messages, say: (key, values) => phrase(messages[key], values, locale) }
}

/** By their tags, which CLDR keeps for this. */
export const pseudoLocales = {
  'en-XA': pseudoLocale('en-XA', stretch),
  'ar-XB': pseudoLocale('ar-XB', mirror),
} as const
