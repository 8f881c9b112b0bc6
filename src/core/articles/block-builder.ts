import type { LinkOptions } from './article-links.ts'
import type { Block, DetailsBlock, Inline } from './document.ts'
import { inlineBuilder } from './inline-builder.ts'
import { attribute, htmlPieces } from './raw-html.ts'
import { textOf } from './text-of.ts'

/** Puts an article together out of blocks and of the raw HTML between them, which may begin something that ends further down. */
export interface BlockBuilder {
  add(...blocks: Block[]): void
  html(text: string): void
  finish(): Block[]
}

const deepest = 8

/** @param idOf gives a heading its id. */
export function blockBuilder(options: LinkOptions, idOf: (text: string) => string): BlockBuilder {
  const all: Block[] = []
  const open: DetailsBlock[] = []
  const here = () => open.at(-1)?.blocks ?? all
  const leave = () => {
    const details = open.pop()
    if (details) here().push(details)
  }

  const add = (...blocks: Block[]) => void here().push(...blocks)

  const html = (text: string) => {
    let line = inlineBuilder(options)
    let code: string | undefined
    let within = 'p'
    const end = (next = 'p') => {
      const inlines = trimmed(line.finish())
      const details = open.at(-1)
      line = inlineBuilder(options)
      if (within === 'summary' && details) details.summary = inlines
      else if (inlines.length) add(/^h\d/.test(within) ? { type: 'heading', level: Number(within[1]), id: idOf(textOf(inlines)), inlines } : paragraph(inlines))
      within = next
    }
    for (const each of htmlPieces(text)) {
      if ('text' in each) {
        if (code === undefined) line.add({ type: 'text', text: each.text.replace(/\s+/g, ' ') })
        else code += each.text
      } else if ('open' in each) {
        const { open: tag, attributes } = each
        if (/^(?:h[1-6]|summary)$/.test(tag)) end(tag)
        else if (tag === 'details' && open.length < deepest) {
          end()
          open.push({ type: 'details', ...(attribute(attributes, 'open') !== undefined && { open: true }), summary: [], blocks: [] })
        } else if (/^t[dh]$/.test(tag)) line.add({ type: 'text', text: ' ' })
        else if (!inlineTags.test(tag)) end()
        else line.open(tag, attributes)
        if (tag === 'pre') code = ''
        if (tag === 'hr') add({ type: 'rule' })
      } else {
        const { close: tag } = each
        if (tag === 'pre' && code !== undefined) {
          add({ type: 'code', text: code.replace(/^\n|\n$/g, '') })
          code = undefined
        } else if (inlineTags.test(tag)) line.close(tag)
        else if (!/^t[dh]$/.test(tag)) end()
        if (tag === 'details') leave()
      }
    }
    if (code) add({ type: 'code', text: code })
    end()
  }

  return {
    add, html,
    finish() {
      // Where the end is missing, the article's is meant.
      while (open.length) leave()
      return all
    },
  }
}

const inlineTags = /^(?:a|abbr|b|bdi|bdo|br|cite|code|data|del|dfn|em|font|i|img|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)$/

/** A picture alone in its paragraph stands by itself. */
export function paragraph(inlines: Inline[]): Block {
  const [only] = inlines
  return inlines.length === 1 && only?.type === 'image' ? only : { type: 'paragraph', inlines }
}

/** Spaces between tags were for the author's eyes. */
function trimmed(inlines: readonly Inline[]): Inline[] {
  return inlines.flatMap((each, at): Inline[] => {
    if (each.type !== 'text') return [each]
    const before = at === 0 || inlines[at - 1]?.type === 'break'
    const after = at === inlines.length - 1 || inlines[at + 1]?.type === 'break'
    const text = each.text.replace(before ? /^\s+/ : /^$/, '').replace(after ? /\s+$/ : /^$/, '')
    return text ? [{ type: 'text', text }] : []
  })
}
