import type { Block, Inline } from './document.ts'

/** The words of a piece of text, without their looks. */
export function textOf(inlines: readonly Inline[]): string {
  return inlines.map(inline => {
    switch (inline.type) {
      case 'text':
      case 'code':
        return inline.text
      case 'image':
        return inline.alt
      case 'break':
        return ' '
      default:
        return textOf(inline.inlines)
    }
  }).join('')
}

/** The words of an article, one piece of text after the other; its headings apart. */
export function textsOf(blocks: readonly Block[]): { headings: string[]; texts: string[] } {
  const headings: string[] = []
  const texts: string[] = []
  const walk = (block: Block): void => {
    switch (block.type) {
      case 'heading':
        headings.push(textOf(block.inlines))
        break
      case 'paragraph':
        texts.push(textOf(block.inlines))
        break
      case 'list':
        for (const item of block.items) item.blocks.forEach(walk)
        break
      case 'details':
        texts.push(textOf(block.summary))
        block.blocks.forEach(walk)
        break
      case 'quote':
        block.blocks.forEach(walk)
        break
      case 'code':
        texts.push(block.text)
        break
      case 'table':
        for (const row of [block.head, ...block.rows]) texts.push(row.map(textOf).join(' · '))
        break
      case 'image':
        texts.push(block.alt)
    }
  }
  blocks.forEach(walk)
  return { headings: headings.filter(Boolean), texts: texts.filter(Boolean) }
}
