import type { Block, Inline, Picture } from '../../src/core/articles/document.ts'
import { escapeHtml } from '../../src/core/support/escape-html.ts'

/** Text as HTML: the only way for words to get into a page. */
export { escapeHtml }

/** An article's tree as HTML, for readers without a script. `hrefOf` says where another article is. */
export function articleHtml(blocks: Block[], hrefOf: (articleId: string) => string): string {
  const inlines = (all: Inline[]): string => all.map(inline).join('')
  const picture = ({ src, alt, width, height }: Picture) =>
    `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}"${width && height ? ` width="${width}" height="${height}"` : ''} loading="lazy">`

  const inline = (it: Inline): string => {
    switch (it.type) {
      case 'text': return escapeHtml(it.text)
      case 'strong': case 'em': case 'del': case 'kbd': case 'sup': case 'sub': return `<${it.type}>${inlines(it.inlines)}</${it.type}>`
      case 'code': return `<code>${escapeHtml(it.text)}</code>`
      case 'break': return '<br>'
      case 'image': return picture(it)
      case 'link': {
        const href = it.articleId ? hrefOf(it.articleId) + (it.fragment ? `#${it.fragment}` : '') : it.href
        return `<a href="${escapeHtml(href)}"${it.external ? ' rel="noopener noreferrer"' : ''}>${inlines(it.inlines)}</a>`
      }
    }
  }

  const row = (cells: Inline[][], tag: string, attribute = '') =>
    `<tr>${cells.map(cell => `<${tag}${attribute}>${inlines(cell)}</${tag}>`).join('')}</tr>`

  const block = (it: Block): string => {
    switch (it.type) {
      // The page's own heading is the first one.
      case 'heading': return `<h${Math.max(2, it.level)} id="${it.id}">${inlines(it.inlines)}</h${Math.max(2, it.level)}>`
      case 'paragraph': return `<p>${inlines(it.inlines)}</p>`
      case 'code': return `<pre tabindex="0"><code>${escapeHtml(it.text)}</code></pre>`
      case 'quote': return `<blockquote>${it.blocks.map(block).join('')}</blockquote>`
      case 'image': return `<p>${picture(it)}</p>`
      case 'rule': return '<hr>'
      case 'details':
        return `<details${it.open ? ' open' : ''}><summary>${inlines(it.summary)}</summary>${it.blocks.map(block).join('')}</details>`
      case 'list': {
        const tag = it.ordered ? 'ol' : 'ul'
        return `<${tag}${it.start === undefined ? '' : ` start="${it.start}"`}>${it.items.map(item => `<li>${item.blocks.map(block).join('')}</li>`).join('')}</${tag}>`
      }
      case 'table':
        return `<div class="scroll"><table><thead>${row(it.head, 'th', ' scope="col"')}</thead><tbody>${it.rows.map(cells => row(cells, 'td')).join('')}</tbody></table></div>`
    }
  }
  return blocks.map(block).join('\n')
}
