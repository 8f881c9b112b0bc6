import { isDraft } from './fields.ts'
import { isHtml, type FoundArticle, type Place } from './found-article.ts'
import { splitFrontMatter } from './front-matter.ts'
import { readHtml } from './read-html.ts'
import { readMarkdown } from './read-markdown.ts'
import { readText } from './read-text.ts'
import type { Warning } from './warning.ts'

/** Reads one file; undefined, with a warning, when there is nothing in it to read. Never rejects. */
export async function readArticle(dir: string, place: Place, warn: (warning: Warning) => void): Promise<FoundArticle | undefined> {
  const { file } = place
  const format = isHtml(file) ? 'html' : 'markdown'
  const text = await readText(dir, file, format, warn)
  if (text === undefined) return undefined
  const matter = splitFrontMatter(text, file, warn)
  if (isDraft(matter.data)) return void warn({ kind: 'draft', file, message: 'is a draft' })
  if (!matter.body.trim()) return void warn({ kind: 'empty', file, message: 'holds no text' })
  return format === 'html' ? readHtml(matter, place, warn) : readMarkdown(matter, place, warn)
}
