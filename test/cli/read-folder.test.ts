import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseArticle } from '../../src/core/articles/markdown.ts'
import type { Memory } from '../../src/cli/memory.ts'
import { built, folder } from './folder.ts'

test('names with spaces, umlauts and signs are found, linked and addressed', async t => {
  const names = ['a b', 'größe', 'what?', 'c#', '100%', 'a&b', "it's", '返品', '50%20off', '(x)']
  const links = names.map(name => `[x](<${name}.md>)`).join(' ')
  const encoded = names.map(name => `[x](${encodeURIComponent(name).replace(/[()']/g, sign => `%${sign.charCodeAt(0).toString(16)}`)}.md)`).join(' ')
  const { read, warnings } = await built(t, folder(t, { 'start.md': `${links}\n\n${encoded}`, ...Object.fromEntries(names.map(name => [`${name}.md`, `# ${name}`])) }), { baseUrl: 'https://shop.example/help/' })
  assert.deepEqual(warnings, [])
  const ids = [...JSON.stringify(parseArticle(await read('start'))).matchAll(/"articleId":"((?:[^"\\]|\\.)*)"/g)].map(match => match[1])
  assert.deepEqual(ids, [...names, ...names])
  assert.equal((await read('what?')).url, 'https://shop.example/help/what%3F')
  assert.equal((await read('100%')).url, 'https://shop.example/help/100%25')
})

