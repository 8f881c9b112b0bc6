// What the page on privacy says of the device, made of the table the code itself goes by.
import ts from 'typescript'
import { kept } from '../../src/core/outbox/kept.ts'
import { day } from '../../src/core/support/clock.ts'
import { read } from './blocks.ts'

const file = 'src/core/outbox/kept.ts'

const lives = (ms: number) => (ms === Infinity ? '' : ms === day ? 'a day' : `${ms / day} days`)

/** The rows below the head, each a line of Markdown. */
export function keptRows(): string[] {
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true)
  const rows: string[] = []
  const visit = (node: ts.Node) => {
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) {
      const key = node.name.text
      const purpose = ts.getJSDocCommentsAndTags(node).map(({ comment }) => String(comment)).join(' ')
      if (!purpose) throw new Error(`${file}: ${key} does not say what it is for`)
      rows.push(`| \`${key}\` | ${purpose} | ${lives(kept[key as keyof typeof kept])} |`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return rows
}

if (import.meta.main) console.log(keptRows().join('\n'))
