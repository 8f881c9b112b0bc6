import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseArticle } from '../../src/core/articles/markdown.ts'
import { sourcePromises } from '../../src/testing/source-kit.ts'
import { built, folder } from './folder.ts'

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')

test('a folder becomes a source that keeps the promises of a source', async t => {
  const { source } = await built(t, folder(t, {
    'returns.md': '---\npages: [/order]\n---\n# Return something\n\nSixty days.', 'refunds.md': '# Refunds\n\nFive days.', 'guides/lamp.md': '# The lamp flickers\n\nTighten the bulb.',
  }))
  const articles = [{ id: 'returns', title: 'Return something' }, { id: 'refunds', title: 'Refunds' }, { id: 'guides/lamp', title: 'The lamp flickers', query: 'flikcers' }]
  for (const { title, run } of sourcePromises(() => ({ source, articles, page: { url: 'https://shop.example/order' } }))) await t.test(title, run)
})

test('what the front matter says is in the article', async t => {
  const { read, search, warnings } = await built(t, folder(t, {
    'a.md': '---\nid: returns\ntitle: Return something\nsummary: Sixty days\ntopics: [returns, money]\npages: /order, /returns/*\nrelated: [refunds]\nsignals:\n  - rage-click\nupdatedAt: 2026-08-25\nauthor: { name: Ada }\ncommunity: true\nlayout: post\n---\nBody',
    'b.md': '---\ntitle: 404\nid: refunds\n---\nNot there', 'plain-file_name.md': 'Only text', 'with-heading.md': 'First words\n\n## Then *a* heading\n', 'setext.md': 'A title\n=======\n\nText', 'own.md': '---\ntitle: Mine\n---\n# Another\n\nText',
  }))
  assert.deepEqual(await read('returns'), {
    locale: 'en', id: 'returns', title: 'Return something', body: 'Body', format: 'markdown', summary: 'Sixty days', topics: ['returns', 'money'], pages: ['/order', '/returns/*'],
    related: ['refunds'], signals: ['rage-click'], updatedAt: '2026-08-25', author: { name: 'Ada' }, community: true, base: (await read('returns')).base,
  })
  const titled = async (id: string) => { const { title, body } = await read(id); return [title, body] }
  assert.deepEqual(await titled('refunds'), ['404', 'Not there'])
  assert.deepEqual(await titled('plain-file_name'), ['Plain file name', 'Only text'])
  assert.deepEqual(await titled('with-heading'), ['Then a heading', 'First words\n\n## Then *a* heading\n'])
  assert.deepEqual(await titled('setext'), ['A title', 'Text'])
  assert.deepEqual(await titled('own'), ['Mine', '# Another\n\nText'])
  assert.deepEqual(await search('sixty'), ['returns'])
  assert.deepEqual(warnings, [])
})

test('folders named after languages are languages, and the same path is the same article', async t => {
  const { read, search, report } = await built(t, folder(t, { 'en/returns.md': '# Return', 'de/returns.md': '# Zurückgeben', 'pt-br/returns.md': '# Devolver', 'README.md': '# About' }))
  assert.deepEqual([...report.articles], [['en', 2], ['de', 1], ['pt-BR', 1]])
  assert.equal((await read('returns', 'de')).title, 'Zurückgeben')
  assert.equal((await read('returns', 'pt')).title, 'Devolver')
  assert.deepEqual(await search('return'), ['returns'])
})

test('folders are not languages when one of them is none', async t => {
  const { read, report } = await built(t, folder(t, { 'os/install.md': '# Install', 'guides/start.md': '# Start' }), { locale: 'de' })
  assert.deepEqual([...report.articles], [['de', 2]])
  assert.equal((await read('os/install', 'de')).title, 'Install')
})