test('a name is the same in both forms of Unicode, and links may have other capitals', async t => {
  const decomposed = 'größe'.normalize('NFD')
  const { read, warnings } = await built(t, folder(t, { [`${decomposed}.md`]: '# Size', [`img/${decomposed}.png`]: 'png', 'Start.md': `[x](größe.md) [y](start.md) ![z](img/größe.PNG)` }))
  assert.equal((await read('größe')).title, 'Size')
  assert.match((await read('Start')).body, /^\[x\]\(#\/article\/gr%C3%B6%C3%9Fe\) \[y\]\(#\/article\/Start\) !\[z\]\(\.\.\/pictures\//)
  assert.deepEqual(warnings, [])
})

test('of two files with one id the first stays; two that differ in their capitals both do, and are named', async t => {
  const { read, warnings, report } = await built(t, folder(t, {
    'a.html': '<p>html', 'a.md': 'markdown', 'B.md': 'upper', 'b.md': 'lower', ['é.md'.normalize('NFC')]: 'one', ['é.md'.normalize('NFD')]: 'two', 'de/x.md': '---\nid: B\nlocale: de\n---\nx',
  }))
  assert.deepEqual(warnings.sort(), ['a.md duplicate-id', 'b.md duplicate-id', `${'é.md'.normalize('NFC')} duplicate-id`])
  assert.deepEqual([...report.articles], [['en', 4], ['de', 1]])
  assert.deepEqual([(await read('B')).body, (await read('b')).body], ['upper', 'lower'])
})

test('articles that lead round in circles, by links and by what they are related to, are read', async t => {
  const article = (next: string, self: string) => `---\nrelated: [${next}, ${self}, ./${next}.md, nowhere]\n---\n[next](${next}.md) [self](${self}.md)`
  const dir = folder(t, { 'a.md': article('b', 'a'), 'b.md': article('c', 'b'), 'c.md': article('a', 'c'), 'sub/d.md': 'x' })
  symlinkSync('..', join(dir, 'sub/up'))
  symlinkSync('self', join(dir, 'self'))
  symlinkSync('a.md', join(dir, 'alias.md'))
  const { read, warnings } = await built(t, dir)
  assert.deepEqual((await read('a')).related, ['b', 'nowhere'])
  assert.equal((await read('c')).body, '[next](#/article/a) [self](#/article/c)')
  assert.deepEqual(warnings.sort(), ['a.md related', 'alias.md skipped', 'b.md related', 'c.md related', 'self skipped', 'sub/up skipped'])
})

test('very large files are read from their beginning, within seconds', async t => {
  const table = `# Prices\n\n| a | b |\n|---|---|\n${'| one | two |\n'.repeat(100_000)}`
  const before = performance.now()
  const { warnings, search, read } = await built(t, folder(t, { 'table.md': table, 'ten.md': `# Ten\n\n${'Ten megabytes of text. '.repeat(450_000)}`, 'lines.md': `# Lines\n\n${'a line\n\n'.repeat(60_000)}`, 'small.md': '# Small' }))
  assert.ok(performance.now() - before < 30_000)
  assert.deepEqual(warnings, ['table.md:35717 too-large', 'ten.md:3 too-large'])
  assert.deepEqual(await search('prices'), ['table'])
  assert.ok((await read('ten')).body.length > 400_000)
})

test('Windows line ends are read like others, lines counted too', async t => {
  const { read, warnings } = await built(t, folder(t, { 'a.md': '---\r\ntitle: A\r\nboost: x\r\n---\r\n\r\n# A\r\n\r\n[x](gone.md)\r\n', 'b.html': '<h1>B</h1>\r\n<p>one\r\ntwo</p>' }))
  assert.equal((await read('a')).body, '[x](gone.md)\n')
  assert.equal((await read('b')).body, '<p>one\ntwo</p>')
  assert.deepEqual(warnings, ['a.md:3 front-matter', 'a.md:8 link'])
})

test('a file that may not be read, and a folder, are named, and the rest is indexed', async t => {
  const dir = folder(t, { 'a.md': '# A', 'b.md': '# B', 'closed/c.md': '# C', 'lamp.png': 'png', 'd.md': '![x](lamp.png)' })
  const out = folder(t, {})
  for (const [path, mode] of [[dir, 0o755], [out, 0o777], [join(dir, 'b.md'), 0], [join(dir, 'closed'), 0], [join(dir, 'lamp.png'), 0]] as const) chmodSync(path, mode)
  // For who may do everything nothing is unreadable.
  const root = process.geteuid?.() === 0
  if (root) process.seteuid?.(65534)
  try {
    const { warnings, report } = await built(t, dir, { out })
    assert.deepEqual(warnings, ['closed unreadable', 'b.md unreadable', 'd.md:1 picture'])
    assert.equal(report.articles.get('en'), 2)
  } finally {
    if (root) process.seteuid?.(0)
  }
})

test('files that vanish while others are read are named, and the rest is indexed', async t => {
  const files = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`${String(index).padStart(3, '0')}.md`, `# ${index}\n\n![x](x.png)`]))
  const dir = folder(t, { ...files, 'x.png': 'png' })
  const { warnings, report } = await built(t, dir, {
    onProgress: ({ stage, done }) => {
      if (stage === 'read' && done === 16) rmSync(join(dir, '050.md'))
      if (stage === 'read' && done === 100) rmSync(join(dir, 'x.png'), { force: true })
    },
  })
  assert.deepEqual(warnings.slice(0, 2), ['050.md unreadable', '000.md:3 picture'])
  assert.deepEqual([report.articles.get('en'), report.pictures, warnings.length], [99, 0, 100])
})

test('thousands of files are read, and of these again only what has changed', async t => {
  const dir = folder(t, Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`part-${index % 7}/${index}.md`, `# Article ${index}\n\nword${index}`])))
  const memory: Memory = new Map()
  const first = await built(t, dir, { memory })
  assert.equal(first.report.articles.get('en'), 3000)
  const kept = memory.get('part-0/0.md')
  writeFileSync(join(dir, 'part-1/1.md'), '# Another\n\nunheard')
  rmSync(join(dir, 'part-2/2.md'))
  mkdirSync(join(dir, 'new'))
  writeFileSync(join(dir, 'new/one.md'), '# One')
  const second = await built(t, dir, { memory, out: first.out })
  assert.deepEqual([second.report.articles.get('en'), memory.get('part-0/0.md') === kept, memory.has('part-2/2.md')], [3000, true, false])
  assert.deepEqual(await second.search('unheard'), ['part-1/1'])
  await assert.rejects(second.read('part-2/2'), { code: 'articles/not-found' })
})
