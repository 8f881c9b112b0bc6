import type { Article } from './article.ts'
import { decodeEntities } from './entities.ts'
import { wordsInHtml } from './raw-html.ts'

/**
 * The words of an article for searching and for excerpts, without loading a parser: what looks like markup is dropped.
 * Good enough to find by; what is shown to be read comes from `parseMarkdown`.
 */
export function plainText({ body, format }: Pick<Article, 'body' | 'format'>): { headings: string; text: string } {
  if (format === 'html') {
    const headings = [...body.matchAll(/<h[1-6]\b[^<>]*>([^]{0,500}?)<\/h[1-6]/gi)].map(match => wordsInHtml(match[1] ?? ''))
    return { headings: headings.join('\n'), text: wordsInHtml(body) }
  }
  const headings: string[] = []
  const text = body
    .replace(/\r\n?/g, '\n')
    .replace(/<!--[^]*?(?:-->|(?![^]))|^ {0,3}\[[^\]\n]+\]:.*$|^ {0,3}(?:`{3,}|~{3,}).*$|^ {0,3}(?:[-*_=] *){3,}$|^[ |:]*-[ |:-]*$/gm, '')
    .replace(/^ {0,3}#{1,6} +(.*)$/gm, (_, heading: string) => (headings.push(unmarked(heading).replace(/ #+$/, '')), ''))
    .replace(/^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)]) +(?:\[[ xX]\] )?)+/gm, '')
  return { headings: headings.join('\n'), text: unmarked(text) }
}

// Every expression takes time by the length of the text, whatever the text: no repetition that could begin again inside itself.
function unmarked(text: string): string {
  return decodeEntities(text
    .replace(/!?\[([^[\]\n]*)\](?:\([^()\s]*(?:\s+"[^"\n]*")?\)|\[[^[\]\n]*\])/g, '$1')
    .replace(/<(https?:[^\s<>]+)>/g, '$1')
    .replace(/<\/?[a-z][^<>\n]*>/gi, ' ')
    .replace(/(?<![\p{L}\p{N}\\])[*_~`]+(?=\S)|(?<=[^\s\\])[*_~`]+(?![\p{L}\p{N}])/gu, '')
    .replace(/\\([^\p{L}\p{N}\s])/gu, '$1')
    .replace(/[ \t]*\|[ \t]*/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
}
