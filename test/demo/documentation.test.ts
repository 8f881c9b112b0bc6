// Our own documentation as the demonstration serves it: articles of our own product.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { startDemo, type Demo } from '../../demo/start.ts'
import { papers, read } from '../docs/blocks.ts'

const pages = papers().filter(path => path.startsWith('docs/'))

describe('the documentation in the demonstration', () => {
  let demo: Demo
  before(async () => { demo = await startDemo() })
  after(() => demo.close())

  const get = (path: string) => fetch(new URL(path, demo.url), { headers: { accept: 'text/html' } })

  it('has every page of the folder, and names each in its contents', async () => {
    assert.equal(demo.docs.count, pages.length)
    const contents = read('docs/README.md')
    const links = [...contents.matchAll(/\]\(([\w/-]+\.md)\)/g)].map(([, file]) => `docs/${file}`)
    assert.deepEqual(links.sort(), pages.filter(path => path !== 'docs/README.md').sort())
  })

  it('leads nowhere where nothing is', async () => {
    const seen = new Map<string, number>()
    for (const path of ['/docs/', ...pages.filter(path => path !== 'docs/README.md').map(path => `/docs/en/${path.slice('docs/'.length, -'.md'.length)}`)]) {
      const page = await get(path)
      assert.equal(page.status, 200, path)
      for (const [, href] of (await page.text()).matchAll(/<(?:a href|img src|link rel="\w+" href)="([^"#]+)/g)) {
        const target = new URL(href!, page.url)
        if (target.origin === demo.url) seen.set(target.pathname, seen.get(target.pathname) ?? (await get(target.pathname)).status)
      }
    }
    assert.deepEqual([...seen].filter(([, status]) => status !== 200), [])
  })

  it('says which page one is on', async () => {
    const page = await (await get('/docs/en/search')).text()
    assert.match(page, /<a href="\/docs\/en\/search" aria-current="page">Search<\/a>/)
    assert.equal(page.match(/aria-current/g)?.length, 1)
  })

  it('has nothing at an address without a page', async () => {
    for (const path of ['/docs/en/nothing', '/docs/page.html', '/docs/../package.json']) assert.equal((await get(path)).status, 404, path)
  })

  it('is an index that the widget on it searches', async () => {
    const settings = await (await get('/docs/earshot.json')).json() as { articles: string }
    assert.equal((await get(settings.articles)).status, 200)
  })
})
