import type { Article, Excerpt } from './article.ts'
import { closing, fromDelimited, opening } from './delimited.ts'
import { plainText } from './plain-text.ts'
import { wordsInHtml } from './raw-html.ts'

const markup = /<\/?(?:p|div|br|li|ul|ol|h[1-6]|a|span|strong|b|em|i|img|table|td|code|pre)\b[^<>]*>/i

/** An excerpt out of a piece of a body, as engines cut them: with our signs around what matched, and perhaps through the middle of a tag. */
export function snippet(piece: string, format?: Article['format']): Excerpt {
  const isHtml = format === 'html' || (!format && markup.test(piece))
  const { headings, text } = isHtml ? { headings: '', text: wordsInHtml(piece.replace(/^[^<>]*>/, '')) } : plainText({ body: piece, format: 'markdown' })
  return fromDelimited(!text.includes(opening) && headings.includes(opening) ? `${headings} ${text}` : text || headings)
}

/** An excerpt out of HTML in which the service wraps what matched in this tag (`em`, `mark`). */
export function htmlSnippet(html: string, tag: string): Excerpt {
  const signed = html.replace(new RegExp(`<(/?)${tag}(?:\\s[^<>]*)?>`, 'gi'), (_, slash: string) => (slash ? closing : opening))
  return fromDelimited(wordsInHtml(signed))
}
