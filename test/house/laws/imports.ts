import { posix } from 'node:path'
import ts from 'typescript'
import { parse, place, walk, type Sources } from './sources.ts'

export interface Import {
  from: string
  /** A path from the root of the project, or a package's name. */
  to: string
  isPackage: boolean
  /** `type` is gone after compiling, `lazy` is an `import()`, `value` is loaded at once. */
  kind: 'type' | 'lazy' | 'value'
  place: string
}

/** `@scope/name/sub` → `@scope/name`; `lit/directives/live.js` → `lit`. */
const packageOf = (specifier: string): string => specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/')

const onlyTypes = (clause: ts.ImportClause | undefined): boolean =>
  clause !== undefined
  && (clause.phaseModifier === ts.SyntaxKind.TypeKeyword
    || (!clause.name
      && clause.namedBindings !== undefined
      && ts.isNamedImports(clause.namedBindings)
      && clause.namedBindings.elements.length > 0
      && clause.namedBindings.elements.every(element => element.isTypeOnly)))

/** `import('pg' as string)` keeps a bundler from looking, not us. */
const bare = (node: ts.Node): ts.Node => (ts.isAsExpression(node) || ts.isParenthesizedExpression(node) ? bare(node.expression) : node)

function specifierOf(node: ts.Node): { specifier: ts.Node; kind: Import['kind'] } | undefined {
  if (ts.isImportDeclaration(node)) return { specifier: node.moduleSpecifier, kind: onlyTypes(node.importClause) ? 'type' : 'value' }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
    return { specifier: node.moduleSpecifier, kind: node.isTypeOnly ? 'type' : 'value' }
  }
  if (ts.isImportTypeNode(node)) return { specifier: ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node.argument, kind: 'type' }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return { specifier: bare(node.arguments[0] ?? node), kind: 'lazy' }
  }
  // `new Worker(new URL('./x.ts', import.meta.url))` is not an import: the worker is a world of its own.
  return undefined
}

/** Every import of one file, static, lazy and of types. A computed specifier is reported as the package `?`. */
export function importsOf(path: string, text: string): Import[] {
  const found: Import[] = []
  walk(parse(path, text), node => {
    const hit = specifierOf(node)
    if (!hit) return
    const isPlain = ts.isStringLiteralLike(hit.specifier)
    const specifier = isPlain ? (hit.specifier as ts.StringLiteralLike).text : '?'
    const isPackage = !specifier.startsWith('.')
    const to = isPackage ? packageOf(specifier) : posix.normalize(posix.join(posix.dirname(path), specifier))
    found.push({ from: path, to, isPackage, kind: hit.kind, place: place(node) })
  })
  return found
}

export const allImports = (sources: Sources): Import[] => [...sources].flatMap(([path, text]) => importsOf(path, text))
