/** An address in Markdown: where it begins, in the body, and what it says. */
export interface Destination { href: string; offset: number }

/**
 * Puts new addresses into the links and pictures of a Markdown text, and leaves everything else, code included, as it is.
 * @param replace gives the new address, or undefined to keep the old one.
 */
export function rewriteLinks(body: string, replace: (destination: Destination) => string | undefined): string {
  const visible = withoutCode(body)
  const inline = /\]\(\s*(<[^<>\n]*>|[^\s()<>]+(?:\([^\s()]*\)[^\s()<>]*)*)/g
  const definition = /^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*\n?[ \t]*(<[^<>\n]*>|[^\s<>]+)/gm
  const edits: { from: number; to: number; text: string }[] = []
  for (const pattern of [inline, definition]) {
    for (const match of visible.matchAll(pattern)) {
      const written = match[1] ?? ''
      const to = match.index + match[0].length
      const from = to - written.length
      const href = body.slice(from, to).replace(/^<(.*)>$/, '$1')
      const text = replace({ href, offset: from })
      // Parentheses would end the address too early.
      if (text !== undefined) edits.push({ from, to, text: text.replace(/\(/g, '%28').replace(/\)/g, '%29') })
    }
  }
  let rewritten = body
  for (const { from, to, text } of edits.sort((a, b) => b.from - a.from)) rewritten = rewritten.slice(0, from) + text + rewritten.slice(to)
  return rewritten
}

/** The same text, code and comments blanked, so that offsets stay what they are. */
function withoutCode(body: string): string {
  const blank = (text: string) => text.replace(/[^\n]/g, ' ')
  return body
    .replace(/^[ \t>]*(`{3,}|~{3,})[^\n]*\n(?:[^]*?\n)??[ \t>]*\1[`~]*[ \t]*$/gm, blank)
    .replace(/<!--[^]*?-->/g, blank)
    .replace(/(?<!`)(`+)(?!`)(?:[^\n]|\n(?!\n))*?(?<!`)\1(?!`)/g, blank)
}
