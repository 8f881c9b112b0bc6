import { parseHtml, wordsIn, type HtmlElement } from './html-document.ts'

// A text of its own: the words before and after belong to another one.
const blocks = /^(?:p|h[1-6]|li|dt|dd|pre|blockquote|figcaption|caption|summary|div|section|td|th|tr|table|ul|ol|dl|details|figure|hr|body|html)$/

/** The words of an article in HTML as they are read, one piece of text after the other; its headings apart. */
export function htmlWords(html: string): { headings: string[]; texts: string[] } {
  const headings: string[] = []
  const texts: string[] = []
  let text = ''
  const end = (next: string[] = texts) => {
    const words = text.replace(/[ \t\n\f\r]+/g, ' ').trim()
    if (words) next.push(words)
    text = ''
  }
  const visit = (element: HtmlElement): void => {
    const { name, attributes, children } = element
    if (name === 'img') text += ` ${attributes.get('alt') ?? ''} `
    if (name === 'br') text += ' '
    if (name === 'tr') {
      end()
      const cells = children.flatMap(cell => (typeof cell === 'string' ? [] : [wordsIn(cell)]))
      text = cells.filter(Boolean).join(' · ')
      return end()
    }
    if (name === 'pre') {
      end()
      const code = textIn(element).replace(/^\n|\s+$/g, '')
      if (code) texts.push(code)
      return
    }
    const isBlock = blocks.test(name)
    if (isBlock) end()
    for (const child of children) {
      if (typeof child === 'string') text += child
      else visit(child)
    }
    if (isBlock) end(/^h[1-6]$/.test(name) ? headings : texts)
  }
  visit(parseHtml(html))
  end()
  return { headings, texts }
}

const textIn = (element: HtmlElement): string => element.children.map(child => (typeof child === 'string' ? child : textIn(child))).join('')
