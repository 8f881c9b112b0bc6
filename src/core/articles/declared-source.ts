import type { Problem } from '../support/errors.ts'
import { isRecord } from '../support/json.ts'
import { nearest } from '../support/nearest.ts'
import type { Fetch } from './fetch-text.ts'
import { lazySource } from './lazy-source.ts'
import type { Source } from './source.ts'

export interface Surroundings {
  onProblem: (problem: Problem) => void
  base?: string
  fetch?: Fetch
  synonyms?: readonly (readonly string[])[]
  /** The articles that stand in the page; undefined where there is no page, or none in it. */
  page?: (selector?: string) => Source | undefined
}

type Kind = 'an address' | 'a text' | 'a text or a list of texts' | 'a list of texts' | 'an object with texts' | 'an object' | '"markdown" or "html"'

interface Declaration {
  needs: Record<string, Kind>
  takes: Record<string, Kind>
  load(): Promise<(options: never) => Source>
}

const isText = (value: unknown) => typeof value === 'string' && value.trim() !== ''
const areTexts = (value: unknown) => Array.isArray(value) && value.every(isText)
const fits: Record<Kind, (value: unknown) => boolean> = {
  'an address': isText,
  'a text': isText,
  'a text or a list of texts': value => isText(value) || areTexts(value),
  'a list of texts': areTexts,
  'an object with texts': value => isRecord(value) && Object.values(value).every(each => typeof each === 'string'),
  'an object': isRecord,
  '"markdown" or "html"': value => value === 'markdown' || value === 'html',
}

const mapped = { fields: 'an object with texts', format: '"markdown" or "html"' } as const
const headers = { headers: 'an object with texts' } as const

/** What can be named in settings that are data, and what each needs and takes. Each is fetched when it is named. */
const declarations: Record<string, Declaration> = {
  index: {
    needs: { url: 'an address' }, takes: {},
    load: async () => {
      const { builtIndex } = await import('./sources/built-index.ts')
      return ({ url, ...options }: { url: string }) => builtIndex(url, options)
    },
  },
  algolia: {
    needs: { appId: 'a text', apiKey: 'a text', index: 'a text' }, takes: { ...mapped, filter: 'a text', url: 'an address' },
    load: async () => (await import('./sources/algolia.ts')).algolia,
  },
  meilisearch: {
    needs: { url: 'an address', index: 'a text' }, takes: { ...mapped, apiKey: 'a text', filter: 'a text' },
    load: async () => (await import('./sources/meilisearch.ts')).meilisearch,
  },
  typesense: {
    needs: { url: 'an address', apiKey: 'a text', collection: 'a text' }, takes: { ...mapped, queryBy: 'a text', filter: 'a text' },
    load: async () => (await import('./sources/typesense.ts')).typesense,
  },
  opensearch: {
    needs: { url: 'an address', index: 'a text' }, takes: { ...mapped, ...headers, filter: 'an object' },
    load: async () => (await import('./sources/opensearch.ts')).opensearch,
  },
  zendesk: {
    needs: { url: 'an address' }, takes: { locale: 'a text or a list of texts' },
    load: async () => (await import('./sources/zendesk.ts')).zendesk,
  },
  wordpress: {
    needs: { url: 'an address' }, takes: { types: 'a list of texts', languages: 'a list of texts' },
    load: async () => (await import('./sources/wordpress.ts')).wordpress,
  },
  discourse: {
    needs: { url: 'an address' }, takes: { category: 'a text' },
    load: async () => (await import('./sources/discourse.ts')).discourse,
  },
  pagefind: {
    needs: {}, takes: { url: 'an address' },
    load: async () => (await import('./sources/pagefind.ts')).pagefind,
  },
  json: {
    needs: { search: 'a text' }, takes: { ...mapped, ...headers, read: 'a text', suggest: 'a text', items: 'a text', item: 'a text' },
    load: async () => (await import('./sources/json.ts')).json,
  },
  page: { needs: {}, takes: { selector: 'a text' }, load: () => Promise.reject(new Error('It comes through the page')) },
}

/** Every source that can be named. */
export const sourceNames: readonly string[] = Object.keys(declarations)

/**
 * The source that `{ source: 'zendesk', url: '…' }` speaks of; undefined, and a problem told, when nothing can be made of it.
 * Its code is fetched with the first question.
 */
export function declaredSource({ source: kind, name = kind, ...given }: { source: string; [option: string]: unknown }, path: string, around: Surroundings): Source | undefined {
  const { onProblem, base, fetch, synonyms, page } = around
  const declaration = Object.hasOwn(declarations, kind) ? declarations[kind] : undefined
  if (!declaration) {
    const known = nearest(kind, sourceNames)
    const message = `There is no source called "${kind.slice(0, 60)}"; ${known ? `did you mean "${known}"?` : `there are ${sourceNames.join(', ')}`}`
    return void onProblem({ code: 'articles/unknown-source', message, path: `${path}/source` })
  }
  const wrong = (option: string, expected: string) =>
    onProblem({ code: 'articles/bad-source', message: `The source "${kind}" ${expected}`, path: `${path}/${option}` })
  const { needs, takes, load } = declaration
  const usable: Record<string, unknown> = {}
  let complete = true
  if (!isText(name)) wrong('name', 'has a name that is no text; it is called by its kind')
  for (const [option, as] of Object.entries({ ...needs, ...takes })) {
    const value = Object.hasOwn(given, option) ? given[option] : undefined
    if (value !== undefined && fits[as](value) && (as !== 'an address' || URL.canParse(value as string, base ?? globalThis.location?.href))) {
      usable[option] = as === 'an address' ? new URL(value as string, base ?? globalThis.location?.href).href : value
    } else if (Object.hasOwn(needs, option)) {
      // What came is not repeated: it may be a key.
      wrong(option, `needs "${option}", ${as}; it is left out`)
      complete = false
    } else if (value !== undefined) wrong(option, `takes ${as} as "${option}"; that is left out`)
  }
  for (const option of Object.keys(given)) {
    if (Object.hasOwn(needs, option) || Object.hasOwn(takes, option)) continue
    const known = nearest(option, Object.keys({ ...needs, ...takes }))
    wrong(option, `takes no "${option.slice(0, 60)}"${known ? `; did you mean "${known}"?` : ''}`)
  }
  if (!complete) return undefined
  if (kind === 'page') {
    const inPage = page?.(usable.selector as string | undefined)
    if (!inPage) wrong('selector', 'found no article in the page; it is left out')
    return inPage
  }
  const called = isText(name) ? String(name) : kind
  return lazySource(called, async () => (await load())({ ...usable, name: called, ...(base && { base }), ...(fetch && { fetch }), ...(synonyms && { synonyms }) } as never))
}