test('links between files become links between articles, and the rest stays as it was', async t => {
  const { read, warnings } = await built(t, folder(t, {
    'guides/start.md': '# Start\n\n[a](../faq.md#How-to) [b](./next.md "T") [c](/guides/next) [d](next) [e][ref] [f](https://a.example/x.md) [g](#start) [h](mailto:a@b.example) `[i](../faq.md)`\n\n```\n[j](../faq.md)\n```\n\n[ref]: <../faq.md>\n[k](../with%20space%20(1).md)',
    'guides/next.md': '# Next', 'faq.md': '# FAQ', 'with space (1).md': '# Spaces',
  }))
  const { body } = await read('guides/start')
  assert.equal(body, '[a](#/article/faq#How-to) [b](#/article/guides/next "T") [c](#/article/guides/next) [d](#/article/guides/next) [e][ref] [f](https://a.example/x.md) [g](#start) [h](mailto:a@b.example) `[i](../faq.md)`\n\n```\n[j](../faq.md)\n```\n\n[ref]: #/article/faq\n[k](#/article/with%20space%20%281%29)')
  const ids = JSON.stringify(parseArticle(await read('guides/start'))).match(/"articleId":"[^"]*"/g)
  assert.deepEqual(ids, ['faq', 'guides/next', 'guides/next', 'guides/next', 'faq', 'with space (1)'].map(id => `"articleId":"${id}"`))
  assert.deepEqual(warnings, [])
})

test('pictures are copied once, under a name that says what is in them, and are found from the article', async t => {
  const { read, files, report, out } = await built(t, folder(t, { 'en/a.md': '# A\n\n![x](../images/My%20lamp.PNG)', 'en/sub/b.md': '# B\n\n![x](../../images/My%20lamp.PNG "t")', 'images/My lamp.PNG': png }))
  assert.equal(report.pictures, 1)
  const picture = files().find(file => file.startsWith('pictures/')) ?? ''
  assert.match(picture, /^pictures\/My-lamp\.[0-9a-f]{10}\.png$/)
  assert.deepEqual(readFileSync(join(out, picture)), png)
  for (const id of ['a', 'sub/b']) assert.match(JSON.stringify(parseArticle(await read(id))), new RegExp(`"src":"https://shop.example/help/${picture}#1x1"`))
})

