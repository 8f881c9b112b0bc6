import assert from 'node:assert/strict'
import { test } from 'node:test'
import { built, folder } from './folder.ts'

const article = (...lines: string[]) => `---\n${lines.join('\n')}\n---\nText`

test('every field of an article can be said above it', async t => {
  const { read, warnings } = await built(t, folder(t, {
    'a.md': article('id: returns', 'title: Return something', 'summary: Sixty days', 'url: https://shop.example/returns', 'locale: de', 'topics: [money]', 'pages: [/order]',
      'signals: [rage-click]', 'aliases: [send back]', 'boost: 2', 'updatedAt: 2026-08-25', 'author: { name: Ada, avatar: ada.png }', 'community: true', 'related: [refunds, ./c.md, returns]', 'weight: 3'),
    'b.md': article('id: refunds'), 'c.md': article('id: exchange'),
  }), { locale: 'de' })
  const { base: _, ...all } = await read('returns', 'de')
  assert.deepEqual(all, {
    id: 'returns', title: 'Return something', body: 'Text', format: 'markdown', summary: 'Sixty days', url: 'https://shop.example/returns', locale: 'de', topics: ['money'], pages: ['/order'],
    signals: ['rage-click'], aliases: ['send back'], boost: 2, updatedAt: '2026-08-25', author: { name: 'Ada', avatar: 'ada.png' }, community: true, related: ['refunds', 'exchange'],
  })
  assert.deepEqual(warnings, [])
})

test('what other systems call them is understood', async t => {
  const { read, report, warnings } = await built(t, folder(t, {
    'a.md': article('slug: /shop/returns/', 'description: Sixty days', 'tags: [a, b]', 'categories: b, c', 'date: 2020-01-01', 'lastmod: 2026-11-05 10:00:00 +0200', 'author: Ada', 'aliases: [/old/, refund]', 'lang: de_AT', 'published: true'),
    'b.md': article('authors: [{ name: Ada }, Bob]', 'keywords: lamp, light', 'excerpt: E', 'community: yes'),
    'c.md': article('draft: true'), 'd.md': article('published: false'),
    'toml.md': '+++\ntitle = "T"\n+++\nText',
  }))
  const { base: _, ...a } = await read('shop/returns', 'de-AT')
  assert.deepEqual(a, {
    id: 'shop/returns', title: 'A', body: 'Text', format: 'markdown', summary: 'Sixty days', topics: ['a', 'b', 'c'], updatedAt: '2026-11-05T08:00:00.000Z', author: { name: 'Ada' }, aliases: ['refund'], locale: 'de-AT',
  })
  const { author, aliases, summary, community } = await read('b')
  assert.deepEqual([author, aliases, summary, community], [{ name: 'Ada, Bob' }, ['lamp', 'light'], 'E', true])
  assert.equal((await read('toml')).body, 'Text')
  assert.deepEqual([...report.articles], [['en', 2], ['de-AT', 1]])
  assert.deepEqual(warnings, ['c.md draft', 'd.md draft', 'toml.md:1 front-matter'])
})

test('a field of the wrong kind is left out with its line, and the others stay', async t => {
  const lines = ['id: [a]', 'title: { a: 1 }', 'summary: true', 'url: /returns', 'locale: no language', 'topics: [a, [b]]', 'pages: { a: 1 }', 'signals: true', 'aliases: [{}]', 'boost: -1', 'updatedAt: soon', 'author: { avatar: x }', 'community: perhaps']
  const told: string[] = []
  const { read, warnings } = await built(t, folder(t, { 'a.md': `---\n# a comment\n${lines.join('\n')}\nnothing:\n---\nText` }), { onWarning: ({ file, line, message }) => void told.push(`${file}:${line} ${message}`) })
  assert.deepEqual(warnings, [])
  assert.deepEqual(told.map(each => each.split(' was ')[0]).sort(), lines.map((line, index) => `a.md:${index + 3} its "${line.split(':')[0]}"`).sort())
  assert.ok(told.includes('a.md:12 its "boost" was left out: expected a number above 0, but it is -1'))
  const { base: _, ...rest } = await read('a')
  assert.deepEqual(rest, { id: 'a', title: 'A', body: 'Text', format: 'markdown', locale: 'en' })
})

test('with a base address a short url is one', async t => {
  const { read } = await built(t, folder(t, { 'a.md': article('url: /returns') }), { baseUrl: 'https://shop.example/help' })
  assert.equal((await read('a')).url, 'https://shop.example/returns')
})
