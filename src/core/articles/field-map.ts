import { isRecord } from '../support/json.ts'
import type { Article } from './article.ts'
import { linkUrl } from './safe-url.ts'

/** Where in a service's own item each part of an article is: dotted paths (`attributes.title`, `authors.0.name`). */
export interface Fields {
  id: string
  title: string
  body: string
  summary: string
  url: string
  locale: string
  updatedAt: string
  topics: string
  /** The author's name. */
  author: string
  avatar: string
  community: string
}

/** An item that is written as Earshot writes articles needs no map. */
export const ownFields: Fields = {
  id: 'id', title: 'title', body: 'body', summary: 'summary', url: 'url', locale: 'locale', updatedAt: 'updatedAt', topics: 'topics',
  author: 'author.name', avatar: 'author.avatar', community: 'community',
}

/** What is at a path; nothing is inherited, so that no id can reach a prototype. */
export function valueAt(item: unknown, path: string): unknown {
  let at = item
  for (const step of path ? path.split('.') : []) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined
    at = (at as Record<string, unknown>)[step]
  }
  return at
}

/** The text at a path; a number counts, anything else is as if it were not there. */
export function textAt(item: unknown, path: string): string | undefined {
  const value = valueAt(item, path)
  return typeof value === 'string' ? value : typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined
}

export type Described = Pick<Article, 'url' | 'locale' | 'updatedAt' | 'topics' | 'author' | 'community' | 'summary'>

/** What an item says of an article besides its words; what is strange is left out. Relative addresses resolve against `base`. */
export function describedBy(item: unknown, fields: Fields, base?: string): Described {
  const summary = textAt(item, fields.summary)
  const url = webAddress(textAt(item, fields.url), base)
  const locale = textAt(item, fields.locale)
  const updatedAt = isoDate(valueAt(item, fields.updatedAt))
  const topics = textsIn(valueAt(item, fields.topics))
  const name = textAt(item, fields.author)
  const avatar = webAddress(textAt(item, fields.avatar), base)
  return {
    ...(summary && { summary }), ...(url && { url }), ...(locale && { locale }), ...(updatedAt && { updatedAt }), ...(topics.length > 0 && { topics }),
    ...(name && { author: { name, ...(avatar && { avatar }) } }), ...(valueAt(item, fields.community) === true && { community: true }),
  }
}

/** The article in an item, or undefined when it lacks a title or a body. Without a `format` a body that begins with a tag is HTML. */
export function articleFrom(item: unknown, id: string, fields: Fields, { format, base }: { format?: Article['format'] | undefined; base?: string | undefined } = {}): Article | undefined {
  const title = textAt(item, fields.title)?.trim()
  const body = textAt(item, fields.body)
  if (!title || body === undefined) return undefined
  return { id, title, body, format: format ?? (/^\s*<[a-z!]/i.test(body) ? 'html' : 'markdown'), ...describedBy(item, fields, base) }
}

/** An address that a link may have on the web, absolute where there is a base. */
export function webAddress(address: string | undefined, base?: string): string | undefined {
  if (!address) return undefined
  const href = String(linkUrl(address, base) ?? '')
  return /^(?!https?:)[a-z][a-z\d+.-]*:/i.test(href) ? undefined : href || undefined
}

/** ISO 8601 out of a date as a text or as seconds or milliseconds since 1970. */
export function isoDate(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  // Seconds reach 100 billion in the year 5138, milliseconds did in 1973.
  const date = new Date(typeof value === 'number' && Math.abs(value) < 1e11 ? value * 1000 : value)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}

/** Texts out of a list of them, of things with a name, or of one text. */
export function textsIn(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value.slice(0, 50) : [value]
  return list.flatMap(each => {
    const text = isRecord(each) ? each.name : each
    return typeof text === 'string' && text ? [text] : []
  })
}
