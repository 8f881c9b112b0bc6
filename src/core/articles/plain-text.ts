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
    .replace(/<!--[^]*?(?:-->|(?![^]))|^ {0,3}\[[^\]\n]+\]:.*$|^ {0,3}(?:`{3,}|~{3,}).*$|^ {0,3}[-*_=][-*_= ]+$|^[ |:]*-[ |:-]*$/gm, '')
    .replace(/^ {0,3}#{1,6} +(.*)$/gm, (_, heading: string) => (headings.push(unmarked(heading).replace(/ #+$/, '')), ''))
    .replace(/^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)]) +(?:\[[ xX]\] )?){1,20}/gm, '')
  return { headings: headings.join('\n'), text: unmarked(text) }
}

// Repetitions have a limit: without one an expression can take time by the square of the text, or run out of the engine's stack.
function unmarked(text: string): string {
  return decodeEntities(text
    .replace(/!?\[([^[\]\n]{0,500})\](?:\([^()\s]{0,2000}(?:\s"[^"\n]{0,300}")?\)|\[[^[\]\n]{0,300}\])/g, '$1')
    .replace(/<(https?:[^\s<>]{1,2000})>/g, '$1')
    .replace(/<\/?[a-z][^<>\n]{0,2000}>/gi, ' ')
    .replace(/(?<![\p{L}\p{N}\\])[*_~`]{1,9}(?=\S)|(?<=[^\s\\])[*_~`]{1,9}(?![\p{L}\p{N}])/gu, '')
    .replace(/\\([^\p{L}\p{N}\s])/gu, '$1')
    .replace(/\|/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
}
