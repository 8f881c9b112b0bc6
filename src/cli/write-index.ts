import type { IndexManifest } from '../core/articles/index-format.ts'
import type { Output } from './output.ts'
import type { Prepared } from './prepare.ts'
import { writeLocale } from './write-locale.ts'

export interface WrittenIndex {
  /** The text of `index.json`; written only when there is a language in it. */
  manifest: string
  /** The texts that the first question of each language fetches at least, beside `index.json`. */
  locales: Map<string, string[]>
}

/** Writes the index of all languages. @param first the one for customers whose own is missing */
export async function writeIndex(target: Output, byLocale: ReadonlyMap<string, readonly Prepared[]>, first: string): Promise<WrittenIndex> {
  const manifest: IndexManifest = { version: 2, locales: {} }
  const locales = new Map<string, string[]>()
  for (const [tag, prepared] of [...byLocale].sort(([a], [b]) => Number(b === first) - Number(a === first) || (a < b ? -1 : 1))) {
    const { entry, texts } = await writeLocale(tag, prepared, target)
    manifest.locales[tag] = entry
    locales.set(tag, texts)
  }
  const text = JSON.stringify(manifest)
  if (locales.size) await target.replace('index.json', text)
  return { manifest: text, locales }
}
