import assert from 'node:assert/strict'
import { join } from 'node:path'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { built, folder } from './folder.ts'

const page = (head: string, body: string, lang = 'en') => `<!doctype html>\n<html lang="${lang}">\n<head>${head}</head>\n<body>\n${body}\n</body>\n</html>`
const frame = (main: string) => `<header><h1>The shop</h1></header><nav><a href="/">Home</a></nav>${main}<aside>Offers</aside><footer>Imprint</footer>`

test('a page of HTML becomes an article: its main part, clean, under the title of its first heading', async t => {
  const { read, search, warnings } = await built(t, folder(t, {
    'lamp.html': page('<title>Lamp | The shop</title><meta name="description" content="What to do &amp; how"><style>p{}</style>', frame(`<main class="a">
      <!-- by hand --><h1>The lamp  flickers <a href="#lamp">¶</a></h1>
      <p class="x" style="color:red" onclick="alert(1)">Tighten the <b>b</b>ulb&nbsp;&mdash; caf&eacute;.</p>
      <script>alert(1)</script><noscript>No</noscript><form><input><button>Send</button></form><div hidden>Secret</div>
      <pre><code>a &lt;
  b

c</code></pre><svg><text>svg</text></svg><custom-note><p>Kept</p></custom-note><nav>Breadcrumb</nav>
    </main>`)),
  }))
  const { title, body, format, summary } = await read('lamp')
  assert.deepEqual([title, format, summary], ['The lamp flickers', 'html', 'What to do & how'])
  assert.equal(body, '<p>Tighten the <b>b</b>ulb\u00a0— café.</p>\n<pre><code>a &lt;\n  b\n\nc</code></pre><p>Kept</p>')
  assert.deepEqual(await search('flickers'), ['lamp'])
  assert.deepEqual(await search('bulb'), ['lamp'])
  assert.deepEqual(await search('imprint'), [])
  assert.deepEqual(warnings, [])
})

test('without a main part it is the only article, or the body without what frames it', async t => {
  const { read } = await built(t, folder(t, {
    'article.html': page('', `<h1>Site</h1><main><div>Menu</div><article><h1>Returns</h1><p>Sixty days</p></article></main>`),
    'role.html': page('', frame('<div role="main"><h1>Role</h1><aside>A note</aside></div>')),
    'body.htm': page('<title>How it works - The shop</title>', frame('<p>Words</p>')),
    'fragment.html': '<h2>Only</h2><p>a part',
    'form.html': page('', '<form><h1>All in one</h1><p>Words</p><input></form>'),
    'two.html': page('', '<article><h1>One</h1></article><article><h1>Two</h1></article>'),
  }))
  const seen = async (id: string) => { const { title, body } = await read(id); return [title, body] }
  assert.deepEqual(await seen('article'), ['Returns', '<p>Sixty days</p>'])
  assert.deepEqual(await seen('role'), ['Role', 'A note'])
  assert.deepEqual(await seen('body'), ['The shop', '<p>Words</p>'])
  assert.deepEqual(await seen('fragment'), ['Fragment', '<h2>Only</h2><p>a part</p>'])
  assert.deepEqual(await seen('form'), ['All in one', '<p>Words</p>'])
  assert.deepEqual(await seen('two'), ['One', '<h1>Two</h1>'])
})

test('what the head says is in the article; our own tags, and front matter, have the last word', async t => {
  const { read, report, warnings } = await built(t, folder(t, {
    'a.html': page(`<title>A | Shop</title><meta property="og:title" content="Return something"><meta name="keywords" content="send back, money">
      <meta name="earshot:pages" content="/order, /cart"><meta name="earshot:boost" content="2"><meta name="earshot:updatedAt" content="2026-08-25"><meta name="date" content="2020-01-01">
      <meta name="author" content="Ada"><link rel="canonical" href="https://shop.example/returns"><meta name="earshot:community" content="true">`, '<p>Words</p>'),
    'b.html': `---\ntitle: Mine\ntags: [x]\n---\n${page('<meta name="earshot:title" content="Theirs"><meta name="earshot:topics" content="y">', '<h1>Other</h1>b')}`,
    'bad.html': page('\n<meta name="earshot:boost" content="much">', '<p>Words</p>'),
    'de.html': page('', '<h1>Zurück</h1><p>Worte</p>', 'de'), 'us.html': page('', '<h1>Us</h1><p>x</p>', 'en-US'),
    'draft.html': page('<meta name="robots" content="noindex, follow">', '<p>Words</p>'), 'gone.html': page('<meta http-equiv="refresh" content="0; url=a.html">', '<p>Moved</p>'),
  }))
  const { base: _, ...a } = await read('a')
  assert.deepEqual(a, {
    locale: 'en', id: 'a', title: 'Return something', body: '<p>Words</p>', format: 'html', url: 'https://shop.example/returns', pages: ['/order', '/cart'],
    aliases: ['send back', 'money'], boost: 2, updatedAt: '2026-08-25', author: { name: 'Ada' }, community: true,
  })
  const b = await read('b')
  assert.deepEqual([b.title, b.topics], ['Mine', ['y']])
  assert.deepEqual([...report.articles], [['en', 4], ['de', 1]])
  assert.deepEqual(warnings, ['bad.html:4 front-matter', 'draft.html draft', 'gone.html skipped'])
})

