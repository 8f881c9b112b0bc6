import type { FindingKind } from '../../../../src/core/issue/finding.ts'

/** Texts by the kind of what is marked ⟦so⟧ in them. Ids stand under their owner's name for them. */
export type Marked = { readonly [kind in FindingKind | `${string}-${string}`]?: readonly string[] }

export interface Span { start: number; end: number }

/** The text without its marks, and where they were; empty marks mark nothing. */
export function unmark(line: string): { text: string; spans: Span[] } {
  const spans: Span[] = []
  let text = ''
  for (const [index, part] of line.split(/[⟦⟧]/).entries()) {
    if (index % 2 && part) spans.push({ start: text.length, end: text.length + part.length })
    text += part
  }
  return { text, spans }
}
