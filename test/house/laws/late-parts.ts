import ts from 'typescript'
import { parse, place, walk, type Sources } from './sources.ts'

const isImport = (node: ts.Node): boolean => ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword

/** The chain `import(…).then(…).catch(…)`, from its end to its beginning: whether somebody answers for what does not come. */
function isAnswered(node: ts.Expression): boolean | undefined {
  if (isImport(node)) return false
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined
  const earlier = isAnswered(node.expression.expression)
  if (earlier === undefined) return undefined
  const { text } = node.expression.name
  return earlier || text === 'catch' || (text === 'then' && node.arguments.length > 1)
}

/** Parts that are fetched in passing, where nothing says what happens when one does not come: the page would hear of a rejection. */
export function latePartViolations(sources: Sources): string[] {
  const violations: string[] = []
  for (const [path, text] of sources) {
    walk(parse(path, text), node => {
      if (ts.isVoidExpression(node) && isAnswered(node.expression) === false) violations.push(`${place(node)} fetches a part, and has no answer for when it does not come`)
    })
  }
  return violations
}
