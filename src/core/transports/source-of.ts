import type { Issue } from '../issue/issue.ts'
import { hex } from '../support/hex.ts'
import { stringify } from '../support/stringify.ts'

// Taken at load: the page may patch it later.
const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined

/**
 * A secret that is the same for the same issue for ever: known only to who has every character of it. An issue's id alone would not do,
 * because it may stand wherever else the issue goes.
 * On plain `http:` pages, where browsers keep SHA-256 to themselves, it is the id after all: whoever listens there hears everything anyway.
 */
export async function sourceOf(scope: string, issue: Issue): Promise<string> {
  if (!subtle) return issue.id
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(stringify([scope, issue])))
  return hex(new Uint8Array(digest))
}
