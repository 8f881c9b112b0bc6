import { Lexer, type Token, type TokensList } from 'marked'

const maxDepth = 24
// Above, a body is shown as plain paragraphs: no help article is half a megabyte long.
const maxLength = 512_000
// Finding the partners of emphasis marks takes time by the square of their number in one stretch of text.
const maxMarks = 4_000_000

/** Marked's lexer with a limit to its work, so that no article can make the page hang or run out of stack. */
class CappedLexer extends Lexer {
  private depth = 0
  private marks = 0

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
    this.marks += (src.match(/[*_~]/g)?.length ?? 0) ** 2
    if (this.depth >= maxDepth || this.marks > maxMarks) return add(tokens, plain(src))
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

/** The block tokens of a Markdown body, their inline tokens inside. */
export function lex(body: string): Token[] {
  if (body.length <= maxLength) return new CappedLexer({ gfm: true }).lex(body)
  return body.split(/\n\s*\n/).map(text => ({ type: 'paragraph', raw: text, text, tokens: [plain(text)] }))
}

export type { Token, Tokens } from 'marked'
