import { expect } from '@open-wc/testing'
import { plainText } from '../../../src/core/articles/plain-text.ts'

describe('plainText', () => {
  const table: [title: string, body: string, text: string, headings?: string][] = [
    ['emphasis', 'a **b** *c* __d__ ~~e~~ `f` g_h_i', 'a b c d e f g_h_i'],
    ['links and pictures', '[a](b) ![c](d "e") [f][g] <https://h.example/>\n\n[g]: https://i.example/', 'a c f https://h.example/'],
    ['headings', '# A *b* #\n\ntext\n\n## C', 'text', 'A b\nC'],
    ['lists and quotations', '- a\n  1. b\n> c\n- [x] d', 'a b c d'],
    ['tables', '| a | b |\n|---|:-:|\n| c | d |', 'a b c d'],
    ['code fences', '```ts\nconst a = 1\n```', 'const a = 1'],
    ['HTML and comments', 'a <b class="x">c</b> <!-- d --> e', 'a c e'],
    ['entities and escapes', 'a &amp; b \\* c', 'a & b * c'],
    ['sums', '2 * 3 * 4 and a_b', '2 * 3 * 4 and a_b'],
  ]
  for (const [title, body, text, headings = ''] of table) {
    it(`reads through ${title}`, () => expect(plainText({ body, format: 'markdown' })).to.deep.equal({ headings, text }))
  }

  it('reads the words of HTML', () => {
    expect(plainText({ body: '<h2>A <i>b</i></h2><p>c &lt; d</p><script>e</script><style>f</style><p>g', format: 'html' })).to.deep.equal({ headings: 'A b', text: 'A b c < d g' })
    expect(plainText({ body: '<table><tr><td>a</td><td><b>W</b>ord</td></tr></table><pre>x\n  y</pre>', format: 'html' }).text).to.equal('a Word x y')
  })

  it('comes back from much of anything', () => {
    for (const part of ['[', '![', '*', '*a', '_a', '`', '<', '<a ', '<!--', '> ', '- ', '|', '# ', '\\', '&', '[a](', ' ', '\n', '<h1>', '- [x] ', '-', '| -', '**a ', '- | ', '# #a', '  a']) {
      for (const format of ['markdown', 'html'] as const) plainText({ body: `${part.repeat(200_000 / part.length)}a`, format })
    }
  }).timeout(60_000)
})
