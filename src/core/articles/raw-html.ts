import { decodeEntities } from './entities.ts'

const unreadable = 'script|style|svg|math|template|iframe|object|noscript|textarea|select|title|head'

/** The words in a block of raw HTML; its tags, comments, and everything that is not meant to be read are dropped. */
export function wordsInHtml(html: string): string {
  const visible = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(new RegExp(`<(${unreadable})(?=[\\s/>])[\\s\\S]*?(?:</\\1\\s*>|$)`, 'gi'), ' ')
    .replace(/<\/?[a-z!?][^<>]*(?:>|$)/gi, ' ')
  return decodeEntities(visible).replace(/\s+/g, ' ').trim()
}

/** Whether a tag begins, or ends, something that is not meant to be read. */
export const hides = (tag: string) => /^<(?:script|style)(?=[\s/>])/i.test(tag)
export const endsHiding = (tag: string) => /^<\/(?:script|style)\s*>/i.test(tag)
