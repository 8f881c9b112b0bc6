import ts from 'typescript'

/** What is declared in the package, and not in a platform or in another package. */
export type IsOurs = (file: string) => boolean

const hidden = ts.ModifierFlags.Private | ts.ModifierFlags.Protected

/** The name by which a piece of a declaration leads on to another type. */
function leadsTo(node: ts.Node): ts.Node | undefined {
  if (ts.isTypeReferenceNode(node)) return node.typeName
  if (ts.isExpressionWithTypeArguments(node)) return node.expression
  if (ts.isTypeQueryNode(node)) return node.exprName
  return ts.isImportTypeNode(node) ? node.qualifier : undefined
}

// A shorthand that its own file keeps to itself says no more than what it is short for.
const isShorthand = ({ declarations = [] }: ts.Symbol) =>
  declarations.every(each => ts.isTypeAliasDeclaration(each) && !(ts.getCombinedModifierFlags(each) & ts.ModifierFlags.Export))

/**
 * Types that signatures behind a door use, and nobody can import there: each with the way to it.
 * @param others doors of their own: what they export is not followed, because it has a name there.
 */
export function unnamed(program: ts.Program, door: string, others: readonly string[], isOurs: IsOurs): string[] {
  const checker = program.getTypeChecker()
  const real = (symbol: ts.Symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol)
  const at = (file: string) => checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(file)!)!).map(real)
  const ours = (symbol: ts.Symbol) => (symbol.declarations ?? []).filter(each => isOurs(each.getSourceFile().fileName))
  const named = new Set(at(door))
  const elsewhere = new Set(others.flatMap(at))
  const seen = new Set<ts.Symbol>()
  const lost: string[] = []

  const visit = (symbol: ts.Symbol, way: string) => {
    if (seen.has(symbol)) return
    seen.add(symbol)
    if (!named.has(symbol) && !isShorthand(symbol)) lost.push(way)
    const walk = (node: ts.Node) => {
      if (ts.isClassElement(node) && ts.getCombinedModifierFlags(node) & hidden) return
      const name = leadsTo(node)
      const found = name && checker.getSymbolAtLocation(name)
      const next = found && real(found)
      const isType = next && !(next.flags & ts.SymbolFlags.TypeParameter) && !elsewhere.has(next) && ours(next).length
      if (isType) visit(next, `${way} → ${next.name}`)
      ts.forEachChild(node, walk)
    }
    for (const declaration of ours(symbol)) walk(declaration)
  }
  for (const symbol of named) visit(symbol, symbol.name)
  return lost
}

/** A program of declarations, as somebody's compiler reads them. @param texts instead of what lies on the disk */
export function declarationsOf(files: readonly string[], texts?: ReadonlyMap<string, string>): ts.Program {
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'], types: [], skipLibCheck: true,
  }
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists } = host
  if (texts) host.directoryExists = () => true
  host.fileExists = file => texts?.has(file) ?? fileExists(file)
  host.getSourceFile = (file, version) => {
    const text = texts?.get(file)
    return text === undefined ? getSourceFile.call(host, file, version) : ts.createSourceFile(file, text, version)
  }
  return ts.createProgram(files, options, host)
}
