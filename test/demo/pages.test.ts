import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { startDemo, type Demo } from '../../demo/start.ts'
import { rawRequest } from './raw-request.ts'

const products = ['heron', 'plover', 'wren', 'curlew', 'bittern', 'tin']
const english = ['/', ...products.map(id => `/products/${id}/`), '/checkout/', '/order/', '/help/', '/contact/', '/requests/', '/help/en/returns']
const german = ['/de/', '/de/products/heron/', '/de/help/', '/help/de/returns']

describe('the shop', () => {
  let demo: Demo
  before(async () => void (demo = await startDemo()))
  after(() => demo.close())

  const page = async (path: string) => {
    const answer = await fetch(demo.url + path, { redirect: 'manual', headers: { accept: 'text/html' } })
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }

  it('answers every page as HTML, in its language, under a policy that allows no script but its own', async () => {
    for (const path of [...english, ...german]) {
      const { status, headers, text } = await page(path)
      assert.equal(status, 200, path)
      assert.equal(headers.get('content-type'), 'text/html; charset=utf-8', path)
      assert.match(headers.get('content-security-policy') ?? '', /^default-src 'none'; script-src 'self'; .*require-trusted-types-for 'script'/, path)
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path)
      assert.match(text, german.includes(path) ? /<html lang="de">/ : /<html lang="en">/, path)
      assert.doesNotMatch(text, /<!--#|\{\{|style="|\son\w+="/, `${path} has a blank left open, or needs something the policy forbids`)
      const config = german.includes(path) ? '/earshot.de.json' : '/earshot.json'
      assert.equal(text.split(`<script async src="/earshot.js" data-config="${config}"></script>`).length, 2, `${path} carries the script tag once`)
    }
  })

  it('ends each article with a way to say what is wrong or missing in it, in its language, that leads to an address without a script', async () => {
    for (const [path, words] of [['/help/en/returns', 'Is something wrong or missing on this page?'], ['/help/de/returns', 'Stimmt auf dieser Seite etwas nicht, oder fehlt etwas?']] as const) {
      const [, below = ''] = (await page(path)).text.split('</article>')
      assert.match(below, /<earshot-feedback form="page"><p>.*<a href="mailto:[^"]+">/, path)
      assert.ok(below.includes(`<summary>${words}</summary>`), path)
    }
  })

  it('has the number of an order where its settings look for it', async () => {
    const { details } = await (await fetch(`${demo.url}/earshot.json`)).json() as { details: { selector: string; pattern: string }[] }
    assert.equal(details[0]?.selector, '#order-number, [data-order-number]')
    const shown = /id="order-number">([^<]+)</.exec((await page('/order/')).text)?.[1]
    assert.match(shown ?? '', new RegExp(`^${details[0].pattern}$`))
  })

  it('describes each product once, for machines', async () => {
    for (const path of [...products.map(id => `/products/${id}/`), '/de/products/heron/']) {
      const { text } = await page(path)
      const described = [...text.matchAll(/<script type="application\/ld\+json">([^]*?)<\/script>/g)].map(match => JSON.parse(match[1] ?? '') as Record<string, unknown>)
      assert.equal(described.length, 1, path)
      assert.equal(described[0]?.['@type'], 'Product')
      assert.equal(described[0]?.['sku'], path.split('/').at(-2))
    }
  })

  it('has no link and no picture that leads nowhere', async () => {
    const seen = new Set([...english, ...german])
    for (const path of seen) {
      const { status, text, headers } = await page(path)
      assert.ok(status < 400, `${path} answers ${status}`)
      if (!headers.get('content-type')?.startsWith('text/html')) continue
      for (const [, address = ''] of text.matchAll(/(?:href|src)="([^"]+)"/g)) {
        const target = new URL(address, demo.url + path)
        // The widget is built by another command.
        if (target.origin === demo.url && target.pathname !== '/earshot.js') seen.add(target.pathname)
      }
    }
    assert.ok(seen.size > 70, `only ${seen.size} addresses were followed`)
  })

  it('serves files under their types and lets a browser keep what has not changed', async () => {
    for (const [path, type] of [['/shop.css', 'text/css; charset=utf-8'], ['/checkout.js', 'text/javascript; charset=utf-8'], ['/earshot.json', 'application/json'], ['/pictures/heron.svg', 'image/svg+xml'], ['/help/index.json', 'application/json'], ['/inbox/', 'text/html; charset=utf-8']] as const) {
      const first = await fetch(demo.url + path)
      assert.equal(first.headers.get('content-type'), type, path)
      assert.equal(first.headers.get('cache-control'), 'no-cache', path)
      const again = await fetch(demo.url + path, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } })
      assert.deepEqual([again.status, await again.text()], [304, ''], path)
    }
  })

  it('sends a page without its slash to the one with it, and says 404 in words', async () => {
    const moved = await page('/products/heron?x=1')
    assert.deepEqual([moved.status, moved.headers.get('location')], [301, '/products/heron/?x=1'])
    const lost = await page('/products/ostrich/')
    assert.equal(lost.status, 404)
    assert.match(lost.text, /nothing here but reeds/)
    const script = await fetch(`${demo.url}/nothing.js`)
    assert.deepEqual([script.status, script.headers.get('content-type')], [404, 'text/plain; charset=utf-8'])
  })

  it('takes nothing but GET for a page, and no body for HEAD', async () => {
    assert.equal((await fetch(demo.url, { method: 'DELETE' })).status, 405)
    const head = await fetch(demo.url, { method: 'HEAD' })
    assert.deepEqual([head.status, await head.text()], [200, ''])
  })

  it('shows no file outside of its folders, however the path is written', async () => {
    for (const path of ['/../start.ts', '/..%2fstart.ts', '/%2e%2e/%2e%2e/package.json', '/pictures/..%2f..%2fserver%2froutes.ts', '/help/..%2f..%2fpackage.json',
      '/inbox/..%2fstart.ts', '/earshot/..%2f..%2fpackage.json', '/_parts/header.html', '/%5fparts/header.html', '/pictures\\..\\..\\start.ts', '/shop.css%00.html', '//etc/passwd', '/%']) {
      const { status, text } = await rawRequest(demo.port, path)
      assert.equal(status, 404, path)
      assert.doesNotMatch(text, /import |"name"|root:|class="head"/, path)
    }
  })
})
