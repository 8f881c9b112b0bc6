import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { toNodeHandler } from 'srvx/node'
import { staticFile } from '../../demo/server/static-files.ts'
import type { Issue } from '../../src/core/issue/issue.ts'

/** A site, and another one that our script lies on: to browsers two origins. */
export interface TwoSites {
  /** Of the site, without a slash at the end. */
  readonly site: string
  /** Where `earshot.js` lies on the other one, a slash at the end: a folder of its version. */
  readonly base: string
  /** What the site answers with; 404 for the rest. */
  page: (path: string) => Response | undefined
  /** Issues that were posted to an address of the site's that ends with `/issues`; each was accepted. */
  readonly issues: Issue[]
  /** Changes a script on its way, by its path below `base`. */
  tamper: (path: string, script: string) => string
  close(): Promise<void>
}

type Answer = (request: Request) => Response | Promise<Response>

async function listen(answer: Answer): Promise<{ server: Server; url: string }> {
  const server = createServer(toNodeHandler(answer) as never)
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

const gone = () => new Response('', { status: 404 })

/** @param dist the folder of the build. @param version which the folder on the other site is called after. */
export async function openTwoSites(dist: string, version: string): Promise<TwoSites> {
  const folder = `/earshot/${version}/`
  const cdn = await listen(async request => {
    const { pathname } = new URL(request.url)
    if (!pathname.startsWith(folder)) return gone()
    const path = pathname.slice(folder.length)
    const found = await staticFile(request, dist, `/${path}`)
    if (!found) return gone()
    const headers = { 'content-type': found.headers.get('content-type')!, 'access-control-allow-origin': '*', 'cache-control': 'no-store' }
    return new Response(path.endsWith('.js') ? sites.tamper(path, await found.text()) : await found.arrayBuffer(), { headers })
  })
  const shop = await listen(async request => {
    const { pathname } = new URL(request.url)
    if (request.method !== 'POST' || !pathname.endsWith('/issues')) return sites.page(pathname) ?? gone()
    const issue = await request.json() as Issue
    sites.issues.push(issue)
    return Response.json({ id: issue.id, reference: 'K-1', acceptedAt: new Date().toISOString() }, { status: 201 })
  })
  const close = ({ server }: { server: Server }) => new Promise<void>(done => (server.close(() => done()), server.closeAllConnections()))
  const sites: TwoSites = {
    issues: [], site: shop.url, base: cdn.url + folder, page: () => undefined, tamper: (_, script) => script,
    async close() {
      await Promise.all([close(cdn), close(shop)])
    },
  }
  return sites
}
