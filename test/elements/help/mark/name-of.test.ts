import { expect, fixture, html } from '@open-wc/testing'
import { nameOf } from '../../../../src/elements/help/mark/name-of.ts'

async function called(template: unknown): Promise<string | undefined> {
  const root = await fixture<HTMLElement>(html`<div>${template as string}</div>`)
  return nameOf(root.querySelector('#x') ?? undefined)
}

describe('What a part of a page is called', () => {
  it('a field by its label, without the colon, the star or what is in the field', async () => {
    expect(await called(html`<label for="x">Post  code: *</label><input id="x" value="17489" />`)).to.equal('Post code')
    expect(await called(html`<label>Country <select id="x"><option>Germany</option></select></label>`)).to.equal('Country')
    expect(await called(html`<input id="x" placeholder="MM/YY" value="12/30" />`)).to.equal('MM/YY')
    expect(await called(html`<b id="l">Name</b><input id="x" aria-labelledby="l nobody" />`)).to.equal('Name')
    expect(await called(html`<textarea id="x">Something private</textarea>`)).to.equal(undefined)
  })

  it('a cell or a button by its own words, a section by its heading, a picture by its text', async () => {
    expect(await called(html`<table><tr><td id="x">Part number</td></tr></table>`)).to.equal('Part number')
    expect(await called(html`<button id="x" aria-label="Close">×</button>`)).to.equal('Close')
    expect(await called(html`<section id="x"><h2>Delivery</h2>${'Long words. '.repeat(20)}</section>`)).to.equal('Delivery')
    expect(await called(html`<img id="x" alt="A lamp" />`)).to.equal('A lamp')
  })

  it('has no name for what is private, long, or not there', async () => {
    expect(await called(html`<p id="x" data-private>Ada Lovelace</p>`)).to.equal(undefined)
    expect(await called(html`<p id="x">Paid by <span data-private>Ada</span></p>`)).to.equal('Paid by')
    expect(await called(html`<p id="x">${'Long words. '.repeat(20)}</p>`)).to.equal(undefined)
    expect(nameOf(undefined)).to.equal(undefined)
  })
})
