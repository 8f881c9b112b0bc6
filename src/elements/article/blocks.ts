import { html, nothing, type TemplateResult } from 'lit'
import type { Block, HeadingBlock, Inline, ListBlock, ListItem, Picture, TableBlock } from '../../core/articles/document.ts'
import { renderCode } from './code.ts'
import { plainText, renderInlines } from './inlines.ts'
import { enlargeable, renderPicture, smallestToEnlarge } from './picture.ts'
import type { Reader } from './reader.ts'

/** A Markdown article's tree as templates: text is text, and there is no string of markup anywhere. Each block finds its own direction. */
export const renderBlocks = (blocks: readonly Block[], reader: Reader) => blocks.map(block => renderBlock(block, reader))

function renderBlock(block: Block, reader: Reader): TemplateResult {
  switch (block.type) {
    case 'heading':
      return renderHeading(block, reader)
    case 'paragraph':
      return isGallery(block.inlines) ? renderGallery(block.inlines, reader) : html`<p dir="auto">${renderInlines(block.inlines, reader.say)}</p>`
    case 'list':
      return renderList(block, reader)
    case 'code':
      return renderCode(block.text, reader)
    case 'quote':
      return html`<blockquote dir="auto">${renderBlocks(block.blocks, reader)}</blockquote>`
    case 'table':
      return renderTable(block, reader)
    case 'details':
      return html`<details ?open=${block.open}>
        ${block.summary.length ? html`<summary dir="auto">${renderInlines(block.summary, reader.say)}</summary>` : nothing}
        ${renderBlocks(block.blocks, reader)}
      </details>`
    case 'image':
      return renderGallery([block], reader)
    case 'rule':
      return html`<hr />`
  }
}

/** Nothing but pictures: they are looked at, not read past. */
const isGallery = (inlines: readonly Inline[]) =>
  inlines.every(inline => inline.type === 'image' || inline.type === 'break' || (inline.type === 'text' && !inline.text.trim()))

function renderGallery(inlines: readonly Inline[], reader: Reader) {
  const pictures = inlines.filter((inline): inline is Picture => inline.type === 'image')
  return html`<p>${pictures.map(picture => {
    const shown = renderPicture(picture)
    return (picture.width ?? smallestToEnlarge) < smallestToEnlarge ? shown : enlargeable(shown, picture.alt, reader)
  })}</p>`
}

/** The article's title is the second level; its own headings begin at the third. */
function renderHeading({ level, id, inlines }: HeadingBlock, { say }: Reader) {
  const content = renderInlines(inlines, say)
  if (level < 3) return html`<h3 id=${id} tabindex="-1" dir="auto">${content}</h3>`
  if (level === 3) return html`<h4 id=${id} tabindex="-1" dir="auto">${content}</h4>`
  if (level === 4) return html`<h5 id=${id} tabindex="-1" dir="auto">${content}</h5>`
  return html`<h6 id=${id} tabindex="-1" dir="auto">${content}</h6>`
}

function renderList({ ordered, start, items }: ListBlock, reader: Reader) {
  const content = items.map(item => renderItem(item, reader))
  return ordered ? html`<ol start=${start ?? nothing} dir="auto">${content}</ol>` : html`<ul dir="auto">${content}</ul>`
}

function renderItem({ checked, blocks }: ListItem, reader: Reader) {
  // A tight item is one paragraph, and reads better without one.
  const [first, ...rest] = blocks
  const content =
    first?.type === 'paragraph' ? [renderInlines(first.inlines, reader.say), renderBlocks(rest, reader)] : renderBlocks(blocks, reader)
  if (checked === undefined) return html`<li>${content}</li>`
  const name = reader.say(checked ? 'article.checked' : 'article.unchecked')
  return html`<li class="task"><span role="img" aria-label=${name}>${checked ? '☑' : '☐'}</span> ${content}</li>`
}

/** It scrolls inside itself, and can be reached to be scrolled by keyboard. */
function renderTable({ align, head, rows }: TableBlock, { say }: Reader) {
  const name = `${say('article.table')}: ${head.map(plainText).filter(Boolean).join(', ')}`
  const side = (column: number) => align[column] ?? nothing
  return html`<div class="table" role="group" tabindex="0" aria-label=${name}>
    <table>
      <thead>
        <tr>
          ${head.map((cell, i) => html`<th scope="col" dir="auto" class=${side(i)}>${renderInlines(cell, say)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(row => html`<tr>${row.map((cell, i) => html`<td dir="auto" class=${side(i)}>${renderInlines(cell, say)}</td>`)}</tr>`)}
      </tbody>
    </table>
  </div>`
}
