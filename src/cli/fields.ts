import { isRecord } from '../core/support/json.ts'

/** One field of an article, and how the settings above a text say it. */
export interface Field {
  name: string
  /** The first of these that is there; names after the first are what other systems call it. */
  from: string[]
  /** What a wrong one is told. */
  expected: string
  /** The value as an article has it; undefined when it is of the wrong kind. */
  read(value: unknown, site: string | undefined): unknown
}

/** YAML reads `title: 404` as a number. */
const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value).trim() || undefined : undefined)

function list(value: unknown): string[] | undefined {
  const parts: unknown[] | undefined = Array.isArray(value) ? value : text(value)?.split(/\s*,\s*/)
  const texts = parts?.map(text)
  return texts?.every(each => each !== undefined) ? [...new Set(texts)] : undefined
}

function truth(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  const word = text(value)?.toLowerCase()
  return word && /^(?:true|yes|on)$/.test(word) ? true : word && /^(?:false|no|off)$/.test(word) ? false : undefined
}

function date(value: unknown): string | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString()
  const written = text(value)
  if (!written || !/\d{4}/.test(written) || Number.isNaN(Date.parse(written))) return undefined
  return /^\d{4}(?:-\d\d){0,2}(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?$/.test(written) ? written : new Date(written).toISOString()
}

function address(value: unknown, site: string | undefined): string | undefined {
  const written = text(value)
  const url = written && URL.canParse(written, site) ? new URL(written, site) : undefined
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined
}

function locale(value: unknown): string | undefined {
  try {
    return new Intl.Locale(text(value)?.replace(/_/g, '-') ?? '').toString()
  } catch {
    return undefined
  }
}

function author(value: unknown): { name: string; avatar?: string } | undefined {
  if (isRecord(value)) {
    const [name, avatar] = [text(value.name), text(value.avatar)]
    return name && (value.avatar === undefined || avatar) ? { name, ...(avatar && { avatar }) } : undefined
  }
  const names = Array.isArray(value) ? value.map(each => author(each)?.name) : [text(value)]
  return names.length && names.every(Boolean) ? { name: names.join(', ') } : undefined
}

function boost(value: unknown): number | undefined {
  const number = Number(text(value) ?? NaN)
  return number > 0 && number < Infinity ? number : undefined
}

const texts = 'a list of texts, or one text with commas'

export const fields: Field[] = [
  { name: 'id', from: ['id', 'slug'], expected: 'a text', read: value => text(value)?.normalize('NFC').replace(/^\/+|\/+$/g, '') || undefined },
  { name: 'title', from: ['title'], expected: 'a text', read: text },
  { name: 'summary', from: ['summary', 'description', 'excerpt'], expected: 'a text', read: text },
  { name: 'url', from: ['url', 'canonical'], expected: 'an address such as "https://example.com/returns" (a shorter one needs --base-url)', read: address },
  { name: 'locale', from: ['locale', 'lang', 'language'], expected: 'a language such as "en" or "pt-BR"', read: locale },
  { name: 'topics', from: ['topics', 'tags', 'categories', 'category'], expected: texts, read: list },
  { name: 'pages', from: ['pages'], expected: texts, read: list },
  { name: 'signals', from: ['signals'], expected: texts, read: list },
  // In some systems the aliases are old addresses, which nobody types into a search box.
  { name: 'aliases', from: ['aliases', 'keywords'], expected: texts, read: value => list(value)?.filter(each => !/^(?:\/|https?:)/.test(each)) },
  { name: 'boost', from: ['boost'], expected: 'a number above 0', read: boost },
  { name: 'updatedAt', from: ['updatedAt', 'updated', 'lastmod', 'date'], expected: 'a date such as 2026-11-05', read: date },
  { name: 'author', from: ['author', 'authors'], expected: 'a name, or { name, avatar }', read: author },
  { name: 'community', from: ['community'], expected: 'true or false', read: truth },
  { name: 'related', from: ['related'], expected: texts, read: list },
]

/** Whether the settings say that nobody is to see it yet. */
export const isDraft = (data: Record<string, unknown>) => truth(data.draft) === true || truth(data.published) === false
