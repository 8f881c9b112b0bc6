import { elementsIn, wordsIn, type HtmlElement, type HtmlNode } from './html-document.ts'

// Said on every page, or not said at all.
const never = new Set((
  'script style noscript template iframe object embed applet svg math canvas audio video map link meta base title head ' +
  'button input select textarea datalist dialog nav footer').split(' '))
const aroundMain = new Set(['header', 'aside'])

/**
 * The part of a page that is the article: its `<main>` or only `<article>`, or else its body without what frames it
 * (headers, navigation, asides). Scripts, forms and what is hidden are gone from it, and so are the marks beside headings.
 */
export function mainOf(document: HtmlElement): HtmlElement {
  const all = [...elementsIn(document)]
  const articles = all.filter(({ name }) => name === 'article')
  const main = all.find(({ name, attributes }) => name === 'main' || attributes.get('role') === 'main')
  const body = all.find(({ name }) => name === 'body') ?? document
  // Inside its main part a page may still have a column beside the one article.
  const [only] = articles
  const article = articles.length === 1 && (!main || all.indexOf(only ?? body) > all.indexOf(main)) ? only : undefined
  const found = article ?? main
  return cleaned(found ?? body, found ? never : new Set([...never, ...aroundMain]))
}

function cleaned(element: HtmlElement, unwanted: ReadonlySet<string>): HtmlElement {
  const heading = /^h[1-6]$/.test(element.name)
  const children = element.children.flatMap((child): HtmlNode[] => {
    if (typeof child === 'string') return [child]
    if (unwanted.has(child.name) || isHidden(child) || (heading && isMark(child)) || isEmptyForm(child)) return []
    return [cleaned(child, unwanted)]
  })
  return { ...element, children }
}

const isHidden = ({ attributes }: HtmlElement) =>
  (attributes.has('hidden') && attributes.get('hidden') !== 'until-found') || attributes.get('aria-hidden') === 'true' ||
  /^(?:navigation|search|banner|contentinfo)$/.test(attributes.get('role') ?? '')

/** `¶` and its like, by which the heading's address is copied. */
const isMark = (element: HtmlElement) =>
  element.name === 'a' && /^#/.test(element.attributes.get('href') ?? '') && !/[\p{L}\p{N}]/u.test(wordsIn(element))

/** Some systems put a form around the whole page; one without a heading is a search or a newsletter. */
const isEmptyForm = (element: HtmlElement) =>
  element.name === 'form' && ![...elementsIn(element)].some(({ name }) => /^h[1-6]$/.test(name))
