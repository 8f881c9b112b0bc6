import { EarshotError } from '../../support/errors.ts'
import type { Article } from '../article.ts'
import { askText, badAnswer, unlessMissing } from '../ask-json.ts'
import { escapeHtml } from '../../support/escape-html.ts'
import { textAt, valueAt } from '../field-map.ts'
import { mainOf } from '../main-of.ts'
import { onceEach } from '../once-each.ts'
import { until } from '../../support/until.ts'
import { remoteSource, type RemoteOptions } from '../remote-source.ts'
import { htmlSnippet } from '../snippet.ts'
import type { Source } from '../source.ts'

export interface PagefindOptions extends RemoteOptions {
  /** The folder Pagefind wrote, or the `pagefind.js` in it. Default: `/pagefind/`. */
  url?: string
  /** What a relative `url` resolves against. Default: the page's own address. */
  base?: string
}

interface Engine { search(query: string): Promise<unknown> }
interface Bundle extends Engine { createInstance?(options: { excerptLength: number }): Engine }

// So many articles are kept with their words, for when their page itself cannot be had.
const kept = 100

/**
 * What Pagefind indexed (pagefind.app/docs/api), from 1.0 on. Its engine is fetched from the site that has the index, with the first question;
 * it is WebAssembly, so a Content Security Policy needs `script-src 'wasm-unsafe-eval'` and the site's origin, and `worker-src` for
 * the worker it searches in. It searches the language of the page's `<html lang>`. An article is its page, without what stands around it.
 */
export function pagefind({ url = '/pagefind/', base, name = 'pagefind', fetch }: PagefindOptions = {}): Source {
  const bundle = () => {
    const from = base ?? globalThis.location?.href
    const file = /\.js$/.test(url) ? url : url.replace(/\/*$/, '/pagefind.js')
    if (!URL.canParse(file, from)) throw new EarshotError('articles/bad-source', `"${url}" is not an address of Pagefind`, { source: name })
    return new URL(file, from)
  }
  const engine = onceEach(async (): Promise<Engine> => {
    const { href, host } = bundle()
    const loaded = await import(/* webpackIgnore: true */ /* @vite-ignore */ href).catch(() => {
      throw new EarshotError('articles/unreachable', `${name} at ${host} could not be loaded`, { source: name, host })
    }) as Bundle
    // One of our own where there is one: the site's own search keeps its settings.
    return loaded.createInstance?.({ excerptLength: 30 }) ?? loaded
  })
  const seen = new Map<string, unknown>()

  return remoteSource(name, {
    async find(query, { limit, signal }) {
      const at = bundle()
      const answer = await until(signal, engine('').then(room => room.search(query)).catch((error: unknown) => {
        if (error instanceof EarshotError) throw error
        throw new EarshotError('articles/unreachable', `${name} at ${at.host} could not search; does the policy of the page allow WebAssembly?`, { source: name, host: at.host })
      }))
      const list = valueAt(answer, 'results')
      if (!Array.isArray(list)) throw badAnswer(name, at.host, 'no list of results')
      const pages = await until(signal, Promise.all(list.slice(0, limit).map(async (each: { score?: unknown; data?: () => Promise<unknown> }) => {
        try {
          return { score: each.score, data: await each.data?.() }
        } catch {
          return undefined
        }
      })))
      return pages.map(page => {
        const data = page?.data
        const [id, title] = [idOf(data), textAt(data, 'meta.title')?.trim()]
        if (!id || !title) return undefined
        seen.delete(id)
        seen.set(id, data)
        for (const oldest of seen.keys()) if (seen.size > kept) seen.delete(oldest)
        return {
          id, title, excerpt: htmlSnippet(textAt(data, 'excerpt') ?? '', 'mark'), url: new URL(id, at).href,
          ...(typeof page?.score === 'number' && { score: page.score }),
        }
      })
    },

    async load(id, { signal }): Promise<Article | undefined> {
      const at = bundle()
      // Only pages of the site that has the index; a page talks to no host that its owner has not named.
      const page = /^(\/|https?:)/.test(id) && URL.canParse(id, at) ? new URL(id, at) : undefined
      if (page?.origin !== at.origin) return undefined
      const data = seen.get(id)
      const html = await unlessMissing(askText(page, { source: name, fetch, signal, accept: 'text/html' })).catch((error: unknown) => {
        if (data === undefined) throw error
      })
      const { title, body, lang } = mainOf(html ?? '')
      const called = textAt(data, 'meta.title')?.trim() || title
      const words = body || `<p>${escapeHtml(textAt(data, 'content') ?? '')}</p>`
      if (!called || (!html && data === undefined)) return undefined
      return { id, title: called, body: words, format: 'html', url: page.href, ...(lang && { locale: lang }) }
    },
  })
}

const idOf = (data: unknown) => textAt(data, 'url')
