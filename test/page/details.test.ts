import { expect, fixture, html } from '@open-wc/testing'
import type { Problem } from '../../src/core/support/errors.ts'
import type { Detail } from '../../src/desk/config.ts'
import { readDetails } from '../../src/page/details.ts'

const detail = (selector: string, more: Partial<Detail> = {}): Detail => ({ name: 'order', label: 'Order', selector, ...more })

/** What is found in a part of the page, and what is complained of. */
function read(root: Element, ...details: Detail[]) {
  const problems: Problem[] = []
  return { found: readDetails(details, problem => problems.push(problem), root), problems }
}

describe('details the page knows', () => {
  it('are read from words, attributes and what fields hold', async () => {
    const root = await fixture(html`<div>
      <p class="order">Order <b>No. 4711</b>
        of today</p>
      <a data-order="4712">Again</a>
      <input id="number" value="4713" />
      <textarea>4714</textarea>
      <select><option>None</option><option selected>Number 4715</option></select>
      <label><input type="radio" name="which" value="a" /> A</label><label><input type="radio" name="which" value="b" checked /> B</label>
    </div>`)
    const { found, problems } = read(
      root,
      detail('.order'),
      detail('a', { name: 'attribute', attribute: 'data-order' }),
      detail('#number', { name: 'field' }),
      detail('textarea', { name: 'area' }),
      detail('select', { name: 'choice' }),
      detail('[name=which]', { name: 'which' }),
      detail('.none', { name: 'nothing' }),
    )
    expect(found).to.deep.equal({
      order: 'Order No. 4711 of today', attribute: '4712', field: '4713', area: '4714', choice: 'Number 4715', which: 'b',
    })
    expect(problems).to.deep.equal([])
  })

  it('are the part a pattern takes: its first group, else all of it', async () => {
    const root = await fixture(html`<p>Order No. 4711 of 12 May</p>`)
    const { found } = read(
      root.parentElement!,
      detail('p', { pattern: String.raw`No\. (\d+)` }),
      detail('p', { name: 'day', pattern: String.raw`\d+ May` }),
      detail('p', { name: 'other', pattern: 'Invoice' }),
    )
    expect(found).to.deep.equal({ order: '4711', day: '12 May' })
  })

  it('are never what passwords, cards and codes are typed into, nor anything marked as private', async () => {
    const root = await fixture(html`<div>
      <input type="password" value="hunter2" class="secret" />
      <input autocomplete="billing cc-number" value="4111111111111111" class="secret" />
      <input autocomplete="one-time-code" value="123456" class="secret" />
      <input autocomplete="section-shop one-time-code" value="123456" class="secret" />
      <input autocomplete="CC-NUMBER" value="4111111111111111" class="secret" />
      <input name="cardNumber" value="4111111111111111" class="secret" data-of="4111" />
      <p data-private><span class="secret">1</span></p>
      <p data-earshot-ignore class="secret">2</p>
      <p data-earshot-mask class="secret">3</p>
      <div class="around">Order <i data-private>of Ada</i> 7 <script type="text/plain">secret</script><input value="typed" /><b contenteditable>typed</b></div>
    </div>`)
    expect(read(root, detail('.secret'), detail('.secret', { name: 'attribute', attribute: 'value' }), detail('[data-of]', { name: 'of', attribute: 'data-of' })).found)
      .to.deep.equal({})
    expect(read(root, detail('.around')).found).to.deep.equal({ order: 'Order 7' })
  })

  it('are the first element that says something, and at most two hundred characters, never half a letter', async () => {
    const long = 'x'.repeat(198) + '😀'.repeat(10)
    const root = await fixture(html`<div><p> </p><p>Second</p><b>${long}</b></div>`)
    const { found } = read(root, detail('p'), detail('p', { attribute: 'class' }), detail('b', { name: 'long' }))
    expect(found['order']).to.equal('Second')
    expect(found['long']).to.equal(`${'x'.repeat(198)}…`)
  })

  it('leave out what is wrong, and say what', async () => {
    const root = await fixture(html`<div><p>${'a'.repeat(40)}</p></div>`)
    const wrong = read(root, detail('p['), detail('p', { name: 'loop', pattern: '(a+)+$' }), detail('p', { name: 'open', pattern: '(' }), detail('p', { name: 'fine' }))
    expect(wrong.found).to.deep.equal({ fine: 'a'.repeat(40) })
    expect(wrong.problems.map(({ code, path }) => [code, path])).to.deep.equal([
      ['details/bad-selector', '/details/0/selector'], ['details/bad-pattern', '/details/1/pattern'], ['details/bad-pattern', '/details/2/pattern'],
    ])
    const many = read(root, ...Array.from({ length: 60 }, (_, i) => detail('p', { name: `d${i}` })))
    expect(Object.keys(many.found)).to.have.length(50)
    expect(many.problems.map(({ code }) => code)).to.deep.equal(['details/too-many'])
    expect(Object.getPrototypeOf(read(root, detail('p', { name: '__proto__' })).found)).to.equal(Object.prototype)
  })
})
