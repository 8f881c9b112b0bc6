import ts from 'typescript'
import { parse, place, walk, type Sources } from './sources.ts'

type Fetches = (node: ts.Node) => boolean

const isImport: Fetches = node => ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword

/** The chain `import(…).then(…).catch(…)`, from its end to its beginning: whether somebody answers for what does not come. */
function isAnswered(node: ts.Expression, fetches: Fetches): boolean | undefined {
  if (fetches(node)) return false
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return isAnswered(node.expression, fetches)
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined
  const earlier = isAnswered(node.expression.expression, fetches)
  if (earlier === undefined) return undefined
  const { text } = node.expression.name
  return earlier || text === 'catch' || (text === 'then' && node.arguments.length > 1)
}

/** What is called: `name(…)`, `this.name(…)`, `this.#name(…)`. */
function calledIn(node: ts.Node): string | undefined {
  if (!ts.isCallExpression(node)) return undefined
  const { expression } = node
  if (ts.isIdentifier(expression)) return expression.text
  return ts.isPropertyAccessExpression(expression) && expression.expression.kind === ts.SyntaxKind.ThisKeyword ? expression.name.text : undefined
}

const isWaiting = (node: ts.Node): node is ts.FunctionLikeDeclaration =>
  ts.isFunctionLike(node) && ts.canHaveModifiers(node) && !!ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword)

const nameOf = (made: ts.FunctionLikeDeclaration): string | undefined => {
  const { name } = made.name || !('name' in made.parent) ? made : (made.parent as ts.NamedDeclaration)
  return name && (ts.isIdentifier(name) || ts.isPrivateIdentifier(name)) ? name.text : undefined
}

/** Whether a function waits for a part, and passes on to its caller that it does not come. */
function passesOn(made: ts.FunctionLikeDeclaration): boolean {
  const look = (node: ts.Node): boolean => {
    if (ts.isFunctionLike(node) || (ts.isTryStatement(node) && node.catchClause)) return false
    if (ts.isAwaitExpression(node) && isAnswered(node.expression, isImport) === false) return true
    return !!ts.forEachChild(node, look)
  }
  return !!made.body && look(made.body)
}

/** Parts that are fetched in passing, where nothing says what happens when one does not come: the page would hear of a rejection. */
export function latePartViolations(sources: Sources): string[] {
  const violations: string[] = []
  for (const [path, text] of sources) {
    const file = parse(path, text)
    const fetching = new Set<string | undefined>()
    walk(file, node => {
      if (isWaiting(node) && passesOn(node)) fetching.add(nameOf(node))
    })
    fetching.delete(undefined)
    const fetches: Fetches = node => isImport(node) || fetching.has(calledIn(node))
    walk(file, node => {
      if (ts.isVoidExpression(node) && isAnswered(node.expression, fetches) === false) violations.push(`${place(node)} fetches a part, and has no answer for when it does not come`)
    })
  }
  return violations
}
