import type { Article } from '../core/articles/article.ts'

const lists = ['topics', 'pages', 'signals', 'aliases', 'related'] as const

/**
 * The article an element is: its first heading is the title, the rest the body. Attributes say the rest: `data-earshot` the id
 * (else the element's own, else one made of the title), `data-title`, `data-summary`, `data-topics` and other lists with commas.
 * Undefined when it has no title.
 */
export function articleIn(element: Element): Article | undefined {
  const { data, content } = contentOf(element)
  const heading = content.querySelector('h1, h2, h3, h4, h5, h6')
  const title = (data.title ?? heading?.textContent ?? element.getAttribute('aria-label') ?? '').replace(/\s+/g, ' ').trim()
  if (!title) return undefined
  if (data.title === undefined) heading?.remove()
  // A template's language may stand on the article inside; the page's own is the last resort.
  const locale = element.getAttribute('lang') || [...content.children].find(child => child.hasAttribute('lang'))?.getAttribute('lang')
    || element.closest('[lang]')?.getAttribute('lang')
  const boost = Number(data.boost)
  return {
    id: data.earshot || element.id || slug(title),
    title,
    // Nothing here becomes a node without the sanitizer, like every other body.
    body: new XMLSerializer().serializeToString(content),
    format: 'html',
    base: element.ownerDocument.baseURI,
    ...(locale && { locale }),
    ...(data.summary && { summary: data.summary }),
    ...(data.updatedAt && { updatedAt: data.updatedAt }),
    ...(boost > 0 && { boost }),
    ...(data.community !== undefined && { community: true }),
    ...(data.author && { author: { name: data.author } }),
    ...Object.fromEntries(lists.flatMap(list => {
      const items = (data[list] ?? '').split(',').map(item => item.trim()).filter(Boolean)
      return items.length ? [[list, items]] : []
    })),
  }
}

/** A copy of what is inside, and the attributes: of a template's only article, where it wraps one, those that the template lacks. */
function contentOf(element: Element): { data: Record<string, string | undefined>; content: DocumentFragment } {
  const content = element.ownerDocument.createDocumentFragment()
  const own = element instanceof HTMLElement ? { ...element.dataset } : {}
  if (!(element instanceof HTMLTemplateElement)) {
    content.append(...[...element.childNodes].map(node => node.cloneNode(true)))
    return { data: own, content }
  }
  content.append(element.content.cloneNode(true))
  const [only] = content.children
  const wraps = content.children.length === 1 && only instanceof HTMLElement && only.localName === 'article'
  return { data: { ...(wraps && only.dataset), ...own }, content }
}

/** Stable as long as the title is; letters of every script stay. */
const slug = (title: string) => title.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'article'
