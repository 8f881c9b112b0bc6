// What the documentation shows, done: every few lines of script and of markup, on a page with the real widget and the real receiver.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { build } from 'esbuild'
import { shopPolicy } from '../../demo/server/security.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { createReceiver } from '../../src/receiver/receiver.ts'
import { blocksOf, papers, read } from '../docs/blocks.ts'
import { moduleOf, snippets, type Snippet } from '../docs/snippets.ts'
import { root } from '../house/laws/sources.ts'
import { journeys, type World } from './world.ts'

// What names a server that is not there is tried with two that are, among the journeys of the files.
const markup = papers().flatMap(path => blocksOf(path, read(path))).filter(({ language, name, text }) => language === 'html' && !name && !text.includes('src="https://'))
// Of these the receiver's are no page's business.
const onServer = ({ body }: Snippet) => /\bcreateReceiver\(/.test(body)
const inPage = snippets.filter(snippet => !onServer(snippet))

const script = '<script async src="/earshot.js" data-endpoint="/issues" data-config="/earshot.json"></script>'
const html = (body: string) => new Response(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Documented</title>${body}`, {
  headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': shopPolicy },
})

/** The lines as readers' bundlers would make them, beside the package as it is built. */
async function scriptOf(snippet: Snippet): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: moduleOf(snippet), resolveDir: root, loader: 'js' }, bundle: true, write: false, format: 'esm', target: 'es2022', logLevel: 'silent',
    plugins: [{
      name: 'package',
      setup: ({ onResolve }) => onResolve({ filter: /^earshot/ }, ({ path }) => ({ path: `${root}/dist/${path.replace(/^earshot\/?/, '') || 'index'}.js` })),
    }],
  })
  return outputFiles[0]!.text
}

/** Serves the pages that the examples stand on. */
function serve({ intercept }: World): void {
  intercept(async request => {
    const [, kind, number = ''] = /^\/documented\/(script|markup|page)\/?(\d*)/.exec(new URL(request.url).pathname) ?? []
    if (kind === 'script') return new Response(await scriptOf(inPage[Number(number)]!), { headers: { 'content-type': 'text/javascript' } })
    if (kind === 'page') return html(`<body><div id="host"></div>${script}`)
    const { text } = markup[Number(number)] ?? { text: '' }
    return kind === 'markup' ? html(`<body>${text}${text.includes('<script') ? '' : script}`) : undefined
  })
}

/** What the lines have at hand: a desk, a request that was accepted, a question of the staff's. */
async function prepare({ page, url }: World): Promise<void> {
  await page.goto(`${url}/documented/page/`)
  const id = await page.evaluate(async () => {
    const desk = await new Promise<Desk>(resolve => (window.earshot ||= []).push(resolve))
    const { id, receipt } = await desk.submit({ kind: 'problem', story: 'It came with the small pin.' })
    await receipt
    const host = document.querySelector('#host')!
    host.attachShadow({ mode: 'open' })
    Object.assign(window, { desk, id, issueId: id, canvas: document.createElement('canvas'), send() {}, ourChat: { open() {} } })
    return id as string
  })
  const asked = await fetch(`${url}/inbox/api/issues/${id}/messages`, {
    method: 'POST', headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: crypto.randomUUID(), kind: 'question', text: 'Which one is it?', author: { name: 'Jonte' }, fields: [{ name: 'size', type: 'text', label: 'Size' }] }),
  })
  assert.equal(asked.status, 201, await asked.clone().text())
  await page.evaluate(async () => {
    const desk = await new Promise<Desk>(resolve => (window.earshot ||= []).push(resolve))
    const [request] = await desk.requests()
    Object.assign(window, { questionId: request!.thread!.messages.find(({ kind }) => kind === 'question')!.id })
  })
}

journeys('What the documentation shows', (walk, engine) => {
  // What engines do differently the other journeys ask.
  if (engine !== 'chromium') return

  walk('in script does what it says', async world => {
    serve(world)
    const { page } = world
    await prepare(world)
    for (const [number, { place, text }] of inPage.entries()) {
      // Each about a request of its own: one can be taken further only once.
      if (/\bissueId\b/.test(text)) await prepare(world)
      const failure = await page.evaluate(async number => {
        try {
          const { run } = await import(`/documented/script/${number}`)
          await run.call(document.querySelector('#host'))
          return ''
        } catch (error) {
          return String((error as Error).stack ?? error)
        }
      }, number)
      assert.equal(failure, '', place)
    }
  })

  walk('in markup is there, works, and troubles nobody', async world => {
    serve(world)
    const { page, url } = world
    for (const [number, { place, text }] of markup.entries()) {
      await page.goto(`${url}/documented/markup/${number}`)
      const tags = [...new Set([...text.matchAll(/<(earshot-[a-z]+)/g)].map(([, tag]) => tag!))]
      await page.until(`${place} is shown`, () => page.evaluate((...tags) =>
        tags.every(tag => [...document.querySelectorAll(tag)].every(element => element.shadowRoot?.querySelector('*')))
        && Boolean(document.querySelector('earshot-widget')) === !document.querySelector('[data-without-launcher]'), ...tags))
    }
  })
})

it('what the documentation shows of a receiver makes one', async () => {
  const onServers = snippets.filter(onServer)
  assert.ok(onServers.length)
  Object.assign(globalThis, { createReceiver, query: () => Promise.resolve({ rows: [] }) })
  for (const snippet of onServers) {
    const { run } = await import(`data:text/javascript,${encodeURIComponent(moduleOf(snippet))}`) as { run(): Promise<void> }
    await assert.doesNotReject(run(), snippet.place)
  }
})
