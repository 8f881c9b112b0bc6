import { lexer, type Token, type Tokens } from 'marked'

const children = (token: Token): Token[] => ('tokens' in token && token.tokens ? token.tokens : [])

/** All tokens of a text, however deep. */
const all = (tokens: readonly Token[]): Token[] => tokens.flatMap(token => [token, ...all(children(token))])

/** The kinds of markup that a reader finds in a text. */
export const kindsIn = (markdown: string): string[] => [...new Set(all(lexer(markdown)).map(({ type }) => type))].sort()

/** Addresses that the text links to or fetches. */
export const addressesIn = (markdown: string): string[] =>
  all(lexer(markdown)).flatMap(token => (token.type === 'link' || token.type === 'image' ? [(token as Tokens.Link).href] : []))

const shown = (token: Token): string => (token.type === 'br' ? '\n' : token.type === 'codespan' ? (token as Tokens.Codespan).text : `?${token.type}?`)

/** The words below a label, as a Markdown reader shows them. */
export function below(markdown: string, label: string): string {
  const tokens = lexer(markdown)
  const isLabel = (token: Token) => token.type === 'paragraph' && children(token)[0]?.type === 'strong'
  const from = tokens.findIndex(token => isLabel(token) && token.raw === `**${label}**`)
  if (from < 0) throw new Error(`There is no "${label}" in ${markdown}`)
  const rest = tokens.slice(from + 1)
  const to = rest.findIndex(token => isLabel(token) || token.type === 'html')
  return rest
    .slice(0, to < 0 ? undefined : to)
    .map(token => (token.type === 'space' ? token.raw : children(token).map(shown).join('')))
    .join('')
    .replace(/^\n\n|\n\n$/g, '')
}
