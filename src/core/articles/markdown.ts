import type { Article } from './article.ts'
import { linkTarget, type LinkOptions } from './article-links.ts'
import { blockBuilder, paragraph } from './block-builder.ts'
import { lex, type Token, type Tokens } from './capped-lexer.ts'
import type { Block, Inline, ListItem } from './document.ts'
import { decodeEntities } from './entities.ts'
import { headingIds } from './heading-ids.ts'
import { inlineBuilder, withoutLinks } from './inline-builder.ts'
import { endsHiding, hides, htmlPieces } from './raw-html.ts'
import { sizeIn } from './picture-size.ts'
import { pictureUrl } from './safe-url.ts'
import { textOf } from './text-of.ts'

/**
 * Reads a Markdown body into a tree. Of raw HTML links, pictures, keys, raised and lowered figures, and what is
 * folded away are kept, of the rest the words; links and pictures whose scheme is not allowed become their text. Never throws
 * for any text, and caps depth and work for hostile ones.
 */
export function parseMarkdown(body: string, { base, id }: LinkOptions = {}): Block[] {
  // A base that is not absolute is of no use, and must not cost the customer the links.
  const options = { ...(id && { id }), ...(base && URL.canParse(base) && { base }) }
  const idOf = headingIds()

  const blocks = (tokens: Token[]): Block[] => {
    const builder = blockBuilder(options, idOf)
    for (const token of tokens) {
      if (token.type === 'html') builder.html((token as Tokens.HTML).text)
      else builder.add(...block(token as Tokens.Generic))
    }
    return builder.finish()
  }

  const block = (token: Tokens.Generic): Block[] => {
    switch (token.type) {
      case 'heading': {
        const content = inlines(token.tokens)
        return [{ type: 'heading', level: token.depth, id: idOf(textOf(content)), inlines: content }]
      }
      case 'paragraph':
      case 'text': {
        const content = inlines(token.tokens ?? [token as Token])
        return content.length ? [paragraph(content)] : []
      }
      case 'list':
        return [{
          type: 'list', ordered: token.ordered, items: (token.items as Tokens.ListItem[]).map(item),
          ...(token.ordered && token.start !== 1 && { start: Number(token.start) }),
        }]
      case 'code': {
        const lang = decodeEntities(/^\S*/.exec(token.lang ?? '')?.[0] ?? '')
        return [{ type: 'code', text: token.text, ...(lang && { lang }) }]
      }
      case 'blockquote':
        return [{ type: 'quote', blocks: blocks(token.tokens ?? []) }]
      case 'table': {
        const { align, header, rows } = token as Tokens.Table
        const cells = (row: Tokens.TableCell[]) => row.map(cell => inlines(cell.tokens))
        return [{ type: 'table', align: align.map(side => side ?? undefined), head: cells(header), rows: rows.map(cells) }]
      }
      case 'hr':
        return [{ type: 'rule' }]
      default:
        return []
    }
  }

  const item = ({ task, checked, tokens }: Tokens.ListItem): ListItem => ({ ...(task && { checked: !!checked }), blocks: blocks(tokens) })

  const inlines = (tokens: Token[] = []): Inline[] => {
    const line = inlineBuilder(options)
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at] as Tokens.Generic
      if (token.type !== 'html') line.add(...inline(token))
      // One that is never closed was only mentioned.
      else if (hides(token.raw)) at = Math.max(at, tokens.findIndex((later, index) => index > at && later.type === 'html' && endsHiding(later.raw)))
      else for (const tag of htmlPieces(token.raw)) {
        if ('open' in tag) line.open(tag.open, tag.attributes)
        else if ('close' in tag) line.close(tag.close)
      }
    }
    return line.finish()
  }

  const inline = (token: Tokens.Generic): Inline[] => {
    switch (token.type) {
      case 'text':
        // A line of a tight list item carries its own inline tokens.
        return token.tokens ? inlines(token.tokens) : said(decodeEntities(token.text))
      case 'escape':
        return said(token.text)
      case 'strong':
      case 'em':
      case 'del':
        return [{ type: token.type, inlines: inlines(token.tokens) }]
      case 'codespan':
        return [{ type: 'code', text: token.text }]
      case 'br':
        return [{ type: 'break' }]
      case 'link': {
        const content = token.autolink ? said(token.text) : withoutLinks(inlines(token.tokens))
        const target = linkTarget(token.autolink ? token.href : decodeEntities(token.href), options)
        return target ? [{ type: 'link', ...target, ...titled(token), inlines: content }] : content
      }
      case 'image': {
        const alt = decodeEntities(token.text)
        const src = pictureUrl(decodeEntities(token.href), options.base)
        return src ? [{ type: 'image', src, alt, ...titled(token), ...sizeIn(src) }] : said(alt)
      }
      default:
        return []
    }
  }

  return blocks(lex(body))
}

/** The tree of an article in Markdown, with its links and pictures where they belong. */
export function parseArticle({ id, body, base, url }: Article): Block[] {
  const against = base ?? url
  return parseMarkdown(body, { id, ...(against && { base: against }) })
}

const said = (text: string): Inline[] => (text ? [{ type: 'text', text }] : [])

const titled = ({ title }: Tokens.Generic) => (title ? { title: decodeEntities(title as string) } : {})
