import { Lexer, type Token, type TokensList } from 'marked'
import { splitBlocks } from './split-blocks.ts'

const maxDepth = 24
// Above, a body is shown as plain paragraphs: no help article is half a megabyte long.
const maxLength = 512_000
// Time goes by these products: lines of a stretch by its length, and marks of a text by its length. In the slowest engine
// each unit is some 5 and 25 nanoseconds; real documentation of 300 kB stays below.
const maxBlockWork = 60_000_000
const maxInlineWork = 40_000_000

/** Marked's lexer with a limit to its work, so that no article can make the page hang or run out of stack. */
class CappedLexer extends Lexer {
  private depth = 0
  private blockWork = 0
  private inlineWork = 0

  override lex(src: string): TokensList {
    for (const { text, lines } of splitBlocks(src)) {
      this.blockWork += lines * text.length
      if (this.blockWork > maxBlockWork) this.tokens.push(...paragraphs(text))
      else this.blockTokens(text, this.tokens)
    }
    for (const { src: text, tokens } of this.inlineQueue) this.inlineTokens(text, tokens)
    this.inlineQueue = []
    return this.tokens
  }

  override blockTokens(src: string, tokens?: Token[], lastParagraphClipped?: boolean): Token[]
  override blockTokens(src: string, tokens?: TokensList, lastParagraphClipped?: boolean): TokensList
  override blockTokens(src: string, tokens: Token[] = [], lastParagraphClipped?: boolean): Token[] {
    if (this.depth >= maxDepth) return add(tokens, { type: 'paragraph', raw: src, text: src, tokens: [plain(src)] })
    this.depth++
    try {
      return super.blockTokens(src, tokens, lastParagraphClipped)
    } finally {
      this.depth--
    }
  }

  override inlineTokens(src: string, tokens: Token[] = []): Token[] {
    this.inlineWork += (src.match(/[[<*_~@]/g)?.length ?? 0) * src.length
    if (this.depth >= maxDepth || this.inlineWork > maxInlineWork) return add(tokens, plain(src))
    this.depth++
    try {
      return super.inlineTokens(src, tokens)
    } finally {
      this.depth--
    }
  }
}

const plain = (text: string): Token => ({ type: 'text', raw: text, text, escaped: false })

function add(tokens: Token[], token: Token): Token[] {
  tokens.push(token)
  return tokens
}

const paragraphs = (text: string): Token[] =>
  text.split(/\n\s*\n/).map(part => ({ type: 'paragraph', raw: part, text: part, tokens: [plain(part)] }))

/** The block tokens of a Markdown body, their inline tokens inside. */
export function lex(body: string): Token[] {
  return body.length <= maxLength ? new CappedLexer({ gfm: true }).lex(body.replace(/\r\n?/g, '\n')) : paragraphs(body)
}

export type { Token, Tokens } from 'marked'
