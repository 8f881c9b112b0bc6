import { brotliCompressSync, constants } from 'node:zlib'
import { importsOf } from '../house/laws/imports.ts'
import type { Budget } from './budgets.ts'

/** Built files by path from `dist/`. */
export type Built = ReadonlyMap<string, string>

export const brotli = (text: string): number =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text) } }).length

/** Files that arrive together: the entries and all they import at once. @throws when one of them was not built. */
export function closureOf(built: Built, entries: readonly string[]): string[] {
  const found = new Set<string>()
  const visit = (path: string, by: string): void => {
    if (found.has(path)) return
    const text = built.get(path)
    if (text === undefined) throw new Error(`dist/${path}, wanted by ${by}, was not built`)
    found.add(path)
    for (const { to, isPackage, kind } of importsOf(path, text)) if (!isPackage && kind === 'value') visit(to, path)
  }
  for (const entry of entries) visit(entry, 'the table of budgets')
  return [...found].sort()
}

/** Each file is compressed by itself, as a server sends it. */
export const sizeOf = (built: Built, files: readonly string[]): number => files.reduce((sum, file) => sum + brotli(built.get(file)!), 0)

export interface Measured extends Budget {
  size: number
  files: string[]
  isOver: boolean
}

export const measure = (built: Built, budgets: readonly Budget[]): Measured[] =>
  budgets.map(budget => {
    const before = new Set(closureOf(built, budget.beyond ?? []))
    const files = closureOf(built, budget.entries).filter(file => !before.has(file))
    const size = sizeOf(built, files)
    return { ...budget, size, files, isOver: size > budget.limit }
  })
