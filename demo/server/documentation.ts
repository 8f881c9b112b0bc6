import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Help } from './help.ts'
import { escapeHtml } from './markup.ts'
import { headersFor, shopPolicy } from './security.ts'
import { contentResponse, staticFile } from './static-files.ts'

export interface DocumentationRooms { docs: Help; documentation: string }

const base = '/docs'
const index = 'README'
const addressOf = (id: string) => (id === index ? `${base}/` : `${base}/en/${id}`)

// What is in the repository and not in its documentation, such as the tests, has no address here.
const link = /<a href="(\/docs\/[^"#]*)[^"]*"[^>]*>(.*?)<\/a>/gs

/** Our own documentation, answered by our own product: its pages are articles, and the widget on them searches these. */
export async function documentationFile(request: Request, pathname: string, { docs, documentation }: DocumentationRooms): Promise<Response | undefined> {
  if (pathname === base) return new Response(null, { status: 301, headers: { location: `${base}/` } })
  const path = pathname.slice(base.length)
  const file = (await staticFile(request, docs.root, path)) ?? (path.endsWith('.html') ? undefined : await staticFile(request, documentation, path))
  if (file) return file
  const page = await readDocument(pathname === `${base}/` ? `${base}/en/${index}` : pathname, { docs, documentation })
  return page === undefined ? undefined : contentResponse(request, page, { 'content-type': 'text/html; charset=utf-8', ...headersFor(shopPolicy) })
}

async function readDocument(pathname: string, { docs, documentation }: DocumentationRooms): Promise<string | undefined> {
  const found = await docs.read(pathname)
  const contents = await docs.read(`${base}/en/${index}`)
  if (!found || !contents) return undefined
  const { article, html } = found
  const blanks = new Map([
    ['title', escapeHtml(article.title)], ['body', html.replace(link, (whole, path: string, text: string) => (docs.has(path) ? whole : text))], ['pages', pagesIn(contents.html, addressOf(article.id))],
    ['search', article.id === index ? '<earshot-help desk="documentation"><p>All pages stand below.</p></earshot-help>' : ''],
  ])
  const template = await readFile(join(documentation, 'page.html'), 'utf8')
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => blanks.get(name) ?? '')
}

/** The headings and the first link of each line of the contents: what stands beside every page. */
function pagesIn(contents: string, here: string): string {
  const items = contents.matchAll(/<h2[^>]*>(.*?)<\/h2>|<li><p><a href="([^"]+)">(.*?)<\/a>|(<\/ul>)|(<ul>)/g)
  return [...items].map(([, heading, href, title, end, begin]) =>
    heading !== undefined ? `<h2>${heading}</h2>` : end ?? begin ?? `<li><a href="${href}"${href === here ? ' aria-current="page"' : ''}>${title}</a></li>`).join('\n')
}
