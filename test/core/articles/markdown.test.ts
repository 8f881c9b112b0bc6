import { expect } from '@open-wc/testing'
import type { Block, Inline } from '../../../src/core/articles/document.ts'
import { parseArticle, parseMarkdown } from '../../../src/core/articles/markdown.ts'

const text = (words: string): Inline => ({ type: 'text', text: words })
const paragraph = (...inlines: (Inline | string)[]): Block => ({ type: 'paragraph', inlines: inlines.map(each => (typeof each === 'string' ? text(each) : each)) })

describe('parseMarkdown', () => {
  const table: [title: string, body: string, blocks: Block[]][] = [
    ['nothing', '', []],
    ['paragraphs', 'One\ntwo\n\nThree', [paragraph('One\ntwo'), paragraph('Three')]],
    ['emphasis', 'a **b *c*** ~~d~~ `e`', [paragraph('a ', { type: 'strong', inlines: [text('b '), { type: 'em', inlines: [text('c')] }] }, ' ', { type: 'del', inlines: [text('d')] }, ' ', { type: 'code', text: 'e' })]],
    ['a hard break', 'a  \nb<br>c', [paragraph('a', { type: 'break' }, 'b', { type: 'break' }, 'c')]],
    ['a heading', '## How *to*', [{ type: 'heading', level: 2, id: 'earshot-how-to', inlines: [text('How '), { type: 'em', inlines: [text('to')] }] }]],
    ['a list in a list', '- a\n  1. b\n- c', [{ type: 'list', ordered: false, items: [
      { blocks: [paragraph('a'), { type: 'list', ordered: true, items: [{ blocks: [paragraph('b')] }] }] }, { blocks: [paragraph('c')] },
    ] }]],
    ['a list that begins at three', '3. c', [{ type: 'list', ordered: true, start: 3, items: [{ blocks: [paragraph('c')] }] }]],
    ['tasks', '- [x] done\n- [ ] open', [{ type: 'list', ordered: false, items: [{ checked: true, blocks: [paragraph('done')] }, { checked: false, blocks: [paragraph('open')] }] }]],
    ['code', '```ts title="a"\na < b &amp;\n```', [{ type: 'code', lang: 'ts', text: 'a < b &amp;' }]],
    ['a quotation', '> a\n> - b', [{ type: 'quote', blocks: [paragraph('a'), { type: 'list', ordered: false, items: [{ blocks: [paragraph('b')] }] }] }]],
    ['a table', '| a | b |\n|:-:|---|\n| *c* | d \\| e |', [{ type: 'table', align: ['center', undefined], head: [[text('a')], [text('b')]], rows: [[[{ type: 'em', inlines: [text('c')] }], [text('d | e')]]] }]],
    ['a rule', 'a\n\n***\n\nb', [paragraph('a'), { type: 'rule' }, paragraph('b')]],
    ['a picture of its own', '![A lamp](https://shop.example/lamp.png "On")', [{ type: 'image', src: 'https://shop.example/lamp.png', alt: 'A lamp', title: 'On' }]],
    ['a picture with its size behind its address', '![it](a.png#640x400)', [{ type: 'image', src: 'a.png#640x400', alt: 'it', width: 640, height: 400 }]],
    ['a picture with something else behind it', '![it](a.svg#0x4)', [{ type: 'image', src: 'a.svg#0x4', alt: 'it' }]],
    ['a picture in a sentence', 'See ![it](a.png).', [paragraph('See ', { type: 'image', src: 'a.png', alt: 'it' }, '.')]],
    ['entities, once', 'a &amp;lt; b &copy; &#233; &#x1F643; &nosuch; &#0; `&lt;`', [paragraph('a &lt; b © é 🙃 &nosuch; \ufffd ', { type: 'code', text: '&lt;' })]],
    ['escapes', '\\*a\\* 1 \\< 2', [paragraph('*a* 1 < 2')]],
    ['an address in angles', '<https://a.example/?x=1&copy=2>', [paragraph({ type: 'link', href: 'https://a.example/?x=1&copy=2', external: true, inlines: [text('https://a.example/?x=1&copy=2')] })]],
    ['a reference', '[a][b]\n\n[b]: https://a.example/ "T"', [paragraph({ type: 'link', href: 'https://a.example/', external: true, title: 'T', inlines: [text('a')] })]],
    ['words in raw HTML', '<div class="x"><u>Note</u> &amp; more<script>alert(1)</script><!-- no --></div>', [paragraph('Note & more')]],
    ['keys, figures and emphasis in raw HTML', 'H<sub>2</sub>O<kbd>Esc</kbd>x<sup>2</sup><b>b</b><i>i</i><s>s</s> <span>plain</span> <code>a</code>', [paragraph(
      'H', { type: 'sub', inlines: [text('2')] }, 'O', { type: 'kbd', inlines: [text('Esc')] }, 'x', { type: 'sup', inlines: [text('2')] },
      { type: 'strong', inlines: [text('b')] }, { type: 'em', inlines: [text('i')] }, { type: 'del', inlines: [text('s')] }, ' plain ', { type: 'code', text: 'a' },
    )]],
    ['a picture in raw HTML, with its size', '<p align="center">\n  <img src="a.png" alt="A &amp; B" width="20px" height=10 style="x" onerror="alert(1)">\n</p>', [{ type: 'image', src: 'a.png', alt: 'A & B', width: 20, height: 10 }]],
    ['a picture in raw HTML, whose own size counts', '<img src="a.png#640x400" alt="" width="320">', [{ type: 'image', src: 'a.png#640x400', alt: '', width: 320 }]],
    ['a picture in raw HTML, with its size behind its address', '<img src="a.png#640x400" alt="">', [{ type: 'image', src: 'a.png#640x400', alt: '', width: 640, height: 400 }]],
    ['a link in raw HTML', 'See <A HREF="https://a.example/?a=1&amp;b=2" title=T>*this*</A>.', [paragraph(
      'See ', { type: 'link', href: 'https://a.example/?a=1&b=2', external: true, title: 'T', inlines: [{ type: 'em', inlines: [text('this')] }] }, '.',
    )]],
    ['what is folded away, with Markdown in it', '<details open>\n<summary>More <b>of it</b></summary>\n\n- a\n\n<details><summary>Inner</summary>words</details>\n\n</details>\n\nAfter', [
      { type: 'details', open: true, summary: [text('More '), { type: 'strong', inlines: [text('of it')] }], blocks: [
        { type: 'list', ordered: false, items: [{ blocks: [paragraph('a')] }] }, { type: 'details', summary: [text('Inner')], blocks: [paragraph('words')] },
      ] },
      paragraph('After'),
    ]],
    ['headings, code, rules and cells in raw HTML', '<h2>Title &lt;x&gt;</h2>\n<pre>\na &lt;  b\n</pre>\n<hr>\n<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', [
      { type: 'heading', level: 2, id: 'earshot-title-x', inlines: [text('Title <x>')] }, { type: 'code', text: 'a <  b' }, { type: 'rule' }, paragraph('a b'), paragraph('c'),
    ]],
    ['no link in a link, and no tag that was only mentioned', '<kbd>open [a <a href="x">b</a>](y)', [paragraph('open ', { type: 'link', href: 'y', external: false, inlines: [text('a '), text('b')] })]],
    ['nothing in raw HTML that is not for reading', '<style>p{}</style>\n\n<!-- a -->\n\n<svg>\n<text>x</text>\n</svg>', []],
    ['words between tags', 'a <u onclick="x()">b</u> <script>alert(1)</script> c', [paragraph('a b  c')]],
    ['a tag that was only mentioned', 'The <script> tag', [paragraph('The  tag')]],
  ]
  for (const [title, body, blocks] of table) it(`reads ${title}`, () => expect(parseMarkdown(body)).to.deep.equal(blocks))

  it('gives each heading an id of its own, which the links in the article find', () => {
    const blocks = parseMarkdown('# A b!\n\n# A b\n\n# A b-1\n\n# Über uns\n\n# 返品\n\n# __proto__\n\n[x](#über-uns) [y](#a-b-1)')
    const ids = blocks.flatMap(block => (block.type === 'heading' ? block.id : []))
    expect(ids).to.deep.equal(['earshot-a-b', 'earshot-a-b-1', 'earshot-a-b-1-1', 'earshot-über-uns', 'earshot-返品', 'earshot-proto'])
    const links = JSON.stringify(blocks.at(-1))
    expect(links).to.contain('"href":"#earshot-über-uns","external":false,"fragment":"earshot-über-uns"').and.to.contain('"#earshot-a-b-1"')
  })

  it('lets only harmless addresses through; the words of the others stay', () => {
    for (const href of ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java&#10;script:alert(1)', '&#106;avascript:alert(1)', 'vbscript:x', 'data:text/html,x', 'blob:https://a/b', 'file:///etc/passwd']) {
      const blocks = parseMarkdown(`[words](<${href}>) ![picture](<${href}>)`)
      expect(JSON.stringify(blocks), href).to.contain('words').and.to.contain('picture')
      expect(JSON.stringify(blocks), href).not.to.match(/"type":"(?:link|image)"/)
    }
  })

  it('makes addresses absolute against the base, and knows which ones lead away', () => {
    const links = parseMarkdown('[a](/b) [c](https://other.example/) [d](mailto:a@b.example) ![e](../e.png)', { base: 'https://shop.example/help/x' })
    expect(JSON.stringify(links)).to.contain('"href":"https://shop.example/b","external":false')
      .and.to.contain('"href":"https://other.example/","external":true').and.to.contain('"href":"mailto:a@b.example","external":false')
      .and.to.contain('"src":"https://shop.example/e.png"')
  })

  it('still has its links when the base is none', () => {
    expect(JSON.stringify(parseMarkdown('[a](/b)', { base: 'help' }))).to.contain('"href":"/b"')
  })
})

describe('parseArticle', () => {
  it('looks for pictures where they lie, and for other articles beside the article', () => {
    const blocks = parseArticle({ id: 'guides/start', title: 'T', format: 'markdown', body: '[a](../faq.md#b) ![c](p.png)', url: 'https://shop.example/guides/start', base: 'https://cdn.example/help/en/x.json' })
    expect(JSON.stringify(blocks)).to.contain('"articleId":"faq"').and.to.contain('"src":"https://cdn.example/help/en/p.png"')
  })
})
