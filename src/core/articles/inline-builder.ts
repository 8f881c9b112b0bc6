import { linkTarget, type LinkOptions } from './article-links.ts'
import type { Inline, Wrapping } from './document.ts'
import { sizeIn, type PictureSize } from './picture-size.ts'
import { attribute } from './raw-html.ts'
import { pictureUrl } from './safe-url.ts'

/** Puts a line together out of inlines and of the tags between them. */
export interface InlineBuilder {
  add(...inlines: Inline[]): void
  /** A tag that means nothing here is dropped, and what it stands around is kept. */
  open(tag: string, attributes: string): void
  close(tag: string): void
  /** The line. A tag that was never closed was only mentioned, and is dropped. */
  finish(): Inline[]
}

const wrappings: Record<string, Wrapping> = {
  b: 'strong', strong: 'strong', i: 'em', em: 'em', s: 'del', strike: 'del', del: 'del', kbd: 'kbd', sup: 'sup', sub: 'sub',
}

// Deeper than anybody writes; what comes from elsewhere must not take the reader's stack.
const deepest = 16

interface Frame { tag: string; content: Inline[]; wrap(content: Inline[]): Inline[] }

const bare = (content: Inline[]) => content

export function inlineBuilder(options: LinkOptions): InlineBuilder {
  const line: Frame = { tag: '', content: [], wrap: bare }
  const open: Frame[] = [line]
  const last = () => open.at(-1) ?? line

  const add = (...inlines: Inline[]) => {
    const { content } = last()
    for (const inline of inlines) {
      const before = content.at(-1)
      // Neighbouring texts, which escapes and dropped tags leave behind, become one.
      if (before?.type === 'text' && inline.type === 'text') content[content.length - 1] = { type: 'text', text: before.text + inline.text }
      else content.push(inline)
    }
  }

  const leave = (mentioned: boolean) => {
    const frame = open.pop() ?? line
    add(...(mentioned ? frame.content : frame.wrap(frame.content)))
  }

  const frameOf = (tag: string, attributes: string): Frame['wrap'] | undefined => {
    const type = Object.hasOwn(wrappings, tag) && wrappings[tag]
    if (type) return inlines => (inlines.length ? [{ type, inlines }] : [])
    if (tag === 'code') return inlines => [{ type: 'code', text: inlines.map(each => ('text' in each ? each.text : '')).join('') }]
    const href = tag === 'a' && attribute(attributes, 'href')
    const target = href ? linkTarget(href, options) : undefined
    const title = attribute(attributes, 'title')
    return target && (content => [{ type: 'link', ...target, ...(title && { title }), inlines: withoutLinks(content) }])
  }

  return {
    add,
    open(tag, attributes) {
      if (tag === 'br') return add({ type: 'break' })
      if (tag === 'img') return add(...picture(attributes, options.base))
      const wrap = open.length <= deepest ? frameOf(tag, attributes) : undefined
      if (wrap) open.push({ tag, content: [], wrap })
    },
    close(tag) {
      const at = open.findLastIndex(frame => frame.tag === tag)
      if (at < 1) return
      while (open.length > at + 1) leave(true)
      leave(false)
    },
    finish() {
      while (open.length > 1) leave(true)
      return line.content
    },
  }
}

/** A link in a link would be a trap for the keyboard: the outer one stays. */
export const withoutLinks = (inlines: readonly Inline[]): Inline[] => inlines.flatMap(each =>
  each.type === 'link' ? withoutLinks(each.inlines) : 'inlines' in each ? [{ ...each, inlines: withoutLinks(each.inlines) }] : [each])

function picture(attributes: string, base: string | undefined): Inline[] {
  const alt = attribute(attributes, 'alt') ?? ''
  const src = pictureUrl(attribute(attributes, 'src') ?? '', base)
  const title = attribute(attributes, 'title')
  if (!src) return alt ? [{ type: 'text', text: alt }] : []
  return [{ type: 'image', src, alt, ...(title && { title }), ...size(attributes, src) }]
}

function size(attributes: string, src: string): PictureSize {
  const pixels = (name: string) => Number(/^(\d{1,4})(?:px)?$/.exec(attribute(attributes, name) ?? '')?.[1])
  const [width, height] = [pixels('width'), pixels('height')]
  return width > 0 || height > 0 ? { ...(width > 0 && { width }), ...(height > 0 && { height }) } : sizeIn(src)
}
