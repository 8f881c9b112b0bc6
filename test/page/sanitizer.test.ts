import { expect } from '@open-wc/testing'
import { sanitize } from '../../src/page/sanitizer.ts'

const base = 'https://shop.example/help/page.html'

function clean(html: string): HTMLDivElement {
  const holder = document.createElement('div')
  holder.append(sanitize(html, { base }))
  return holder
}

/** As in a page that has not cleaned anything yet. */
const freshCopy = async (name: string): Promise<typeof sanitize> =>
  ((await import(new URL(`../../src/page/sanitizer.ts?${name}`, import.meta.url).href)) as { sanitize: typeof sanitize }).sanitize

describe('sanitize', () => {
  it('keeps what an article is made of', () => {
    const holder = clean('<p>One <strong>two</strong> <em>three</em></p><ul><li>four</li></ul><table><tbody><tr><td colspan="2">five</td></tr></tbody></table>')
    expect(holder.innerHTML).to.equal(
      '<p>One <strong>two</strong> <em>three</em></p><ul><li>four</li></ul><table><tbody><tr><td colspan="2">five</td></tr></tbody></table>',
    )
  })

  const hostile = [
    '<script>top.evil = 1</script>', '<img src=x onerror="top.evil = 1">', '<svg onload="top.evil = 1"><a xlink:href="javascript:1">x</a></svg>',
    '<math><mtext><style><img src onerror="top.evil = 1"></style></mtext></math>', '<iframe srcdoc="<script>top.evil = 1</script>"></iframe>',
    '<a href="javascript:top.evil = 1">x</a>', '<a href=" java\nscript:top.evil = 1">x</a>', '<a href="data:text/html,x">x</a>',
    '<form action="https://evil.example"><input name="attributes"><button>Go</button></form>', '<style>body { display: none }</style>',
    '<p style="position: fixed">x</p>', '<link rel="stylesheet" href="https://evil.example/x.css">', '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    '<base href="https://evil.example/">', '<object data="x"></object>', '<embed src="x">', '<video src="x" autoplay></video>', '<dialog open>x</dialog>',
    '<img src="data:image/svg+xml,<svg onload=1>">', '<template><script>top.evil = 1</script></template>', '<noscript><p title="</noscript><img src=x onerror=top.evil=1>">',
    '<a href="https://ok.example" target="_top" data-x="1" aria-hidden="true" class="x">x</a>',
  ]
  for (const html of hostile) {
    it(`leaves nothing that runs, submits or styles in ${html.slice(0, 60)}`, () => {
      const holder = clean(html)
      expect(holder.querySelector('script, svg, math, style, iframe, form, input, button, link, meta, base, object, embed, video, dialog, template')).to.equal(null)
      for (const element of holder.querySelectorAll('*')) {
        for (const { name } of element.attributes) expect(name).to.match(/^(href|rel|src|alt|title|loading|decoding|referrerpolicy)$/)
        expect(element.getAttribute('href') ?? 'https:').to.match(/^https:/)
        expect(element.getAttribute('src') ?? 'https:').to.match(/^https:/)
      }
      expect((window.top as unknown as { evil?: number }).evil).to.equal(undefined)
    })
  }

  it('keeps ids from shadowing names of the page, and links to them working', () => {
    const holder = clean('<h2 id="location">Where</h2><a href="#location">there</a>')
    expect(holder.querySelector('h3')!.id).to.equal('user-content-location')
    expect(holder.querySelector('a')!.getAttribute('href')).to.equal('#user-content-location')
  })

  it('makes addresses absolute against the article, and marks those of other sites', () => {
    const holder = clean('<a href="../other.html">a</a><a href="https://far.example/">b</a><a href="mailto:a@b.example">c</a><a href="#/article/x">d</a><img src="p.png" alt="">')
    expect([...holder.querySelectorAll('a')].map(link => link.getAttribute('href'))).to.deep.equal([
      'https://shop.example/other.html', 'https://far.example/', 'mailto:a@b.example', '#/article/x',
    ])
    expect([...holder.querySelectorAll('a[rel]')].map(link => link.textContent)).to.deep.equal(['b'])
    expect(holder.querySelector('img')!.getAttribute('src')).to.equal('https://shop.example/help/p.png')
  })

  it('loads pictures late, without telling where from, and keeps their size', () => {
    const picture = clean('<img src="p.png" width="40" height="30" alt="A lamp">').querySelector('img')!
    expect(picture.getAttribute('loading')).to.equal('lazy')
    expect(picture.getAttribute('referrerpolicy')).to.equal('no-referrer')
    expect([picture.getAttribute('width'), picture.getAttribute('height')]).to.deep.equal(['40', '30'])
    const told = clean('<img src="p.png#640x400" alt="A lamp"><img src="p.png#640x400" width="320" alt="A lamp">')
    expect([...told.querySelectorAll('img')].map(({ attributes }) => [attributes.getNamedItem('width')?.value, attributes.getNamedItem('height')?.value]))
      .to.deep.equal([['640', '400'], ['320', undefined]])
  })

  it('shows the words of a picture that may not be shown', () => {
    expect(clean('<img src="ftp://x/y.png" alt="A lamp">').textContent).to.equal('A lamp')
  })

  it('begins the headings below the title', () => {
    expect(clean('<h1>a</h1><h2>b</h2><h3>c</h3><h6>d</h6>').innerHTML).to.equal('<h3>a</h3><h3>b</h3><h4>c</h4><h6>d</h6>')
  })

  it('makes one Trusted Types policy at most, however many articles it cleans', async () => {
    const { trustedTypes } = window as { trustedTypes?: { createPolicy(...given: unknown[]): unknown } }
    const made: unknown[] = []
    if (trustedTypes) {
      const create = trustedTypes.createPolicy.bind(trustedTypes)
      trustedTypes.createPolicy = (...given) => (made.push(given[0]), create(...given))
    }
    const afresh = await freshCopy('policies')
    for (const word of ['one', 'two', 'three']) expect(afresh(`<b>${word}</b>`).firstElementChild?.localName).to.equal('b')
    expect(made).to.deep.equal(trustedTypes ? ['dompurify'] : [])
  })

  it('answers with the bare words where the browser cannot be trusted to clean', async () => {
    const afresh = await freshCopy('untrusted')
    const { createHTMLDocument } = DOMImplementation.prototype
    Object.defineProperty(DOMImplementation.prototype, 'createHTMLDocument', { configurable: true, value: undefined })
    try {
      expect(afresh('<p onclick="evil()">Just <b>words</b></p><script>evil()</script>').textContent).to.equal('Just words')
    } finally {
      Object.defineProperty(DOMImplementation.prototype, 'createHTMLDocument', { configurable: true, writable: true, value: createHTMLDocument })
    }
  })
})
