import { join } from 'node:path'
import type { Inbox } from '../../src/receiver/inbox.ts'
import type { Receiver } from '../../src/receiver/receiver.ts'
import { readArticlePage } from './article-page.ts'
import { takeOrder } from './checkout.ts'
import { documentationFile } from './documentation.ts'
import type { Help } from './help.ts'
import { readPage } from './pages.ts'
import { playgroundFile } from './playground.ts'
import { headersFor, inboxPolicy, provingPolicy, shopPolicy } from './security.ts'
import { isStaff } from './staff.ts'
import { staffSettings } from './staff-settings.ts'
import { contentResponse, staticFile } from './static-files.ts'

export interface Rooms {
  receiver: Receiver
  inbox: Inbox
  help: Help
  /** Earshot's own documentation. */
  docs: Help
  /** Whether the receiver asks devices for a proof of work. */
  proof?: boolean
  /** The folders of the shop's pages, of the inbox, of the playground, of what frames the documentation, and of the built widget. */
  site: string
  desk: string
  playground: string
  documentation: string
  dist: string
}

const htmlHeaders = (policy: string) => ({ 'content-type': 'text/html; charset=utf-8', ...headersFor(policy) })
const below = (pathname: string, base: string) => pathname === base || pathname.startsWith(`${base}/`)
const plain = (text: string, status: number, headers: Record<string, string> = {}) =>
  new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8', ...headers } })

/** Everything the demonstration answers: one function from `Request` to `Response`. */
export function createRoutes({ receiver, inbox, help, docs, proof, site, desk, playground, documentation, dist }: Rooms): (request: Request) => Promise<Response> {
  const policy = proof ? provingPolicy : shopPolicy
  const shopPage = (request: Request, page: string, status = 200) => contentResponse(request, page, htmlHeaders(policy), status)

  /** Where staff write for a customer: with the widget, and so under the shop's policy. */
  async function writingFile(request: Request, pathname: string): Promise<Response | undefined> {
    if (!isStaff(request)) return plain('This page is for staff, at this machine.', 401)
    if (pathname === '/inbox/new') return new Response(null, { status: 301, headers: { location: '/inbox/new/' } })
    if (pathname === '/inbox/new/earshot.json') {
      const settings = await staffSettings(site, new URL(request.url).searchParams.get('name'))
      return contentResponse(request, JSON.stringify(settings), { 'content-type': 'application/json', ...headersFor(policy) })
    }
    const page = pathname === '/inbox/new/' && await readPage(desk, '/new/', help.list)
    return page ? shopPage(request, page) : undefined
  }

  async function inboxFile(request: Request, pathname: string): Promise<Response | undefined> {
    if (pathname === '/inbox') return new Response(null, { status: 301, headers: { location: '/inbox/' } })
    if (below(pathname, '/inbox/new')) {
      const found = await writingFile(request, pathname)
      if (found) return found
    }
    const page = pathname === '/inbox/' && await readPage(desk, '/', help.list)
    if (page) return contentResponse(request, page, htmlHeaders(inboxPolicy))
    return staticFile(request, desk, pathname.slice('/inbox'.length))
  }

  async function shopFile(request: Request, pathname: string): Promise<Response | undefined> {
    const page = pathname.endsWith('/') ? await readPage(site, pathname, help.list) : undefined
    if (page) return shopPage(request, page)
    if (!pathname.endsWith('/') && await readPage(site, `${pathname}/`, help.list)) {
      return new Response(null, { status: 301, headers: { location: `${new URL(request.url).pathname}/${new URL(request.url).search}` } })
    }
    return pathname.endsWith('.html') ? undefined : staticFile(request, site, pathname)
  }

  async function helpFile(request: Request, pathname: string): Promise<Response | undefined> {
    const file = await staticFile(request, help.root, pathname.slice('/help'.length))
    if (file) return file
    const page = await readArticlePage(site, pathname, help)
    return page === undefined ? undefined : shopPage(request, page)
  }

  return async request => {
    const { pathname } = new URL(request.url)
    if (below(pathname, '/issues')) return receiver.handle(request)
    if (below(pathname, '/inbox/api')) return inbox.handle(request)
    if (pathname === '/checkout/pay') {
      return request.method === 'POST' ? takeOrder(request) : plain('Expected POST.', 405, { allow: 'POST' })
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return plain('Expected GET.', 405, { allow: 'GET, HEAD' })

    const widget = pathname === '/earshot.js' || pathname === '/earshot.js.map' || below(pathname, '/earshot')
    const found =
      widget ? await staticFile(request, dist, pathname)
      : below(pathname, '/inbox') ? await inboxFile(request, pathname)
      : below(pathname, '/playground') ? await playgroundFile(request, pathname, { site, playground, dist, help })
      : below(pathname, '/docs') ? await documentationFile(request, pathname, { docs, documentation })
      : await shopFile(request, pathname) ?? (below(pathname, '/help') ? await helpFile(request, pathname) : undefined)
    if (found) return found
    // A script or a picture that is missing has no use for a page.
    if (!request.headers.get('accept')?.includes('text/html')) return plain('There is nothing at this address.', 404)
    return shopPage(request, await readPage(site, '/404.html', help.list) ?? '', 404)
  }
}

/** Where the demonstration's folders are, from the repository's own. */
export const foldersOf = (repository: string) => ({
  site: join(repository, 'demo/site'), desk: join(repository, 'demo/inbox'), playground: join(repository, 'demo/playground'),
  documentation: join(repository, 'demo/documentation'), dist: join(repository, 'dist'),
})
