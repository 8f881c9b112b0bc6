import { attribute } from '../core/articles/raw-html.ts'

/** An address in a body: where it begins, and what it says. */
export interface Destination { href: string; offset: number }

/** Gives the new address, or undefined to keep the old one. */
export type Replace = (destination: Destination) => string | undefined

interface Edit { from: number; to: number; text: string }

// An address in a tag, in raw HTML as people write it.
const inTags = /<(?:a|img)\s(?:[^<>"']|"[^"]*"|'[^']*')*?(?<![\w-])(?:href|src)\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+)/gi

/**
 * Puts new addresses into the links and pictures of a Markdown text, those in raw HTML too, and leaves everything else, code
 * included, as it is.
 */
export function rewriteLinks(body: string, replace: Replace): string {
  const visible = withoutCode(body)
  const inline = /\]\(\s*(<[^<>\n]*>|[^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)*)/g
  const definition = /^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*\n?[ \t]*(<[^<>\n]*>|[^\s<>]+)/gm
  const edits: Edit[] = []
  for (const pattern of [inline, definition]) {
    for (const match of visible.matchAll(pattern)) {
      const { from, to } = placeOf(match)
      const text = replace({ href: body.slice(from, to).replace(/^<(.*)>$/, '$1'), offset: from })
      // Parentheses would end the address too early.
      if (text !== undefined) edits.push({ from, to, text: text.replace(/\(/g, '%28').replace(/\)/g, '%29') })
    }
  }
  return apply(body, [...edits, ...editsInTags(visible, body, replace)])
}

/** The same for HTML. */
export const rewriteHtmlLinks = (body: string, replace: Replace): string => apply(body, editsInTags(body, body, replace))

function editsInTags(visible: string, body: string, replace: Replace): Edit[] {
  return [...visible.matchAll(inTags)].flatMap(match => {
    const { from, to } = placeOf(match)
    const href = attribute(`x=${body.slice(from, to)}`, 'x') ?? ''
    const text = replace({ href, offset: from })
    return text === undefined ? [] : [{ from, to, text: `"${text.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"` }]
  })
}

function placeOf(match: RegExpExecArray): { from: number; to: number } {
  const to = match.index + match[0].length
  return { from: to - (match[1]?.length ?? 0), to }
}

function apply(body: string, edits: Edit[]): string {
  const parts: string[] = []
  let at = 0
  for (const { from, to, text } of edits.sort((a, b) => a.from - b.from)) {
    if (from < at) continue
    parts.push(body.slice(at, from), text)
    at = to
  }
  return parts.join('') + body.slice(at)
}

/** The same text, code and comments blanked, so that offsets stay what they are. */
function withoutCode(body: string): string {
  const blank = (text: string) => text.replace(/[^\n]/g, ' ')
  return body
    .replace(/^[ \t>]*(`{3,}|~{3,})[^\n]*\n(?:[^]*?\n)??[ \t>]*\1[`~]*[ \t]*$/gm, blank)
    .replace(/<!--[^]*?-->/g, blank)
    .replace(/(?<!`)(`+)(?!`)(?:[^\n]|\n(?!\n))*?(?<!`)\1(?!`)/g, blank)
}