test('links and pictures in HTML lead where they did, between Markdown and HTML too', async t => {
  const { read, files, warnings } = await built(t, folder(t, {
    'guides/a.html': page('', `<main><p><a href="b.html#Sec">b</a> <a href='../c.md?x=1'>c</a> <a href=/guides/b.html title="a &gt; b">d</a>
<img src="../img/My%20lamp.png" alt="x"> <img data-src="../img/My lamp.png" src="data:image/gif;base64,R0" srcset="x 2x">
<a href="gone.html">gone</a> <a href="https://a.example/?a=1&amp;b=2">out</a> <a name="old"></a><a href="#old">here</a> <a href="javascript:alert(1)">no</a></p></main>`),
    'guides/b.html': '<h1>B</h1>b', 'c.md': 'See <a class="x" href="guides/a.html">a</a>, <img\n  src=img/My%20lamp.png> and `<a href="guides/b.html">`.', 'img/My lamp.png': 'png',
  }))
  const picture = files().find(file => file.startsWith('pictures/'))
  assert.equal((await read('guides/a')).body, `<p><a href="#/article/guides/b#Sec">b</a> <a href="#/article/c">c</a> <a href="#/article/guides/b" title="a &gt; b">d</a>
<img src="../${picture}" alt="x"> <img src="../${picture}">
<a href="gone.html">gone</a> <a href="https://a.example/?a=1&amp;b=2">out</a> <a id="old"></a><a href="#old">here</a> <a href="javascript:alert(1)">no</a></p>`)
  assert.equal((await read('c')).body, `See <a class="x" href="#/article/guides/a">a</a>, <img\n  src="../${picture}"> and \`<a href="guides/b.html">\`.`)
  assert.deepEqual(warnings, ['guides/a.html:7 link'])
})

test('of HTML the words are searched as they are read: entities, cells, code, pictures', async t => {
  const { search, out, files } = await built(t, folder(t, { 'a.html': '<h2>Gr&ouml;&szlig;e</h2><p>un<b>believ</b>able<br>next</p><table><tr><td>cell</td><td>other</td></tr></table><pre>const x = 1</pre><img src="x" alt="lantern"><ul><li>one</li><li>two</li></ul>' }))
  for (const word of ['größe', 'unbelievable', 'next', 'cell', 'other', 'const', 'lantern', 'two']) assert.deepEqual(await search(word), ['a'], word)
  const index = files().map(file => readFileSync(join(out, file), 'utf8')).find(text => text.includes('"total"'))
  assert.match(index ?? '', /unbelievable next cell · other const x = 1 lantern one two/)
})

test('a page that nobody would write is read within seconds, or said to be unreadable', async t => {
  const big = (part: string) => part.repeat(Math.ceil(5_000_000 / part.length))
  const { warnings, report, read } = await built(t, folder(t, {
    'deep.html': '<div>'.repeat(100_000), 'long.html': big('<p>Some words here</p>\n'), 'bold.html': '<b><p>x'.repeat(400), 'open.html': '<p>x<!--', 'tags.html': '<', 'script.html': `<p>x<script>${'a'.repeat(1000)}`,
  }))
  assert.deepEqual(warnings, ['deep.html unreadable', 'long.html:173914 too-large', 'long.html too-large'])
  assert.equal(report.articles.get('en'), 5)
  assert.ok((await read('long')).body.length < 510_000)
})
