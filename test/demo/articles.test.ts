import assert from 'node:assert/strict'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { openHelp, type Help } from '../../demo/server/help.ts'
import type { Article } from '../../src/core/articles/article.ts'
import type { IndexManifest, LocaleIndex } from '../../src/core/articles/index-format.ts'

const folder = resolve(import.meta.dirname, '../../demo/articles')

describe('the articles of the shop', () => {
  let out: string
  let help: Help
  const articles = new Map<string, Article[]>()

  before(async () => {
    out = await mkdtemp(join(tmpdir(), 'earshot-articles-'))
    help = await openHelp(folder, out)
    const json = async <T>(file: string) => JSON.parse(await readFile(join(out, file), 'utf8')) as T
    for (const [locale, { index }] of Object.entries((await json<IndexManifest>('index.json')).locales)) {
      const listed = (await json<LocaleIndex>(index as string)).articles ?? []
      articles.set(locale, await Promise.all(listed.map(({ file }) => json<Article>(file))))
    }
  })
  after(() => rm(out, { recursive: true }))

  it('are indexed without a warning: every link and every picture in them leads somewhere', async () => {
    assert.deepEqual(help.warnings, [])
    for (const locale of ['en', 'de']) {
      assert.equal(articles.get(locale)?.length, (await readdir(join(folder, locale))).length, locale)
    }
    assert.ok(articles.get('en')!.length >= 26)
    assert.ok(articles.get('de')!.length >= 10)
  })

  it('each have a title, a summary, a topic the shop knows, a day, and neighbours that exist', async () => {
    const shop = JSON.parse(await readFile(resolve(folder, '../site/earshot.json'), 'utf8')) as { topics: { id: string }[] }
    const topics = new Set(shop.topics.map(({ id }) => id))
    for (const [locale, all] of articles) {
      const ids = new Set(all.map(({ id }) => id))
      for (const article of all) {
        const name = `${locale}/${article.id}`
        assert.ok(article.title.length > 4 && article.title.length < 80, `${name}: title`)
        assert.ok(article.summary && article.summary.length > 30, `${name}: summary`)
        assert.ok(article.topics?.length && article.topics.every(topic => topics.has(topic)), `${name}: topics ${article.topics}`)
        assert.ok(article.pages?.length, `${name}: pages`)
        assert.ok(!Number.isNaN(Date.parse(article.updatedAt ?? '')), `${name}: updatedAt`)
        for (const other of article.related ?? []) assert.ok(ids.has(other) && other !== article.id, `${name}: related ${other}`)
      }
    }
  })

  it('are long enough to help and short enough to be read', () => {
    for (const [locale, all] of articles) {
      for (const { id, body } of all) {
        const words = body.split(/\s+/).length
        assert.ok(words >= 120 && words <= 400, `${locale}/${id} has ${words} words`)
      }
    }
  })

  it('are pages of the shop too, with their pictures, tables and links', async () => {
    const found = await help.read('/help/en/plover-descale')
    assert.match(found?.html ?? '', /<img src="\/help\/pictures\/plover-descale\.[0-9a-f]{10}\.svg#640x320" alt="[^"]+" width="640" height="320"/)
    assert.match(found?.html ?? '', /<th scope="col">Your water<\/th>/)
    assert.match(found?.html ?? '', /href="\/help\/en\/care-of-materials"/)
    assert.equal(await help.read('/help/en/no-such-article'), undefined)
    assert.equal(await help.read('/help/xx/returns'), undefined)
  })

  it('have drawings that carry a title and no script', async () => {
    for (const dir of [join(folder, 'images'), resolve(folder, '../site/pictures')]) {
      for (const file of await readdir(dir)) {
        const drawing = await readFile(join(dir, file), 'utf8')
        assert.match(drawing, /^<svg [^>]*viewBox="[^"]+"[^>]*><title>[^<]+<\/title>/, file)
        assert.doesNotMatch(drawing, /<script|\son\w+=|href=/, file)
      }
    }
  })
})
