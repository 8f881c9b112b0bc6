import { expect } from '@open-wc/testing'
import { fold, termsOf, tokenize } from '../../../src/core/articles/terms.ts'

describe('tokenize', () => {
  const table: [text: string, terms: string][] = [
    ['Return something!', 'return something'],
    ['npm_config --foo-bar', 'npm config foo bar'],
    ['Version 1.2.1, V1.2.1 or 1,2. And 12.1', 'version 1.2.1 1.2.1 or 1.2 and 12.1'],
    ['2.50€ 3.5mm 20.x 2026-11-22 …1.', '2.50 3.5 mm 20 x 2026 11 22 1'],
    ["don't l'adresse aujourd’hui it’s", 'dont l adresse aujourd hui its'],
    ['Größe Straße ÄRGER', 'grosse strasse arger'],
    ['Crème brûlée, smørrebrød, Łódź, İstanbul', 'creme brulee smorrebrod lodz istanbul'],
    ['Ёлка йод', 'елка иод'],
    ['ΟΔΟΣ οδός', 'οδοσ οδοσ'],
    ['مُحَمَّد أحمد', 'محمد احمد'],
    ['المنتج والمنتج بالمنتج للمنتج وبالمنتج منتج', 'منتج منتج منتج منتج منتج منتج'],
    ['الألعاب ألعاب العاب', 'عاب عاب عاب'],
    ['ألم لله', 'الم لله'],
    ['שָׁלוֹם', 'שלום'],
    ['हिन्दी', 'हिन्दी'],
    ['ＡＢＣ１２', 'abc12'],
    ['', ''],
    ['— … 🙃', ''],
  ]
  for (const [text, terms] of table) it(`reads ${JSON.stringify(text)}`, () => expect(tokenize(text).join(' ')).to.equal(terms))

  it('finds pairs of letters in scripts without spaces, whatever the engine takes for a word', () => {
    for (const [text, pairs] of [['返品方法', ['返品', '品方', '方法']], ['การคืนสินค้า', ['กา', 'คื']], ['ひらがな', ['ひら', 'がな']]] as const) {
      expect(tokenize(text)).to.include.members([...pairs])
    }
  })

  it('keeps Latin words apart from the Chinese around them', () => {
    expect(tokenize('在React里')).to.include('react')
  })

  it('cuts what is too long for a word', () => {
    expect(tokenize('a'.repeat(1000))).to.deep.equal(['a'.repeat(40)])
  })

  it('takes lone surrogates and a long text without complaint', () => {
    expect(tokenize('\ud800 a \udfff')).to.deep.equal(['a'])
    expect(tokenize('ab '.repeat(100_000)).length).to.equal(100_000)
  })
})

describe('termsOf', () => {
  it('says where each word stands in the text as it was written', () => {
    const text = 'Die Größe, bitte'
    expect(termsOf(text).map(({ term, start, end }) => `${term}=${text.slice(start, end)}`)).to.deep.equal(['die=Die', 'grosse=Größe', 'bitte=bitte'])
  })
})

describe('fold', () => {
  it('folds twice to the same as once', () => {
    for (const word of ['Größe', 'Œuvre', 'ﬁne', 'أحمد', 'الألعاب', 'للألعاب', 'が', 'ç']) expect(fold(fold(word))).to.equal(fold(word))
  })
})
