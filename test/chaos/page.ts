import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { shopPolicy } from '../../demo/server/security.ts'
import type { Files } from './chaos-server.ts'

const dist = resolve(import.meta.dirname, '../../dist')
let script: Promise<string> | undefined

/** The host's script of the page, bundled once for a process. */
const hostScript = () =>
  (script ??= build({
    entryPoints: [fileURLToPath(new URL('./in-page.ts', import.meta.url))],
    bundle: true, write: false, format: 'esm', target: 'es2022', charset: 'utf8',
  }).then(({ outputFiles }) => outputFiles[0]!.text))

/** How the page is to be served from now on. */
export interface PageSettings {
  /** Of Content Security; default as strict as the widget allows. Empty: none. */
  policy: string
  /** What stands in its head besides, such as a `<base>`. */
  head: string
  body: string
  /** How often the widget's script stands in it. */
  copies: number
}

export const plainPage: PageSettings = { policy: shopPolicy, head: '', body: '', copies: 1 }

const pageOf = ({ head, body, copies }: PageSettings, host: string): string => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<script src="http://${host}/journey/watch.js"></script>${head}<title>Chaos</title><link rel="icon" href="data:,">
<script type="module" src="http://${host}/host.js"></script></head><body><h1>Chaos</h1>${body}
${`<script src="http://${host}/earshot.js" data-endpoint="/issues/widget" data-locale="en"></script>`.repeat(copies)}</body></html>`

/** Answers every POST of the page by itself, with a page of its own, as a host's offline page does. */
const serviceWorker = `
addEventListener('install', () => skipWaiting())
addEventListener('activate', event => event.waitUntil(clients.claim()))
addEventListener('fetch', event => {
  if (event.request.method === 'POST' && event.request.url.includes('/issues/'))
    event.respondWith(new Response('<h1>You are offline</h1>', { headers: { 'content-type': 'text/html' } }))
})`

const types: Record<string, string> = { js: 'text/javascript', json: 'application/json', map: 'application/json' }

/** The pages with the built widget, as they are set at that moment. `watch` answers what is its own. */
export function chaosFiles(settings: () => PageSettings, watch: (request: Request) => Promise<Response | undefined>): Files {
  const send = (response: ServerResponse, type: string, body: string | Buffer, headers: Record<string, string> = {}) => {
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'access-control-allow-origin': '*', ...headers })
    response.end(body)
    return true
  }
  const watched = async (request: IncomingMessage, response: ServerResponse, url: URL) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const answer = await watch(new Request(url, { method: request.method!, ...(parts.length && { body: Buffer.concat(parts) }) }))
    if (!answer) return false
    const body = Buffer.from(await answer.arrayBuffer())
    response.writeHead(answer.status, { ...Object.fromEntries(answer.headers), 'access-control-allow-origin': '*' })
    response.end(body)
    return true
  }
  return async (request, response, url) => {
    const { pathname } = url
    if (pathname.startsWith('/journey/')) return watched(request, response, url)
    const now = settings()
    const policy: Record<string, string> = now.policy ? { 'content-security-policy': now.policy } : {}
    if (pathname === '/' || pathname === '/framed') {
      const page = pageOf(pathname === '/' ? now : { ...now, body: '' }, request.headers.host!)
      return send(response, 'text/html', page, { 'cache-control': 'no-cache', ...policy })
    }
    if (pathname === '/away') return send(response, 'text/html', '<!doctype html><title>Away</title><h1>Away</h1>')
    if (pathname === '/host.js') return send(response, types.js!, await hostScript())
    if (pathname === '/worker.js') return send(response, types.js!, serviceWorker)
    if (!/^\/earshot(\.js|\/[\w.-]+)$/.test(pathname)) return false
    const file = await readFile(join(dist, pathname)).catch(() => undefined)
    return file !== undefined && send(response, types[pathname.split('.').at(-1)!] ?? 'text/plain', file, { 'cache-control': 'max-age=600' })
  }
}
