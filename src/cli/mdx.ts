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
  let until: RegExp | undefined
  let first = 0
  let left = 0
  for (const [index, line] of lines.entries()) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1]
    if (fence) {
      if (mark?.startsWith(fence) && !line.trim().replace(/^[`~]+/, '')) fence = undefined
      kept.push(line)
      continue
    }
    const drop = !!until || begins.some(([begin]) => begin.test(line))
    if (!drop) {
      fence = mark
      kept.push(line.replace(/\{\/\*.*?\*\/\}/g, '').replace(/\{(['"`])(.*?)\1\}/g, '$2'))
      continue
    }
    until ??= begins.find(([begin]) => begin.test(line))?.[1]
    if (!until || until.test(line)) until = undefined
    if (line.trim()) left++
    first ||= index + 1
    kept.push('')
  }
  return { text: kept.join('\n'), left, first }
}

// What a line of code begins with, and what ends it, on the same line or further down.
const begins: [begin: RegExp, end: RegExp][] = [
  [/^import\s.*['"{*]/, /['"]\s*;?\s*$|^\s*$/],
  [/^import\s+['"]/, /$/],
  [/^export\s+(?:const|let|var|default|function|async|\{|\*)/, /^\s*$|^[^({[]*;?\s*$|[)}\]];?\s*$/],
  [/^\s*\{\/\*/, /\*\/\}/],
  [/^\s*<\/?[A-Z][\w.]*(?:\s[^<]*)?\/?>\s*$/, /$/],
  [/^\s*<[A-Z][\w.]*(?:\s[^<>]*)?$/, />\s*$/],
  [/^\s*\{[^}]*\}\s*$/, /$/],
]
