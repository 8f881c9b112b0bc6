import { builtinModules } from 'node:module'
import { posix } from 'node:path'
import { allImports, type Import } from './imports.ts'
import type { Sources } from './sources.ts'

/** The file, or the folder, that may import a package: replacing the package means changing that one place. */
export const owners: Record<string, string[]> = {
  lit: ['src/elements/', 'src/tags.ts'],
  react: ['src/react/component.ts', 'src/frameworks/react.d.ts'],
  '@lit/react': ['src/react/component.ts'],
  preact: ['src/frameworks/preact.d.ts'],
  'solid-js': ['src/frameworks/solid.d.ts'],
  svelte: ['src/frameworks/svelte.d.ts'],
  vue: ['src/frameworks/vue.d.ts'],
  '@floating-ui/dom': ['src/elements/shared/anchor.ts'],
  'idb-keyval': ['src/core/outbox/indexeddb-store.ts'],
  '@orama/stemmers': ['src/core/articles/search/languages/'],
  '@medv/finder': ['src/page/point/selector.ts'],
  'modern-screenshot': ['src/page/capture/draw-dom.ts'],
  '@noble/hashes': ['src/page/files/checksum.ts', 'src/receiver/short-hash.ts'],
  marked: ['src/core/articles/capped-lexer.ts'],
  dompurify: ['src/page/sanitizer.ts'],
  valibot: ['src/core/issue/schema.ts', 'src/core/issue/validate.ts'],
  '@valibot/to-json-schema': ['src/core/issue/json-schema.ts'],
  pg: ['src/receiver/postgres.ts'],
  jose: ['src/receiver/identity.ts'],
  '@prometheus-io/client': ['src/receiver/watch/prometheus.ts'],
  '@electric-sql/pglite': ['src/receiver/pglite.ts'],
  'altcha-lib': ['src/receiver/spam/proof.ts'],
  aws4fetch: ['src/receiver/files/s3.ts'],
  nodemailer: ['src/receiver/forwarders/email.ts'],
  yaml: ['src/cli/'],
  parse5: ['src/cli/html-document.ts'],
  'image-size': ['src/cli/picture-size.ts'],
  // The embedded database lies in a folder, which somebody has to make; so do files.
  node: ['src/cli/', 'src/receiver/pglite.ts', 'src/receiver/files/files-in.ts'],
  // A name that is known only when it runs: the loader's, of the bundle beside it; Pagefind's, on the owner's site.
  '?': ['src/loader.ts', 'src/core/articles/sources/pagefind.ts'],
}

/** All of Node counts as one package. */
const ownerKey = (name: string) => (name.startsWith('node:') || builtinModules.includes(name) ? 'node' : name)

const owns = (owner: string, from: string) => (owner.endsWith('/') ? from.startsWith(owner) : from === owner)

/** Types leave no trace; the owner's neighbours may speak of them. */
const mayName = (owner: string, { from, kind }: Import) => kind === 'type' && posix.dirname(owner) === posix.dirname(from)

/** Imports of a package by a file that does not own it, and of packages nobody owns. */
export function packageViolations(sources: Sources): string[] {
  return allImports(sources).flatMap(found => {
    const { from, to, isPackage, place } = found
    if (!isPackage || !from.startsWith('src/')) return []
    const mine = owners[ownerKey(to)]
    if (!mine) return [`${place}: ${to} has no owner; add it to the table with the one file that may import it`]
    return mine.some(owner => owns(owner, from) || mayName(owner, found)) ? [] : [`${place}: ${to} belongs to ${mine.join(', ')}`]
  })
}

/** Modules of Node's that a worker would have to load before anything else: the receiver runs there, too. */
export const eagerNode = (sources: Sources): string[] =>
  allImports(sources)
    .filter(({ from, to, isPackage, kind }) => isPackage && kind === 'value' && ownerKey(to) === 'node' && /^src\/(core|desk|receiver|testing)\//.test(from))
    .map(({ to, place }) => `${place}: ${to} is loaded at once; in a worker there is none`)
