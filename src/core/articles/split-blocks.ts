/** A stretch of Markdown that can be read by itself. */
export interface Stretch {
  text: string
  /** Lines that are not code: each of them may make the lexer look through the whole stretch. */
  lines: number
}

const fence = /^ {0,3}(`{3,}|~{3,})/
// HTML that goes on over empty lines, and what ends it.
const html: [begins: RegExp, ends: RegExp][] = [[/^ {0,3}<!--/, /-->/], [/^ {0,3}<(?:script|pre|style|textarea)\b/i, /<\/(?:script|pre|style|textarea)>/i]]
// What may belong to the list or the code above the empty line.
const continues = /^(?:\s|[-*+](?:\s|$)|\d{1,9}[.)](?:\s|$))/

/**
 * Cuts Markdown at empty lines where nothing can go on over them. JavaScriptCore looks through all that is left
 * for every block (a long article took seconds in Safari), so what is left has to be short.
 */
export function splitBlocks(body: string): Stretch[] {
  const stretches: Stretch[] = []
  let text: string[] = []
  let counted = 0
  let code: string | undefined
  let ends: RegExp | undefined
  let empty = false
  for (const line of body.split('\n')) {
    if (empty && !code && !ends && line.trim() && !continues.test(line)) {
      stretches.push({ text: `${text.join('\n')}\n`, lines: counted })
      text = []
      counted = 0
    }
    text.push(line)
    empty = !line.trim()
    const [, marks] = fence.exec(line) ?? []
    if (code) {
      if (marks?.startsWith(code) && !line.trim().replace(/^[`~]+/, '')) code = undefined
      continue
    }
    counted++
    if (ends) {
      if (ends.test(line)) ends = undefined
    } else if (marks) code = marks
    else ends = html.find(([begins, end]) => begins.test(line) && !end.test(line))?.[1]
  }
  stretches.push({ text: text.join('\n'), lines: counted })
  return stretches
}
