import type { Article } from '../core/articles/article.ts'
import { messageOf } from '../core/support/errors.ts'
import { isDraft } from './fields.ts'
import { addressOf, named, stem, type FoundArticle, type Place } from './found-article.ts'
import type { FrontMatter } from './front-matter.ts'
import { htmlBody } from './html-body.ts'
import { elementsIn, parseHtml, wordsIn, type HtmlElement } from './html-document.ts'
import { htmlHead, titleOf } from './html-head.ts'
import { mainOf } from './html-main.ts'
import { sameLanguage } from './locales.ts'
import { readFields } from './read-fields.ts'
import type { Warning } from './warning.ts'

// The reader shows longer ones without their looks.
const most = 500_000

/** The article in a page of HTML: its main part, and what its head says about it. Front matter above it has the last word. */
export function readHtml(matter: FrontMatter, place: Place, warn: (warning: Warning) => void): FoundArticle | undefined {
  const { file, path, root, site } = place
  let document: HtmlElement
  try {
    document = parseHtml(matter.body)
  } catch (error) {
    return void warn({ kind: 'unreadable', file, message: `cannot be read: ${messageOf(error)}` })
  }
  const head = htmlHead(document)
  if (head.redirects) return void warn({ kind: 'skipped', file, message: 'only leads to another page' })
  if (isDraft(head.data)) return void warn({ kind: 'draft', file, message: 'is a draft, or is not to be found ("noindex")' })
  const lineOf = (key: string) => matter.lineOf(key) ?? (head.lines.has(key) ? matter.lines + (head.lines.get(key) ?? 0) : undefined)
  const { locale = languageOf(head.lang, place), ...fields } = readFields({ data: { ...head.data, ...matter.data }, lineOf }, file, site, warn)

  const main = mainOf(document)
  const heading = firstHeading(main)
  const social = head.data['og:title']
  const title = fields.title || (heading && wordsIn(heading)) || (typeof social === 'string' && social) || outside(document) || titleOf(document)
  // The reader shows the title itself.
  const shown = heading && wordsIn(heading) === title ? without(main, heading) : main
  const { html, lines, cut } = htmlBody(shown, most)
  if (!html || (!wordsIn(shown) && !html.includes('<img'))) return void warn({ kind: 'empty', file, message: 'holds no text' })
  if (cut) warn({ kind: 'too-large', file, message: `is very long; what follows after ${most / 1000} kB was left out` })
  // A folder's page stands under the folder's name.
  const url = site && addressOf(file.replace(/(?:^|(?<=\/))index\.html?$/i, ''), site)
  const article: Article = { id: stem(path), body: html, format: 'html', ...(url && { url }), ...fields, title: title || named(path) }
  const above = matter.lines
  return { article, file, root, locale, lineOf: (_, href) => (lines.has(href) ? above + (lines.get(href) ?? 0) : undefined) }
}

/** The folder's language says more than a page's, which templates get wrong; `en-US` is not another language than `en`. */
function languageOf(lang: string | undefined, { locale, root, fallback }: Place): string {
  return root || !lang || sameLanguage(lang, fallback) ? locale : (readLocale(lang) ?? locale)
}

function readLocale(lang: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(lang.replace(/_/g, '-'))[0]
  } catch {
    return undefined
  }
}

function firstHeading(main: HtmlElement): HtmlElement | undefined {
  for (const each of elementsIn(main)) if (each.name === 'h1' && wordsIn(each)) return each
  return undefined
}

/** The first heading of the page, where its main part has none. */
function outside(document: HtmlElement): string {
  const headings = [...elementsIn(document)].filter(({ name }) => name === 'h1')
  const [only] = headings
  return headings.length === 1 && only ? wordsIn(only) : ''
}

function without(element: HtmlElement, unwanted: HtmlElement): HtmlElement {
  const rest = element.children.filter(child => child !== unwanted)
  return { ...element, children: rest.map(child => (typeof child === 'string' ? child : without(child, unwanted))) }
}
