import { wholeAt } from '../support/whole-at.ts'
import type { Excerpt, Mark } from './article.ts'

/**
 * What engines are told to put around what matched, instead of tags: two characters of Unicode's private use, so that
 * nothing anybody wrote can be taken for a mark, and a text never has to be read as markup.
 */
export const opening = '\ue0e5'
export const closing = '\ue0e6'

const signs = /([\ue0e5\ue0e6])/
const lead = 60

/** A text with marks out of one with signs around what matched; shortened to about `length` around the first of them. */
export function fromDelimited(delimited: string, length = 240): Excerpt {
  const marks: Mark[] = []
  let text = ''
  let start = -1
  for (const part of delimited.replace(/\s+/g, ' ').trim().split(signs)) {
    if (part === opening) start = start < 0 ? text.length : start
    else if (part === closing) {
      if (start >= 0 && text.length > start) marks.push({ start, end: text.length })
      start = -1
    } else text += part
  }
  return shortened({ text, marks }, length)
}

function shortened({ text, marks }: Excerpt, length: number): Excerpt {
  if (text.length <= length) return { text, marks }
  const first = marks[0]?.start ?? 0
  // From the beginning of a word, if there is one between.
  const space = text.indexOf(' ', Math.max(0, first - lead))
  const from = first <= lead ? 0 : wholeAt(text, space >= 0 && space < first ? space + 1 : first)
  const to = wholeAt(text, Math.min(text.length, from + length))
  const before = from > 0 ? '… ' : ''
  const shift = before.length - from
  return {
    text: before + text.slice(from, to) + (to < text.length ? ' …' : ''),
    marks: marks.filter(mark => mark.end <= to).map(mark => ({ start: mark.start + shift, end: mark.end + shift })),
  }
}
