import { EarshotError } from '../support/errors.ts'
import { fetchJson } from './fetch-json.ts'
import type { Fetch } from './fetch-text.ts'

/** The files of one built index. */
export interface IndexFiles {
  /** The address of `index.json`. */
  home(): URL
  /** Address of a file that the index names. */
  beside(file: string): URL
  json(file: URL): Promise<unknown>
}

/** @throws {EarshotError} `articles/bad-index` (its functions) for an address that is none, or that leads to another host. */
export function indexFiles(url: string | URL, fetch: Fetch, base: string | undefined): IndexFiles {
  const home = () => {
    // Read late: where there is no page, as in a worker made of a blob, only an absolute address works.
    const from = base ?? globalThis.location?.href
    if (!URL.canParse(url, from)) throw new EarshotError('articles/bad-index', `"${String(url)}" is not an address of an index`, { url: String(url) })
    return new URL(url, from)
  }
  return {
    home,
    // Only what lies beside the index: a page talks to no host that its owner has not named.
    beside(file) {
      const at = home()
      const target = URL.canParse(file, at) ? new URL(file, at) : undefined
      if (target?.origin !== at.origin) throw new EarshotError('articles/bad-index', `${at.href} names "${file}", which is not beside it`, { file })
      return target
    },
    json: file => fetchJson(file, fetch),
  }
}
