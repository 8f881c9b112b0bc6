import { builtinModules } from 'node:module'
import { allImports } from './imports.ts'
import type { Sources } from './sources.ts'

/** Who may import a package: `src/` for each one that is there at run time, so that replacing it means changing one file. */
export const owners: Record<string, RegExp> = {
  lit: /^src\/elements\//,
  '@floating-ui/dom': /^src\/elements\/shared\/anchor\.ts$/,
  'idb-keyval': /^src\/core\/outbox\/indexeddb-store\.ts$/,
  minisearch: /^src\/core\/articles\/search-engine\.ts$/,
  marked: /^src\/core\/articles\/markdown\.ts$/,
  dompurify: /^src\/page\/sanitizer\.ts$/,
  valibot: /^src\/core\/issue\/(schema|validate)\.ts$/,
  '@valibot/to-json-schema': /^src\/core\/issue\/json-schema\.ts$/,
  pg: /^src\/receiver\/(store\/)?(postgres|pg)[^/]*\.ts$/,
  '@electric-sql/pglite': /^src\/receiver\/(store\/)?(embedded|pglite)[^/]*\.ts$/,
  yaml: /^src\/cli\//,
}

const isNode = (name: string) => name.startsWith('node:') || builtinModules.includes(name)

/** Imports of a package by a file that does not own it, and of packages nobody owns. */
export function packageViolations(sources: Sources): string[] {
  return allImports(sources).flatMap(({ from, to, isPackage, place }) => {
    if (!isPackage || !from.startsWith('src/')) return []
    if (isNode(to)) return from.startsWith('src/cli/') ? [] : [`${place}: ${to} exists in Node only, and only src/cli may use it`]
    const owner = owners[to]
    if (!owner) return [`${place}: ${to} has no owner; add it to the table with the one file that may import it`]
    return owner.test(from) ? [] : [`${place}: ${to} belongs to ${owner.source}`]
  })
}

/** Packages that two or more files import although one file should stand before them. */
export function doubleOwnerViolations(sources: Sources): string[] {
  const shared = new Set(['lit', 'yaml', 'valibot'])
  const users = new Map<string, Set<string>>()
  for (const { from, to, isPackage } of allImports(sources)) {
    if (isPackage && !isNode(to) && !shared.has(to)) users.set(to, (users.get(to) ?? new Set()).add(from))
  }
  return [...users].filter(([, files]) => files.size > 1).map(([name, files]) => `${name} is imported by ${[...files].join(', ')}`)
}
