import type { Article } from '../../core/articles/article.ts'
import { sanitize } from '../../page/sanitizer.ts'
import type { Say } from '../shared/say.ts'

/** An HTML article as clean nodes, its tables and code made to scroll inside themselves. Fetched only where there is such an article. */
export function htmlBody({ body, base, url }: Article, say: Say): DocumentFragment {
  const against = base ?? url
  const fragment = sanitize(body, against ? { base: against } : {})
  for (const table of fragment.querySelectorAll('table')) {
    const frame = document.createElement('div')
    frame.className = 'table'
    reach(frame, `${say('article.table')}: ${table.caption?.textContent ?? table.rows[0]?.textContent ?? ''}`.replace(/\s+/g, ' '))
    table.replaceWith(frame)
    frame.append(table)
  }
  for (const code of fragment.querySelectorAll<HTMLElement>('pre')) reach(code, say('article.code'))
  for (const heading of fragment.querySelectorAll<HTMLElement>('h3, h4, h5, h6')) heading.tabIndex = -1
  for (const link of fragment.querySelectorAll('a[rel]')) link.ariaLabel = say('article.external', { text: link.textContent ?? '' })
  return fragment
}

function reach(element: HTMLElement, name: string) {
  element.tabIndex = 0
  element.role = 'group'
  element.ariaLabel = name
}
