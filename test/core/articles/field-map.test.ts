import { expect } from '@open-wc/testing'
import { articleFrom, isoDate, ownFields, textAt, textsIn, valueAt, webAddress } from '../../../src/core/articles/field-map.ts'

describe('the map of fields', () => {
  it('finds what is at a path, through objects and lists, and nothing inherited', () => {
    const item = { a: { b: [{ c: 'x' }] }, n: 7 }
    expect([textAt(item, 'a.b.0.c'), textAt(item, 'n'), valueAt(item, '')]).to.deep.equal(['x', '7', item])
    for (const path of ['a.b.1.c', 'a.c', 'n.toFixed', '__proto__', 'constructor.name', 'a.b.length.x', 'a..b']) expect(textAt(item, path), path).to.equal(undefined)
    for (const strange of [null, undefined, 7, 'text']) expect(valueAt(strange, 'a.b')).to.equal(undefined)
    expect(textAt({ a: Infinity, b: {} }, 'a')).to.equal(undefined)
  })

  it('makes an article, leaving out what is strange', () => {
    const item = { title: ' Title ', body: '<p>x</p>', url: '/x', topics: ['a', 7, { name: 'b' }, ''], updatedAt: 'soon', community: 'yes', author: { name: 7 } }
    expect(articleFrom(item, 'id', ownFields, { base: 'https://x.example/y/' })).to.deep.equal({
      id: 'id', title: 'Title', body: '<p>x</p>', format: 'html', url: 'https://x.example/x', topics: ['a', 'b'], author: { name: '7' },
    })
    expect(articleFrom({ title: 'T', body: '' }, 'id', ownFields)?.format).to.equal('markdown')
    for (const strange of [null, [], { title: 'T' }, { body: 'x' }, { title: ' ', body: 'x' }]) expect(articleFrom(strange, 'id', ownFields)).to.equal(undefined)
  })

  it('reads dates as texts, seconds and milliseconds', () => {
    for (const date of ['2023-11-14T22:13:20Z', 1_700_000_000, 1_700_000_000_000]) expect(isoDate(date)).to.equal('2023-11-14T22:13:20.000Z')
    for (const none of ['', 'soon', null, {}, Number.MAX_VALUE, NaN]) expect(isoDate(none)).to.equal(undefined)
  })

  it('lets through addresses of the web only', () => {
    expect(webAddress('https://x.example/a')).to.equal('https://x.example/a')
    expect(webAddress('/a', 'https://x.example/b')).to.equal('https://x.example/a')
    for (const other of ['javascript:alert(1)', 'mailto:a@b.example', 'data:text/html,x', 'JAVASCRIPT:x', '', 'tel:1']) expect(webAddress(other, 'https://x.example'), other).to.equal(undefined)
  })

  it('takes one text for a list', () => {
    expect([textsIn('a'), textsIn(undefined), textsIn([['a']])]).to.deep.equal([['a'], [], []])
  })
})
