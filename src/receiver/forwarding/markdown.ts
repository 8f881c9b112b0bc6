import { shorten } from '../../core/support/whole-at.ts'
import type { Part } from '../../core/transports/describe.ts'
import { at } from '../../core/transports/fill.ts'
import { fitted } from './fit-parts.ts'
import { httpAddress } from './http-address.ts'

function span(line: string): string {
  const longest = Math.max(0, ...Array.from(line.matchAll(/`+/g), ([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence} ${line} ${fence}`
}

/**
 * A customer's words in Markdown, letter for letter: each line a code span. In one nothing is read as markup, and the trackers look for
 * no @names, #numbers, addresses, emoji or /commands, which backslashes do not keep them from; and it wraps, which a block does not.
 */
export const literal = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map(line => (line.trim() ? span(line) : ''))
    .map((line, index, lines) => (line && lines[index + 1] ? `${line}\\` : line))
    .join('\n')
    .trim()

/**
 * One line for a title. There is no literal text in one, and GitLab rings for an @name in it: a word joiner, which nobody sees,
 * parts each sign that begins a reference from what it refers to.
 */
export const plainTitle = (text: string, most = 200): string =>
  shorten(text.replace(/[\s\p{Cc}]+/gu, ' ').trim().replace(/[@#!~%&$^*[]|:(?=\/\/)/g, '$&\u2060'), most)

// Names of a form's own fields come from a page, too.
const heading = (label: string): string => (/^[\p{L}\p{N}][\p{L}\p{N} ]{0,60}$/u.test(label) ? `**${label.trim()}**` : literal(label.slice(0, 200)))

const render = (parts: readonly Part[], end: readonly string[]): string =>
  [...parts.map(({ label, text }) => `${heading(label)}\n\n${literal(text)}`.trim()), ...end].join('\n\n')

/** What a text of ours is found by, in a comment that nobody sees and that no text within code spans can be taken for. */
export const markerOf = (id: string): string => `<!-- earshot:${encodeURIComponent(id).replace(/-(?=-)/g, '%2D')} -->`

/** Whether an item of a tracker's list is the one made of that, by what ends its text. */
export const isMadeOf = (id: string, field: string) => (item: unknown): boolean => String(at(item, field)).includes(markerOf(id))

/** Whether a text is ours: it ends in what it is found by. */
export const isMarked = (markdown: string): boolean => /<!-- earshot:\S+ -->\s*$/.test(markdown)

export interface MarkdownOptions {
  /** The longest text the tracker takes, in characters: what does not fit is left out, and the text says so. */
  most: number
  /** Files that lie with the tracker, already in Markdown. */
  files?: readonly string[]
  caseUrl?: string | undefined
}

/** What somebody said, in Markdown for trackers; it ends in what it is found by. */
export function asMarkdown(id: string, parts: readonly Part[], { most, files = [], caseUrl }: MarkdownOptions): string {
  const link = httpAddress(caseUrl)
  const end = [...files, ...(link ? [`[Open the case](<${link}>)`] : []), markerOf(id)]
  return render(fitted(parts, fitting => render(fitting, end).length <= most), end)
}
