import { expect } from '@open-wc/testing'
import { mainOf } from '../../../src/core/articles/main-of.ts'

const page = (body: string) => `<!doctype html><html lang="de-AT"><head><title>Site &amp; page</title></head><body class="x">${body}</body></html>`

describe('what a page is about', () => {
  it('is its <main>, without the first heading, navigation, scripts and footers', () => {
    const found = mainOf(page('<nav>Home</nav><main id="m"><!-- x --><h1>Return <b>it</b></h1><nav>Crumbs</nav><div><p>Sixty <em>days</em>.</p></div><script>x("</main>")</script><footer>©</footer></main><p>After</p>'))
    expect(found).to.deep.equal({ title: 'Return it', lang: 'de-AT', body: '<main id="m"><div><p>Sixty <em>days</em>.</p></div></main>' })
  })

  it('is what is marked for Pagefind, all parts of it, without what is marked to be ignored', () => {
    const found = mainOf(page('<main><div class="a>b" data-pagefind-body><div>1<div data-pagefind-ignore="all">no <div>no</div></div>2</div></div>not<p data-pagefind-body>3</p></main>'))
    expect(found.body).to.equal('<div class="a>b" data-pagefind-body><div>12</div></div>\n<p data-pagefind-body>3</p>')
    expect(found.title).to.equal('Site & page')
  })

  it('is else an <article>, else the whole body, else everything', () => {
    expect(mainOf(page('a<article><p>b</p></article>c')).body).to.equal('<article><p>b</p></article>')
    expect(mainOf(page('<p>b</p>')).body).to.equal('<body class="x"><p>b</p></body>')
    expect(mainOf('<p>b')).to.deep.equal({ title: '', body: '<p>b' })
    expect(mainOf('')).to.deep.equal({ title: '', body: '' })
  })

  it('comes to an end for pages that are broken or hostile', () => {
    for (const hostile of ['<main '.repeat(20_000), '<main>'.repeat(20_000), '<div data-pagefind-body="'.repeat(5_000), '<script>'.repeat(20_000), '<a x="\''.repeat(20_000), '<h1>'.repeat(20_000), '<!--'.repeat(50_000)]) mainOf(hostile)
  }).timeout(20_000)
})
