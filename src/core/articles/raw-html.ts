import { decodeEntities } from './entities.ts'

const unreadable = 'script|style|svg|math|template|iframe|object|noscript|textarea|select|title|head'
// Between these nothing is said: "<b>W</b>ord" is one word.
const inWords = 'a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|tt|u|var|wbr'

/** The words in raw HTML; its tags, comments, and everything that is not meant to be read are dropped. */
export function wordsInHtml(html: string): string {
  const visible = readable(html)
    .replace(new RegExp(`</?(?:${inWords})(?=[\\s/>])[^<>]*>`, 'gi'), '')
    .replace(/<\/?[a-z!?][^<>]*(?:>|$)/gi, ' ')
  return decodeEntities(visible).replace(/\s+/g, ' ').trim()
}

/** Without comments and without what is not meant to be read. */
function readable(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(new RegExp(`<(${unreadable})(?=[\\s/>])[\\s\\S]*?(?:</\\1\\s*>|$)`, 'gi'), ' ')
}

/** What raw HTML is made of, in order. Names of tags are in lower case; a text's entities are decoded. */
export type HtmlPiece = { text: string } | { open: string; attributes: string } | { close: string }

const piece = /<(\/?)([a-z][a-z\d-]*)(?=[\s/>])((?:"[^"]*"|'[^']*'|[^"'<>])*)>|<[a-z/!?][^<>]*(?:>|$)|[^<]+|</gi

/** Takes raw HTML apart. What is not meant to be read is not among the pieces, nor is anything that is no whole tag. */
export function htmlPieces(html: string): HtmlPiece[] {
  return [...readable(html).matchAll(piece)].flatMap(([whole, slash, name, attributes = '']): HtmlPiece[] => {
    if (name) return slash ? [{ close: name.toLowerCase() }] : [{ open: name.toLowerCase(), attributes }]
    return /^<./.test(whole) ? [] : [{ text: decodeEntities(whole) }]
  })
}

/** What a tag's attribute says, or undefined when it has none of that name. One without a value says nothing: ''. */
export function attribute(attributes: string, name: string): string | undefined {
  for (const [, key = '', value] of attributes.matchAll(/([^\s"'=/<>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>]+))?/g)) {
    if (key.toLowerCase() === name) return decodeEntities(value?.replace(/^(["'])([^]*)\1$/, '$2') ?? '').trim()
  }
  return undefined
}

/** Whether a tag begins, or ends, something that is not meant to be read. */
export const hides = (tag: string) => /^<(?:script|style)(?=[\s/>])/i.test(tag)
export const endsHiding = (tag: string) => /^<\/(?:script|style)\s*>/i.test(tag)
