import ts from 'typescript'
import { parse, place, walk, type Sources } from './sources.ts'

const pageNames = new Set(['window', 'document', 'localStorage', 'sessionStorage', 'HTMLElement'])

/** An identifier that stands for a value of its own, not for a property or a key of that name. */
function standsAlone(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return false
  if (ts.isQualifiedName(parent) && parent.right === node) return false
  if ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent)) && parent.name === node) return false
  if (ts.isBindingElement(parent) && parent.propertyName === node) return false
  return !(ts.isMethodDeclaration(parent) || ts.isMethodSignature(parent) || ts.isGetAccessor(parent))
}

/** Names that a file gives to things of its own: a search engine's `document` is no page. */
function ownNames(tree: ts.SourceFile): Set<string> {
  const names = new Set<string>()
  walk(tree, node => {
    const isDeclared = ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node)
    if (isDeclared && ts.isIdentifier(node.name)) names.add(node.name.text)
  })
  return names
}

/** Uses of a page's globals in rooms that must work without one, also by way of `globalThis`. */
export function pageViolations(sources: Sources): string[] {
  const violations: string[] = []
  for (const [path, text] of sources) {
    if (!/^src\/(core|desk)\//.test(path)) continue
    const tree = parse(path, text)
    const own = ownNames(tree)
    walk(tree, node => {
      const isGlobal = ts.isIdentifier(node) && pageNames.has(node.text) && !own.has(node.text)
      const byGlobalThis = isGlobal && ts.isPropertyAccessExpression(node.parent) && node.parent.expression.getText() === 'globalThis'
      if (isGlobal && (standsAlone(node) || byGlobalThis)) violations.push(`${place(node)} uses ${node.text}`)
    })
  }
  return violations
}
