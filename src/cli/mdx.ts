/** What is Markdown in an MDX file: its lines stay where they are, those with code are empty. */
export interface MdxText {
  text: string
  /** How many lines were left out, and the first of them, from 1. */
  left: number
  first: number
}

/** Leaves out imports, exports, comments, and lines that are nothing but a component or an expression; the words in a component stay. */
export function withoutCode(mdx: string): MdxText {
  const lines = mdx.split('\n')
  const kept: string[] = []
  let fence: string | undefined
  let until: Code | undefined
  let first = 0
  let left = 0
  for (const [index, line] of lines.entries()) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1]
    if (fence) {
      if (mark?.startsWith(fence) && !line.trim().replace(/^[`~]+/, '')) fence = undefined
      kept.push(line)
      continue
    }
    const begun = until ?? begins.find(([begin]) => begin.test(line))
    if (!begun) {
      fence = mark
      kept.push(line.length > longest ? line : line.replace(/\{\/\*.*?\*\/\}/g, '').replace(/\{(['"`])(.*?)\1\}/g, '$2'))
      continue
    }
    const [, goesOn, end] = begun
    until = (until ? !end.test(line) : goesOn.test(line)) ? begun : undefined
    if (line.trim()) left++
    first ||= index + 1
    kept.push('')
  }
  return { text: kept.join('\n'), left, first }
}

type Code = [begin: RegExp, goesOn: RegExp, end: RegExp]

// Nobody writes such a line, and looking for what is in it would take for ever.
const longest = 5000
const never = /(?!)/

/** How code begins, what its first line looks like when it goes on, and what its last line looks like. */
const begins: Code[] = [
  [/^import\s+(?:['"{*]|\w+[\s,]+(?:from\b|[{*]))/, /[^'";\s]\s*$/, /['"]\s*;?\s*$|^\s*$/],
  [/^export\s+(?:const|let|var|default|function|async|\{|\*)/, /[({[,=>]\s*$/, /^[)}\]]|^\s*$/],
  [/^\s*\{\/\*/, /^(?!.*\*\/\})/, /\*\/\}/],
  [/^\s*<\/?[A-Z][\w.]*(?:\s[^<]*)?\/?>\s*$/, never, never],
  [/^\s*<[A-Z][\w.]*(?:\s[^<>]*)?$/, /$/, />\s*$/],
  [/^\s*\{[^}]*\}\s*$/, never, never],
]
