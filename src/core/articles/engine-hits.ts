import type { Article } from './article.ts'
import { fromDelimited } from './delimited.ts'
import { describedBy, ownFields, textAt, type Fields } from './field-map.ts'
import type { Candidate, RemoteOptions } from './remote-source.ts'
import { snippet } from './snippet.ts'

/** What the sources over a search engine have in common. */
export interface EngineOptions extends RemoteOptions {
  /** Where in a document each part of an article is. Default: where Earshot's own articles have them. */
  fields?: Partial<Fields>
  /** What bodies are written in. Default: HTML if one begins with a tag, else Markdown. */
  format?: Article['format']
}

export const fieldsOf = (fields: Partial<Fields> | undefined, id = ownFields.id): Fields => ({ ...ownFields, id, ...fields })

export interface Hit {
  item: unknown
  id: string | undefined
  /** The piece of the body that matched, and the summary, with our signs around what matched. */
  piece?: string | undefined
  summary?: string | undefined
  score?: number | undefined
}

/** One hit as a candidate; undefined when it has no id or no title. What matched is shown, else the summary, else how the body begins. */
export function candidateFrom({ item, id, piece, summary, score }: Hit, fields: Fields, format?: Article['format']): Candidate | undefined {
  const title = textAt(item, fields.title)?.trim()
  if (!id || !title) return undefined
  const { summary: plain, updatedAt: _, ...described } = describedBy(item, fields)
  const body = snippet(piece ?? '', format)
  const short = fromDelimited(summary ?? plain ?? '')
  const excerpt = body.marks.length || !short.text ? body : short
  return { id, title, excerpt, score, ...described }
}
