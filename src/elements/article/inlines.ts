import { html, nothing, type TemplateResult } from 'lit'
import type { Inline, LinkInline } from '../../core/articles/document.ts'
import type { Say } from '../shared/say.ts'
import { renderPicture } from './picture.ts'

/** The words of a list of inlines, without their form. */
export const plainText = (inlines: readonly Inline[]): string =>
  inlines.map(inline => ('text' in inline ? inline.text : 'inlines' in inline ? plainText(inline.inlines) : inline.type === 'image' ? inline.alt : ' ')).join('')

export const renderInlines = (inlines: readonly Inline[], say: Say) => inlines.map(inline => renderInline(inline, say))

function renderInline(inline: Inline, say: Say): TemplateResult | string {
  switch (inline.type) {
    case 'text':
      return inline.text
    case 'strong':
      return html`<strong>${renderInlines(inline.inlines, say)}</strong>`
    case 'em':
      return html`<em>${renderInlines(inline.inlines, say)}</em>`
    case 'del':
      return html`<del>${renderInlines(inline.inlines, say)}</del>`
    case 'kbd':
      return html`<kbd dir="ltr">${renderInlines(inline.inlines, say)}</kbd>`
    case 'sup':
      return html`<sup>${renderInlines(inline.inlines, say)}</sup>`
    case 'sub':
      return html`<sub>${renderInlines(inline.inlines, say)}</sub>`
    case 'code':
      return html`<code dir="ltr">${inline.text}</code>`
    case 'link':
      return renderLink(inline, say)
    case 'image':
      return renderPicture(inline)
    case 'break':
      return html`<br />`
  }
}

function renderLink(link: LinkInline, say: Say) {
  return html`<a
    href=${link.href}
    title=${link.title ?? nothing}
    rel=${link.external ? 'noopener noreferrer external' : nothing}
    aria-label=${link.external ? say('article.external', { text: plainText(link.inlines) }) : nothing}
    >${renderInlines(link.inlines, say)}</a
  >`
}
