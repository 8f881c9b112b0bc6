import { en } from '../../src/locale/en.ts'
import { code, page, table } from './markdown.ts'

const said = (message: unknown): string =>
  typeof message === 'string' ? message : Object.entries(message as Record<string, string>).map(([category, text]) => `*${category}*: ${text}`).join(' · ')

/** Every sentence a customer can read, by its key. */
export const sentencesPage = (): string =>
  page(
    '# Sentences',
    'Every sentence that customers can read, and its key in `messages`: say it in your own words there, in any language. `{blanks}` stay as they are; a sentence with a count has one form for each plural category of the language. All of them are there in [38 languages](../languages.md).',
    table(['key', 'English'], Object.entries(en).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, message]) => [code(key), said(message)])),
  )
