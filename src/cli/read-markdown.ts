import type { Article } from '../core/articles/article.ts'
import { parseMarkdown } from '../core/articles/markdown.ts'
import { textOf } from '../core/articles/text-of.ts'
import { addressOf, named, stem, type FoundArticle, type Place } from './found-article.ts'
import type { FrontMatter } from './front-matter.ts'
import { withoutCode } from './mdx.ts'
import { readFields } from './read-fields.ts'
import { lineAt, type Warning } from './warning.ts'

/** The article in a file of Markdown, or of MDX, whose code is left out. */
export function readMarkdown(matter: FrontMatter, place: Place, warn: (warning: Warning) => void): FoundArticle | undefined {
  const { file, path, root, site } = place
  const whole = /\.mdx$/i.test(file) ? markdownIn(matter, file, warn) : matter.body
  if (!whole.trim()) return void warn({ kind: 'empty', file, message: 'holds no text' })
  const { locale = place.locale, ...fields } = readFields(matter, file, site, warn)
  const { title, cut } = titled(whole, fields.title)
  const body = whole.slice(cut).replace(/^\n+/, '')
  const url = site && addressOf(stem(file), site)
  const article: Article = { id: stem(path), body, format: 'markdown', ...(url && { url }), ...fields, title: title || named(path) }
  const lines = matter.lines + lineAt(whole, whole.length - body.length) - 1
  return { article, file, root, locale, lineOf: offset => lines + lineAt(body, offset) }
}

function markdownIn({ body, lines }: FrontMatter, file: string, warn: (warning: Warning) => void): string {
  const { text, left, first } = withoutCode(body)
  if (left) warn({ kind: 'code', file, line: lines + first, message: `its code was left out, ${left} ${left === 1 ? 'line' : 'lines'} from here on` })
  return text
}

/** The title given, or the first heading; and how much of the text to leave out, since the reader shows the title itself. */
function titled(body: string, given: string | undefined): { title: string | undefined; cut: number } {
  const first = /^\s*#[ \t]+[^\n]*(?:\n|$)|^\s*[^\n]+\n=+[ \t]*(?:\n|$)/.exec(body)?.[0]
  if (!first && given) return { title: given, cut: 0 }
  const heading = parseMarkdown(first ?? body).find(each => each.type === 'heading')
  const text = heading && textOf(heading.inlines).replace(/\s+/g, ' ').trim()
  return { title: given ?? text, cut: first && text && (given ?? text) === text ? first.length : 0 }
}
