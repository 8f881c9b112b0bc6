import { wordsInHtml } from './raw-html.ts'

// A page that is larger is no article.
const longest = 1_000_000
const aside = 'script|style|template|noscript|svg|iframe|textarea|select|form|dialog|nav|footer|aside'
const attributes = String.raw`(?:[^<>"']|"[^"]{0,5000}"|'[^']{0,5000}')*`

/** What a page of the web is about: its marked part, else its `<main>`, `<article>` or `<body>`, without navigation and its first heading. */
export function mainOf(page: string): { title: string; body: string; lang?: string } {
  const html = page.slice(0, longest).replace(/<!--[^]*?(?:-->|$)/g, '')
  const lang = /<html\b[^<>]*\blang\s*=\s*["']?([a-z\d-]{2,35})/i.exec(html)?.[1]
  const named = wordsInHtml(/<title\b[^<>]*>([^]{0,1000}?)<\/title/i.exec(html)?.[1] ?? '')
  const plain = html.replace(new RegExp(`<(${aside})\\b[^]*?(?:</\\1\\s*>|$)`, 'gi'), '')
  const marked = partsOf(plain, `[a-z][a-z\\d-]*\\b${attributes}\\sdata-pagefind-body\\b`)
  const parts = marked.length ? marked : partsOf(plain, 'main\\b').slice(0, 1)
  const whole = parts.length ? parts : [...partsOf(plain, 'article\\b'), ...partsOf(plain, 'body\\b'), { start: 0, end: plain.length }].slice(0, 1)
  const kept = whole.map(({ start, end }) => without(plain.slice(start, end), `[a-z][a-z\\d-]*\\b${attributes}\\sdata-pagefind-ignore\\b`)).join('\n')
  const heading = /<h1\b[^<>]*>([^]{0,1000}?)<\/h1\s*>/i.exec(kept)
  const body = heading ? kept.slice(0, heading.index) + kept.slice(heading.index + heading[0].length) : kept
  return { title: wordsInHtml(heading?.[1] ?? '') || named, body: body.trim(), ...(lang && { lang }) }
}

interface Part { start: number; end: number }

/** The outermost elements whose opening tag begins like this, to their own closing tags. */
function partsOf(html: string, opens: string): Part[] {
  const parts: Part[] = []
  let reached = 0
  for (const found of html.matchAll(new RegExp(`<(?=${opens})([a-z][a-z\\d-]*)`, 'gi'))) {
    if (found.index < reached) continue
    reached = endOf(html, found.index, found[1] ?? '')
    parts.push({ start: found.index, end: reached })
  }
  return parts
}

/** Where an element ends: behind the closing tag that belongs to its opening one, or at the end of the page. */
function endOf(html: string, start: number, name: string): number {
  const tags = new RegExp(`<(/?)${name}(?=[\\s/>])${attributes}>`, 'gi')
  tags.lastIndex = start
  let depth = 0
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    depth += tag[1] ? -1 : 1
    if (depth <= 0) return tags.lastIndex
  }
  return html.length
}

function without(html: string, opens: string): string {
  let kept = ''
  let from = 0
  for (const { start, end } of partsOf(html, opens)) {
    kept += html.slice(from, start)
    from = end
  }
  return kept + html.slice(from)
}
