import { html, nothing, type TemplateResult } from 'lit'
import type { Block, HeadingBlock, ListBlock, ListItem, TableBlock } from '../../core/articles/document.ts'
import type { Say } from '../shared/say.ts'
import { plainText, renderInlines, renderPicture } from './inlines.ts'

/** A Markdown article's tree as templates: text is text, and there is no string of markup anywhere. */
export const renderBlocks = (blocks: readonly Block[], say: Say) => blocks.map(block => renderBlock(block, say))

function renderBlock(block: Block, say: Say): TemplateResult {
  switch (block.type) {
    case 'heading':
      return renderHeading(block, say)
    case 'paragraph':
      return html`<p>${renderInlines(block.inlines, say)}</p>`
    case 'list':
      return renderList(block, say)
    case 'code':
      return html`<pre tabindex="0" role="group" aria-label=${say('article.code')} dir="ltr"><code>${block.text}</code></pre>`
    case 'quote':
      return html`<blockquote>${renderBlocks(block.blocks, say)}</blockquote>`
    case 'table':
      return renderTable(block, say)
    case 'details':
      return html`<details ?open=${block.open}>
        <summary>${renderInlines(block.summary, say)}</summary>
        ${renderBlocks(block.blocks, say)}
      </details>`
    case 'image':
      return html`<p>${renderPicture(block)}</p>`
    case 'rule':
      return html`<hr />`
  }
}

/** The article's title is the second level; its own headings begin at the third. */
function renderHeading({ level, id, inlines }: HeadingBlock, say: Say) {
  const content = renderInlines(inlines, say)
  if (level < 3) return html`<h3 id=${id} tabindex="-1">${content}</h3>`
  if (level === 3) return html`<h4 id=${id} tabindex="-1">${content}</h4>`
  if (level === 4) return html`<h5 id=${id} tabindex="-1">${content}</h5>`
  return html`<h6 id=${id} tabindex="-1">${content}</h6>`
}

function renderList({ ordered, start, items }: ListBlock, say: Say) {
  const content = items.map(item => renderItem(item, say))
  return ordered ? html`<ol start=${start ?? nothing}>${content}</ol>` : html`<ul>${content}</ul>`
}

function renderItem({ checked, blocks }: ListItem, say: Say) {
  // A tight item is one paragraph, and reads better without one.
  const [first, ...rest] = blocks
  const content = first?.type === 'paragraph' ? [renderInlines(first.inlines, say), renderBlocks(rest, say)] : renderBlocks(blocks, say)
  return html`<li>${checked === undefined ? nothing : checked ? '☑ ' : '☐ '}${content}</li>`
}

/** It scrolls inside itself, and can be reached to be scrolled by keyboard. */
function renderTable({ align, head, rows }: TableBlock, say: Say) {
  const name = `${say('article.table')}: ${head.map(plainText).filter(Boolean).join(', ')}`
  const side = (column: number) => align[column] ?? nothing
  return html`<div class="table" role="group" tabindex="0" aria-label=${name}>
    <table>
      <thead>
        <tr>
          ${head.map((cell, i) => html`<th scope="col" class=${side(i)}>${renderInlines(cell, say)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(row => html`<tr>${row.map((cell, i) => html`<td class=${side(i)}>${renderInlines(cell, say)}</td>`)}</tr>`)}
      </tbody>
    </table>
  </div>`
}