test('how large a picture is stands behind its address, as it is seen and where it can be told', async t => {
  const lying = Buffer.concat([Buffer.from('ffd8ffe1002245786966000049492a00080000000100120103000100000006000000', 'hex'), Buffer.from('00000000ffc0001108001400280301220002110103110', 'hex'), Buffer.from('ffd9', 'hex')])
  const { read } = await built(t, folder(t, {
    'a.md': '![a](a.png) ![b](b.svg) ![c](c.jpg) ![d](d.png)', 'a.png': png, 'c.jpg': lying, 'd.png': 'no picture',
    'b.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400.4"></svg>',
  }))
  const { body } = await read('a')
  assert.deepEqual([...body.matchAll(/pictures\/(\w)[^)#]*(#[^)]*)?\)/g)].map(([, name, size = '']) => name + size), ['a#1x1', 'b#640x400', 'c#20x40', 'd'])
})

test('everything that is wrong is named with its file and line, and the rest is indexed', async t => {
  const files: Record<string, string | Uint8Array> = {
    'good.md': '# Good\n\nText', 'a-broken.md': '---\ntitle: "open\ntopics: [\n---\nStill here', 'a-list.md': '---\n- a\n---\nStill here', 'unclosed.md': '---\ntitle: x\n\nStill here',
    'rule.md': '---\n\nOnly a rule', 'wrong.md': '---\nauthor: [1, {}]\n---\nStill here', 'bomb.md': `---\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefg'.split('').map((name, i) => `${name}: &${name} [${`*${'abcdef'[i]},`.repeat(9)}]`).join('\n')}\n---\nStill here`,
    'dup-one.md': '---\nid: same\n---\nOne', 'dup-two.md': '---\nid: same\n---\nTwo', 'empty.md': ' \n', 'only-front.md': '---\ntitle: x\n---\n', 'huge.md': 'still word\n'.repeat(1_000_000),
    'latin.md': Buffer.from('# Gr\xf6\xdfe\n\nText', 'latin1'), 'wide.md': Buffer.from('\ufeff# Wide\n\nText', 'utf16le'), 'marked.md': '\ufeff# Marked\r\n\r\nText\r\n', 'binary.md': Buffer.from([0, 1, 2, 3]),
    'links.md': '---\ntitle: L\n---\n\n# L\n\n[a](gone.md)\n![b](gone.png)\n[c](../../outside.md)\n', 'page.html': '<p>', 'old.rst': 'x', '.hidden.md': '# No', 'node_modules/x/README.md': '# No', 'proto.md': '---\n__proto__: { title: no }\nconstructor: 1\n---\n# __proto__\n\nText',
  }
  const dir = folder(t, files)
  symlinkSync(dir, join(dir, 'loop'))
  const { warnings, read, search, report } = await built(t, dir)
  assert.deepEqual(warnings.sort(), [
    'a-broken.md:4 front-matter', 'a-list.md:2 front-matter', 'binary.md encoding', 'bomb.md:2 front-matter', 'dup-two.md duplicate-id', 'empty.md empty', 'huge.md:45455 too-large', 'latin.md:1 encoding',
    'links.md:7 link', 'links.md:8 picture', 'links.md:9 link', 'loop skipped', 'old.rst skipped', 'only-front.md empty', 'page.html empty', 'unclosed.md:1 front-matter', 'wrong.md:2 front-matter',
  ])
  assert.equal(report.articles.get('en'), 14)
  assert.equal((await read('latin')).title, 'Größe')
  assert.equal((await read('wide')).title, 'Wide')
  assert.deepEqual([(await read('marked')).title, (await read('marked')).body], ['Marked', 'Text\n'])
  assert.equal((await read('same')).body, 'One')
  assert.equal((await read('proto')).title, 'proto')
  assert.equal((await search('still here')).length, 6)
})

test('the same folder gives the same files, and a change only changes what it concerns', async t => {
  const files = { 'a.md': '# A\n\nText', 'b.md': '# B\n\nText' }
  const first = await built(t, folder(t, files))
  assert.deepEqual((await built(t, folder(t, files))).files(), first.files())
  const changed = (await built(t, folder(t, { ...files, 'b.md': '# B\n\nOther text' }))).files()
  assert.deepEqual(changed.filter(file => first.files().includes(file)).map(file => file.replace(/\.[0-9a-f]{10}/, '')), ['en/a.json', 'index.json'])
})

test('an index inside the folder it is made of is not taken for help', async t => {
  const dir = folder(t, { 'a.md': '# A\n\nText', 'out/x.md': '# X' })
  assert.equal((await built(t, dir, { out: join(dir, 'out') })).report.articles.get('en'), 1)
})

test('with a base address articles know where they stand, and other files are found there', async t => {
  const { read, warnings } = await built(t, folder(t, { 'guides/a b.md': '# A\n\n[licence](../LICENSE) [api](/api/x#y)' }), { baseUrl: 'https://docs.example/help' })
  const { url, body } = await read('guides/a b')
  assert.deepEqual([url, body], ['https://docs.example/help/guides/a%20b', '[licence](https://docs.example/help/LICENSE) [api](https://docs.example/help/api/x#y)'])
  assert.deepEqual(warnings, [])
})

test('a base address or a language that is none is refused', async t => {
  const dir = folder(t, { 'a.md': 'x' })
  await assert.rejects(built(t, dir, { baseUrl: 'docs' }), { code: 'cli/bad-base-url' })
  await assert.rejects(built(t, dir, { locale: 'no language' }), { code: 'cli/bad-locale' })
})

test('the documentation of npm itself can be indexed, searched and read, every link followed', async t => {
  const dir = join(execFileSync('npm', ['root', '-g'], { encoding: 'utf8' }).trim(), 'npm/docs/content')
  const { report, warnings, read, search, source } = await built(t, dir)
  const count = report.articles.get('en') ?? 0
  assert.ok(count > 60, `${count} articles`)
  assert.deepEqual(warnings.filter(warning => !warning.endsWith(' link')), [])
  assert.equal((await search('lifecyle scripts'))[0], 'using-npm/scripts')
  assert.ok((await search('npm instal')).slice(0, 3).includes('commands/npm-install'))
  const links = new Set<string>()
  const titles = new Set<string>()
  for (const id of await search('npm config package')) {
    const article = await read(id)
    titles.add(article.title)
    for (const [, target = ''] of JSON.stringify(parseArticle(article)).matchAll(/"articleId":"([^"]*)"/g)) links.add(target)
  }
  assert.ok(titles.size === 10 && links.size > 10, `${titles.size} titles, ${links.size} links`)
  for (const id of links) assert.equal((await read(id)).id, id)
  assert.equal(typeof source.suggest, 'function')
})
