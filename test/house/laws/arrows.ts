import ts from 'typescript'
import { allImports, type Import } from './imports.ts'
import { roomOf, sameRoom, type Way } from './rooms.ts'
import { parse, type Sources } from './sources.ts'

const allows = (way: Way | undefined, kind: Import['kind'], isFetchedLater: boolean): boolean =>
  way === 'freely' || (way !== undefined && kind === 'type') || (way === 'lazily' && (kind === 'lazy' || isFetchedLater))

/** Files that nothing loads at once: an `import()` leads to them, and nothing else. */
function lazyFiles(imports: readonly Import[]): Set<string> {
  const lazy = new Set(imports.filter(({ kind }) => kind === 'lazy').map(({ to }) => to))
  for (const { to, kind } of imports) if (kind === 'value') lazy.delete(to)
  return lazy
}

/** Imports that lead from a room to where it may not go. */
export function arrowViolations(sources: Sources): string[] {
  const violations: string[] = []
  const imports = allImports(sources)
  const lazy = lazyFiles(imports)
  for (const { from, to, isPackage, kind, place } of imports) {
    const room = roomOf(from)
    if (!room) {
      violations.push(`${place} is in no room of the table`)
      continue
    }
    if (isPackage) continue
    const target = roomOf(to)
    if (!target) violations.push(`${place} imports ${to}, which is in no room`)
    else if (target === room && sameRoom(from, to, room)) continue
    // A row may name a single file of another room, such as `desk/shelf`.
    else if (!allows(room.may[to.replace(/^src\/|\.ts$/g, '')] ?? room.may[target.name], kind, lazy.has(from))) {
      violations.push(`${place} is in ${room.name} and may not import ${to} (${kind === 'value' ? 'at run time' : kind})`)
    }
  }
  return violations
}

/** Circles of imports that are there at run time. Types leave no trace, so they may go in circles inside a room. */
export function cycleViolations(sources: Sources): string[] {
  const edges = new Map<string, string[]>()
  for (const { from, to, isPackage, kind } of allImports(sources)) {
    if (!isPackage && kind !== 'type') edges.set(from, [...(edges.get(from) ?? []), to])
  }
  const violations: string[] = []
  const done = new Set<string>()
  const visit = (file: string, trail: string[]): void => {
    const seen = trail.indexOf(file)
    if (seen >= 0) violations.push(`circle: ${[...trail.slice(seen), file].join(' → ')}`)
    if (seen >= 0 || done.has(file)) return
    for (const next of edges.get(file) ?? []) visit(next, [...trail, file])
    done.add(file)
  }
  for (const file of edges.keys()) visit(file, [])
  return violations
}

/** Files inside a room that only pass others on, and `export *` there. The doors are there to pass on. */
export function barrelViolations(sources: Sources): string[] {
  const violations: string[] = []
  for (const [path, text] of sources) {
    if (roomOf(path)?.name === 'doors') continue
    const { statements } = parse(path, text)
    const passedOn = statements.filter(statement => ts.isExportDeclaration(statement) && statement.moduleSpecifier)
    const hasStar = passedOn.some(statement => !(statement as ts.ExportDeclaration).exportClause)
    if (hasStar || (passedOn.length > 0 && passedOn.length === statements.length)) violations.push(`${path} is a barrel`)
  }
  return violations
}
