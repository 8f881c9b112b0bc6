import { html, type TemplateResult } from 'lit'
import type { Article } from '../../../core/articles/article.ts'
import type { Inline } from '../../../core/articles/document.ts'
import type { Desk } from '../../../desk/desk.ts'

export interface ShortAnswer {
  readonly content: unknown
  /** The article says more than that. */
  readonly more: boolean
}

/** What an article says in short: its summary, else its first paragraph. Without links: they lead away from a form half filled in. */
export async function shortAnswer(article: Article, desk: Desk): Promise<ShortAnswer> {
  if (article.summary) return { content: html`<p>${article.summary}</p>`, more: true }
  if (article.format === 'html') return ofHtml(article)
  const blocks = await desk.outline(article)
  const first = blocks.find(block => block.type === 'paragraph')
  return { content: first && html`<p>${inlines(first.inlines)}</p>`, more: blocks.length > 1 || !first }
}

async function ofHtml({ body }: Article): Promise<ShortAnswer> {
  const fragment = (await import('../../../page/sanitizer.ts')).sanitize(body)
  const first = [...fragment.querySelectorAll('p')].find(({ textContent }) => textContent?.trim())
  const text = (first ?? fragment).textContent?.replace(/\s+/g, ' ').trim() ?? ''
  return { content: first && html`<p>${text}</p>`, more: fragment.textContent?.replace(/\s+/g, ' ').trim() !== text || !first }
}

const inlines = (list: readonly Inline[]): (TemplateResult | string)[] => list.map(inline => one(inline))

function one(inline: Inline): TemplateResult | string {
  switch (inline.type) {
    case 'strong':
      return html`<strong>${inlines(inline.inlines)}</strong>`
    case 'em':
      return html`<em>${inlines(inline.inlines)}</em>`
    case 'code':
      return html`<code>${inline.text}</code>`
    case 'break':
      return html`<br />`
    default:
      return 'text' in inline ? inline.text : 'inlines' in inline ? html`${inlines(inline.inlines)}` : ''
  }
}
