import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { languages } from '../../src/locale/languages.ts'
import type { Help } from './help.ts'
import { readPage } from './pages.ts'
import { headersFor, playgroundPolicy, previewPolicy, scriptPolicy } from './security.ts'
import { contentResponse, staticFile } from './static-files.ts'

export interface PlaygroundRooms { site: string; playground: string; dist: string; help: Help }

const shopTag = '<script async src="/earshot.js" data-config="/earshot.json"></script>'
const previewTag = '<script type="module" src="/playground/preview/preview.js"></script>'

/** Pages of the shop that the widget is shown on; the others are the playground's own. */
const shopPages = new Map([['/pages/product/', '/products/heron/'], ['/pages/checkout/', '/checkout/']])

/** The playground: where an owner tries settings on a page, and takes the lines along. Undefined where there is nothing. */
export async function playgroundFile(request: Request, pathname: string, { site, playground, dist, help }: PlaygroundRooms): Promise<Response | undefined> {
  const html = (page: string, policy: string) => contentResponse(request, page, { 'content-type': 'text/html; charset=utf-8', ...headersFor(policy) })
  const path = pathname.slice('/playground'.length)
  if (!path) return new Response(null, { status: 301, headers: { location: '/playground/' } })
  if (path === '/') return html(await readPage(playground, '/', help.list) ?? '', playgroundPolicy)
  if (path === '/lists.json') return contentResponse(request, JSON.stringify(await lists(dist, help)), { 'content-type': 'application/json' })
  if (path === '/print-snippet.js') return contentResponse(request, await snippetScript(), { 'content-type': 'text/javascript; charset=utf-8', ...headersFor(scriptPolicy) })
  if (path.startsWith('/earshot/')) return staticFile(request, dist, path.slice('/earshot'.length))
  if (path.startsWith('/pages/') && path.endsWith('/')) {
    const real = shopPages.get(path)
    const page = await (real ? readPage(site, real, help.list) : readPage(playground, path, help.list))
    return page ? html(page.replace(shopTag, previewTag), previewPolicy) : undefined
  }
  return path.endsWith('.html') ? undefined : staticFile(request, playground, path)
}

/** What there is to choose from in this build. */
async function lists(dist: string, help: Help) {
  const files = await readdir(join(dist, 'themes')).catch(() => [])
  return {
    languages: [...Object.keys(languages), 'en'].sort(),
    themes: files.filter(name => name.endsWith('.css')).map(name => name.slice(0, -'.css'.length)).sort(),
    articles: help.count,
  }
}

let script: Promise<string> | undefined

/** What prints the tag for the command prints it here, too. */
function snippetScript(): Promise<string> {
  return (script ??= build({
    entryPoints: [join(import.meta.dirname, '../../src/cli/snippet/snippet.ts')], bundle: true, write: false, format: 'esm', target: 'es2022',
  }).then(({ outputFiles }) => outputFiles[0]!.text))
}
