import { elementsIn, wordsIn, type HtmlElement } from './html-document.ts'

/** What a page says about itself, under the names that front matter has, and the lines where it does. */
export interface HtmlHead {
  data: Record<string, unknown>
  lines: ReadonlyMap<string, number>
  lang?: string
  /** The page only leads to another one. */
  redirects: boolean
}

// The name of the tag, and the field it stands for. The first that is there wins.
const metas: [name: string, field: string][] = [
  ['og:title', 'og:title'], ['description', 'description'], ['og:description', 'description'], ['keywords', 'keywords'], ['author', 'author'],
  ['article:modified_time', 'updated'], ['last-modified', 'updated'], ['dcterms.modified', 'updated'], ['date', 'date'],
]

/** Reads `<html lang>`, the tags in a page's head, and tags of our own: `<meta name="earshot:pages" content="/order, /cart">`. */
export function htmlHead(document: HtmlElement): HtmlHead {
  const found = new Map<string, { content: string; line: number }>()
  let lang: string | undefined
  let redirects = false
  for (const { name, attributes, line } of elementsIn(document)) {
    const value = (key: string) => attributes.get(key)?.trim() ?? ''
    if (name === 'html') lang = value('lang') || value('xml:lang') || undefined
    else if (name === 'link' && value('rel').toLowerCase() === 'canonical') add('canonical', value('href'), line)
    else if (name === 'meta') {
      redirects ||= value('http-equiv').toLowerCase() === 'refresh' && /url\s*=/i.test(value('content'))
      add((value('name') || value('property')).toLowerCase(), value('content'), line)
      if (value('name').toLowerCase() === 'robots' && /\bnoindex\b/i.test(value('content'))) add('earshot:draft', 'true', line)
    }
  }
  function add(name: string, content: string, line: number) {
    if (name && content && !found.has(name)) found.set(name, { content, line })
  }

  const data: Record<string, unknown> = {}
  const lines = new Map<string, number>()
  const set = (field: string, from: { content: string; line: number } | undefined) => {
    if (!from || Object.hasOwn(data, field)) return
    Object.defineProperty(data, field, { value: from.content, enumerable: true, configurable: true, writable: true })
    lines.set(field, from.line)
  }
  // Ours are written in lower case too, as HTML has it.
  const own = new Map(['id', 'title', 'summary', 'url', 'locale', 'topics', 'pages', 'signals', 'aliases', 'boost', 'updatedAt', 'author', 'community', 'related', 'draft']
    .map(field => [`earshot:${field.toLowerCase()}`, field]))
  for (const [name, field] of own) set(field, found.get(name))
  for (const [name, field] of metas) set(field, found.get(name))
  set('canonical', found.get('canonical'))
  return { data, lines, redirects, ...(lang && { lang }) }
}

/** What the page's `<title>` says, without the site's name after it. */
export function titleOf(document: HtmlElement): string {
  for (const each of elementsIn(document)) {
    if (each.name === 'title') return wordsIn(each).replace(/\s+[|·•–—»:-]\s+[^|·•–—»]*$/, '').trim()
  }
  return ''
}
