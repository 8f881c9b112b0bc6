import { createHash, randomBytes } from 'node:crypto'
import { type Demo, type Interception, startDemo } from '../../demo/start.ts'
import type { SpamOptions } from '../../src/receiver/spam/settings.ts'
import { headersNamed } from '../docs/policies.ts'
import type { Page } from './driver/page.ts'
import { Watch } from './watch.ts'

export interface LevelOptions {
  /** The name of a block in the page about policies: its headers are the pages'. */
  level: string
  /** What is different for once in that block's policy. */
  policy?: (policy: string) => string
  /** Of the shop's settings file. */
  settings?: (settings: Record<string, unknown>) => object
  /** Of each page, before its scripts are let in. */
  page?: (html: string) => string
  /** Runs in every page before its own scripts. It travels as text. */
  before?: () => void
  spam?: SpamOptions
  /** Answers by itself what the shop has not. */
  also?: (path: string) => Response | undefined
}

/** The shop under another policy than its own, and everything that was reported of its pages. */
export interface LevelShop {
  readonly url: string
  /** Paths that were asked for, in order. */
  readonly asked: readonly string[]
  /** What browsers sent to the address in the policy's `report-uri`. */
  readonly reports: readonly string[]
  /** Opens a page of the shop; what the last one noted is not forgotten. */
  visit(page: Page, path: string): Promise<void>
  /** All that was noted in the page and reported by the browser. */
  troubles(page: Page): Promise<string[]>
  close(): Promise<void>
}

const executable = /<script(?![^>]* type="application\/ld\+json")(?=[^>]* src="([^"]+)")/g
const sha384 = (bytes: Uint8Array) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`

/** Where nobody knows the page's own origin, what it fetches must be there for everybody; so must be what its modules are. */
const open = (answer: Response) => (answer.headers.set('access-control-allow-origin', '*'), answer)

export async function openLevel({ level, policy = same => same, settings = same => same, page: change = html => html, before, spam, also }: LevelOptions): Promise<LevelShop> {
  const [asked, reports]: [string[], string[]] = [[], []]
  const watch = new Watch({ script: '' }, false)
  if (before) watch.script = `(${before})();`
  const shop: { demo?: Demo } = {}

  /** A page with the policy of the level; each of its scripts has what that policy asks of it. */
  async function underPolicy(answer: Response): Promise<Response> {
    const { url } = shop.demo!
    const nonce = randomBytes(18).toString('base64')
    const html = change(await (await watch.lay(answer)).text())
    const hashes = new Map<string, string>()
    for (const [, src] of html.matchAll(executable)) hashes.set(src!, sha384(new Uint8Array(await (await fetch(url + src)).arrayBuffer())))
    const headers = headersNamed(level, {
      nonce,
      origin: url,
      hashes: [...hashes.values()].map(hash => `'${hash}'`).join(' '),
      scripts: [...hashes.keys()].map(src => url + src).join(' '),
    })
    const letIn = html.replace(executable, (tag, src: string) => tag.replace('<script', `<script nonce="${nonce}" integrity="${hashes.get(src)}" crossorigin="anonymous"`))
    headers['content-security-policy'] = policy(headers['content-security-policy']!)
    return new Response(letIn, { headers: { 'content-type': 'text/html; charset=utf-8', ...headers } })
  }

  async function stand(request: Request, proceed: () => Promise<Response>): Promise<Interception> {
    const { pathname } = new URL(request.url)
    if (pathname === '/csp-reports') {
      reports.push(await request.text())
      return new Response(null, { status: 204 })
    }
    asked.push(pathname)
    const own = also?.(pathname) ?? (await watch.answer(request))
    if (own) return open(own)
    const answer = await proceed()
    if (pathname === '/earshot.json') return open(Response.json(settings((await answer.json()) as Record<string, unknown>)))
    if (answer.headers.get('content-type')?.startsWith('text/html')) return underPolicy(answer)
    return open(answer)
  }

  const demo = (shop.demo = await startDemo({ intercept: stand, cors: '*', spam: { minimumSeconds: 0, ...spam } }))
  return {
    url: demo.url, asked, reports,
    async visit(page, path) {
      if (await page.evaluate(() => location.protocol !== 'about:')) await watch.collect(page)
      await page.goto(demo.url + path)
    },
    async troubles(page) {
      await watch.collect(page)
      return [...watch.troubles, ...reports]
    },
    close: demo.close,
  }
}
