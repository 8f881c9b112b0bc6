import { html, render } from 'lit'
import type { Article } from '../../core/articles/article.ts'
import { sanitize } from '../../page/sanitizer.ts'
import { renderCode } from './code.ts'
import { enlargeable, smallestToEnlarge } from './picture.ts'
import type { Reader } from './reader.ts'

const blocks = 'p, h3, h4, h5, h6, ul, ol, dl, blockquote, th, td, caption, figcaption, summary'

/** An HTML article as clean nodes that can do what a Markdown one can. Fetched only where there is such an article. */
export function htmlBody({ body, base, url }: Article, reader: Reader): DocumentFragment {
  const { say } = reader
  const against = base ?? url
  const fragment = sanitize(body, against ? { base: against } : {})
  for (const block of fragment.querySelectorAll<HTMLElement>(blocks)) block.dir ||= 'auto'
  for (const code of fragment.querySelectorAll<HTMLElement>('code, kbd, samp, var')) code.dir = 'ltr'
  for (const heading of fragment.querySelectorAll<HTMLElement>('h3, h4, h5, h6')) heading.tabIndex = -1
  for (const table of fragment.querySelectorAll('table')) {
    const name = `${say('article.table')}: ${table.caption?.textContent ?? table.rows[0]?.textContent ?? ''}`.replace(/\s+/g, ' ')
    inPlaceOf(table, node => html`<div class="table" role="group" tabindex="0" aria-label=${name}>${node}</div>`)
  }
  for (const line of fragment.querySelectorAll('pre br')) line.replaceWith('\n')
  for (const pre of fragment.querySelectorAll('pre')) {
    const code = [...(pre.querySelector(':scope > code') ?? pre).childNodes]
    inPlaceOf(pre, () => renderCode(code, reader))
  }
  for (const link of fragment.querySelectorAll('a[rel]')) link.ariaLabel = say('article.external', { text: wordsOf(link) })
  for (const picture of fragment.querySelectorAll('img')) {
    if (standsAlone(picture)) inPlaceOf(picture, node => enlargeable(node, picture.alt, reader), 'span')
  }
  return fragment
}

/** The node goes into a template of ours, which takes its place. */
function inPlaceOf(node: Element, template: (node: Element) => unknown, wrapper = 'div') {
  const place = document.createElement(wrapper)
  node.replaceWith(place)
  render(template(node), place)
}

function wordsOf(link: Element): string {
  return link.textContent!.trim() || [...link.querySelectorAll('img')].map(({ alt }) => alt).join(' ')
}

/** Nothing but pictures around it, and nothing that would be pressed with it. */
function standsAlone(picture: HTMLImageElement): boolean {
  const width = Number(picture.getAttribute('width') ?? smallestToEnlarge)
  const around = picture.parentElement
  return width >= smallestToEnlarge && !picture.closest('a, summary') && (!around || around.localName === 'figure' || !around.textContent!.trim())
}
