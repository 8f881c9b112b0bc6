import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { toNodeHandler } from 'srvx/node'
import { run } from '../../../src/cli/run.ts'
import { runDoctor } from '../../../src/cli/doctor/run-doctor.ts'
import type { Query } from '../../../src/receiver/query.ts'
import type { ReceiverOptions } from '../../../src/receiver/settings.ts'
import { openReceiver } from '../../receiver/open-receiver.ts'

/** What lies at a path: a text, served by its ending; or a whole answer. */
type Served = string | Response

const types: Record<string, string> = { html: 'text/html', js: 'text/javascript', json: 'application/json' }

export const settings = {
  endpoint: '/issues',
  articles: '/help/index.json',
  ladder: [
    { id: 'team', name: 'The workshop', kind: 'message', hours: 'Mo-Fr 09:00-17:00', timeZone: 'Europe/Berlin', answersWithin: 4 },
    { id: 'phone', name: 'Ilse', kind: 'phone', to: '+49 3834 555 0142', hours: 'Mo-Fr 09:00-12:30', timeZone: 'Europe/Berlin' },
    { id: 'lead', name: 'Marit', kind: 'email', to: 'marit@shop.example' },
  ],
}

const page = '<!doctype html><html lang="en"><title>Shop</title><script async src="/earshot.js" data-config="/earshot.json"></script><h1>Shop</h1>'

/** A shop on a port of its own with everything in order, save what `changes` has instead; a path without a value is not there. */
export async function openSite(query: Query, changes: Record<string, Served | object | undefined> = {}, options: Partial<ReceiverOptions> = {}) {
  const { ladder } = settings
  const receiver = openReceiver(query, { ladder: ladder as NonNullable<ReceiverOptions['ladder']>, ...options })
  const files: Record<string, Served | object | undefined> = {
    '/': page, '/earshot.js': 'import("./earshot/app.js")', '/earshot/app.js': 'export {}', '/earshot.json': settings,
    '/help/index.json': { version: 2, locales: { en: { index: { version: 2, total: 0, head: { terms: '', postings: '' }, body: { terms: '', postings: '' }, articles: [] } } } },
    ...changes,
  }
  const asked: string[] = []
  const answer = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    asked.push(`${request.method} ${pathname}`)
    const file = files[pathname]
    if (file instanceof Response) return file.clone()
    if (pathname === '/issues' || pathname.startsWith('/issues/')) return receiver.handle(request)
    if (file === undefined) return new Response('Gone', { status: 404 })
    const ending = pathname === '/' ? 'html' : pathname.replace(/^.*\./, '')
    return new Response(typeof file === 'string' ? file : JSON.stringify(file), { headers: { 'content-type': types[ending] ?? 'text/plain' } })
  }
  const server = createServer(toNodeHandler(answer) as Parameters<typeof createServer>[1])
  await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    ...receiver, asked, port, url: `http://127.0.0.1:${port}/`,
    close: () => new Promise<void>(resolve => (server.close(() => resolve()), server.closeAllConnections())),
  }
}

// A Monday morning in Berlin; pauses are over at once.
const monday = { now: () => Date.parse('2026-11-23T09:00:00Z'), after: (ms: number, later: () => void) => (ms < 5_000 && queueMicrotask(later), () => {}) }

/** What the doctor says, on a Monday at ten in Berlin. */
export async function examined(...args: string[]) {
  const said = { out: '', err: '' }
  const code = await runDoctor(args, { out: text => void (said.out += text), err: text => void (said.err += text) }, { clock: monday })
  return { code, ...said }
}

/** The whole command, at whatever time it is. */
export async function commanded(...args: string[]) {
  const said = { out: '', err: '' }
  const world = { terminal: false, now: () => 0, stop: new AbortController().signal }
  const code = await run(args, { ...world, out: text => void (said.out += text), err: text => void (said.err += text) })
  return { code, ...said }
}
