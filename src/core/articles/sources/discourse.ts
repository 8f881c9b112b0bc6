import { isRecord } from '../../support/json.ts'
import type { Article } from '../article.ts'
import { askJson, badAnswer, unlessMissing } from '../ask-json.ts'
import { escapeHtml } from '../../support/escape-html.ts'
import { excerpt } from '../excerpt.ts'
import { isoDate, textAt, textsIn, valueAt, webAddress } from '../field-map.ts'
import { wordsInHtml } from '../raw-html.ts'
import { remoteSource, type RemoteOptions } from '../remote-source.ts'
import type { Source } from '../source.ts'
import { tokenize } from '../terms.ts'

export interface DiscourseOptions extends RemoteOptions {
  url: string
  /** Slug of the one category to look in; `parent:child` for one inside another. */
  category?: string
}

// Without an accepted answer, the question and what was said first.
const firstPosts = 4
const face = '96'

/**
 * Answers of a Discourse community, as far as everybody may read them: `GET /search.json` and `GET /t/{id}.json`, as documented at
 * docs.discourse.org; accepted answers as the plugin "Solved" writes them. The forum must allow the page's origin (`cors_origins`).
 */
export function discourse({ url, category, name = 'discourse', fetch }: DiscourseOptions): Source {
  const root = url.replace(/\/*$/, '/')
  const ask = (path: string, signal: AbortSignal) => askJson(new URL(path, root), { source: name, fetch, signal })
  const { host } = new URL(root)
  const authorOf = (post: unknown): Article['author'] => {
    const called = textAt(post, 'name')?.trim() || textAt(post, 'username')
    const avatar = webAddress(textAt(post, 'avatar_template')?.replace('{size}', face), root)
    return called ? { name: called, ...(avatar && { avatar }) } : undefined
  }

  return remoteSource(name, {
    async find(query, { signal }) {
      const q = category ? `${query} #${category}` : query
      // It calls a question too short with a 400.
      const answer = await unlessMissing(ask(`search.json?${String(new URLSearchParams({ q }))}`, signal), [400])
      if (answer === undefined) return []
      if (!isRecord(answer)) throw badAnswer(name, host, 'no list of posts')
      // Where nothing was found, newer ones leave the lists out.
      const topics = new Map((Array.isArray(answer.topics) ? answer.topics : []).map((topic: unknown) => [textAt(topic, 'id'), topic]))
      const words = tokenize(query)
      return (Array.isArray(answer.posts) ? answer.posts : []).map((post: unknown) => {
        const id = textAt(post, 'topic_id')
        const topic = topics.get(id)
        const title = textAt(topic, 'title')?.trim()
        if (!id || !title) return undefined
        const author = authorOf(post)
        const tags = textsIn(valueAt(topic, 'tags'))
        return {
          id, title, community: true, url: linkTo(topic, id),
          excerpt: excerpt(wordsInHtml(textAt(post, 'blurb') ?? ''), words),
          ...(author && { author }), ...(tags.length > 0 && { topics: tags }),
        }
      })
    },

    async load(id, { signal }) {
      if (!/^\d+$/.test(id)) return undefined
      const topic = await unlessMissing(ask(`t/${id}.json`, signal), [403, 404, 410])
      if (topic === undefined) return undefined
      const title = textAt(topic, 'title')?.trim()
      const posts = postsOf(topic)
      const accepted = await acceptedIn(topic, posts, number => ask(`t/${id}/${number}.json`, signal))
      const shown = accepted ? [accepted] : posts.slice(0, firstPosts)
      if (!title || !shown[0]) throw badAnswer(name, host, 'a topic without a title or posts')
      const author = authorOf(shown[0])
      const updatedAt = isoDate(valueAt(shown[0], 'updated_at'))
      const tags = textsIn(valueAt(topic, 'tags'))
      return {
        id, title, format: 'html', community: true, url: linkTo(topic, id),
        body: shown.map((post, index) => (index ? `<hr><p><strong>${escapeHtml(authorOf(post)?.name ?? '')}</strong></p>` : '') + textAt(post, 'cooked')).join('\n'),
        ...(author && { author }), ...(updatedAt && { updatedAt }), ...(tags.length > 0 && { topics: tags }),
      }
    },
  })

  function linkTo(topic: unknown, id: string): string {
    const slug = textAt(topic, 'slug')
    return new URL(slug ? `t/${encodeURIComponent(slug)}/${id}` : `t/${id}`, root).href
  }
}

const postsOf = (topic: unknown): unknown[] => {
  const posts = valueAt(topic, 'post_stream.posts')
  return Array.isArray(posts) ? posts.filter(post => textAt(post, 'cooked') !== undefined) : []
}

/** The post that was accepted as the answer; it may be too far down to be among those the topic comes with. */
async function acceptedIn(topic: unknown, posts: readonly unknown[], around: (number: string) => Promise<unknown>): Promise<unknown> {
  const flagged = posts.find(post => valueAt(post, 'accepted_answer') === true)
  if (flagged) return flagged
  const number = textAt(topic, 'accepted_answers.0.post_number') ?? textAt(topic, 'accepted_answer.post_number')
  if (!number || !/^\d+$/.test(number)) return undefined
  const isIt = (post: unknown) => textAt(post, 'post_number') === number
  return posts.find(isIt) ?? postsOf(await unlessMissing(around(number))).find(isIt)
}
