import { isRecord } from '../../support/json.ts'
import { askJson, badAnswer, unlessMissing } from '../ask-json.ts'
import { closestLocale } from '../../support/closest-locale.ts'
import { articleFrom, describedBy, ownFields, textAt } from '../field-map.ts'
import { remoteSource, type RemoteOptions } from '../remote-source.ts'
import { htmlSnippet } from '../snippet.ts'
import type { Source } from '../source.ts'

export interface ZendeskOptions extends RemoteOptions {
  /** Of the help centre: `https://yours.zendesk.com`, or an address of your own that passes `/api/v2/help_center/` on to it. */
  url: string
  /** The language, or the languages, it is written in, as Zendesk names them (`en-us`). Default: Zendesk's choice. */
  locale?: string | readonly string[]
}

const fields = { ...ownFields, url: 'html_url', updatedAt: 'updated_at', topics: 'label_names', summary: '' }

/**
 * A Zendesk help centre, as far as everybody may read it: `GET /api/v2/help_center/articles/search.json` and
 * `GET /api/v2/help_center/{locale}/articles/{id}.json`, as documented at developer.zendesk.com/api-reference/help_center/help-center-api/search.
 * Zendesk says there that it does not answer pages of other sites without a sign-in: let your own server pass the questions on.
 */
export function zendesk({ url, locale, name = 'zendesk', fetch }: ZendeskOptions): Source {
  const written = [locale ?? []].flat()
  const root = new URL('api/v2/help_center/', url.replace(/\/*$/, '/'))
  const localeFor = (wanted: string) => (closestLocale(written, wanted) ?? written[0])?.toLowerCase()

  return remoteSource(name, {
    async find(query, { locale: wanted, limit, signal }) {
      const at = new URL('articles/search.json', root)
      const chosen = localeFor(wanted)
      at.search = String(new URLSearchParams({ query, per_page: String(limit), ...(chosen && { locale: chosen }) }))
      const answer = await askJson(at, { source: name, fetch, signal })
      if (!isRecord(answer) || !Array.isArray(answer.results)) throw badAnswer(name, at.host, 'no list of results')
      return answer.results.map((item: unknown) => {
        const [id, title] = [textAt(item, 'id'), textAt(item, 'title')?.trim()]
        if (!id || !title || !isRecord(item) || item.draft === true) return undefined
        const { updatedAt: _, summary: __, ...described } = describedBy(item, fields, at.href)
        return { id, title, excerpt: htmlSnippet(textAt(item, 'snippet') || (textAt(item, 'body') ?? ''), 'em'), ...described }
      })
    },

    async load(id, { locale: wanted, signal }) {
      if (!/^\d+$/.test(id)) return undefined
      const chosen = localeFor(wanted)
      const fetched = async (path: string) => unlessMissing(askJson(new URL(path, root), { source: name, fetch, signal }))
      // Not every article is translated; then the one in the language it was written in is better than none.
      const answer = (chosen && await fetched(`${chosen}/articles/${id}.json`)) ?? await fetched(`articles/${id}.json`)
      if (answer === undefined) return undefined
      const article = isRecord(answer) && articleFrom(answer.article, id, fields, { format: 'html', base: root.href })
      if (!article) throw badAnswer(name, root.host, 'an article without a title or a body')
      return article
    },
  })
}
