import { expect } from '@open-wc/testing'
import { buildEngine, type EngineOptions, type SearchDocument } from '../../../../src/core/articles/search-engine.ts'

/** The titles a query finds, best first. */
const finder = (documents: SearchDocument[], options?: EngineOptions) => {
  const engine = buildEngine(documents, options)
  return async (query: string, strict = false) => (await (await engine).search(query, 5, strict)).map(({ position }) => documents[position]?.title)
}

describe('words that are said otherwise', () => {
  it('are found by another ending, in the languages whose endings are known', async () => {
    const table: [locale: string, title: string, query: string][] = [
      ['en', 'Cancelling an order', 'cancelled orders'], ['en-GB', 'Deliveries', 'delivery'], ['de', 'Häuser verkaufen', 'haus verkauf'], ['fr', 'Annuler une commande', 'annulation commandes'],
      ['es', 'Devoluciones', 'devolucion'], ['it', 'Resi e rimborsi', 'rimborso'], ['nl', 'Bestellingen', 'bestelling'], ['ru', 'Возврат товара', 'возвраты товаров'],
      ['ar', 'إرجاع المنتجات', 'منتج'], ['ar', 'رفضت بطاقتي', 'البطاقات'], ['ar', 'فاتورة', 'للفاتورة'], ['pt', 'Devoluções', 'devolução'], ['sv', 'Leveranser', 'leverans'], ['da', 'Betalinger', 'betaling'], ['nb', 'Leveringer', 'levering'], ['fi', 'Palautukset', 'palautus'],
    ]
    for (const [locale, title, query] of table) {
      expect((await finder([{ title: 'Zzz' }, { title }, { title: 'Yyy' }], { locale })(query))[0], `${locale}: ${query}`).to.equal(title)
    }
  })

  it('are found with the Arabic article and without it, also while it is typed', async () => {
    const find = finder([{ title: 'توصيل' }, { title: 'البطاقة المرفوضة' }], { locale: 'ar' })
    for (const query of ['بطاقة', 'البطاقة', 'بالبطاقة', 'البط', 'مرفوض', 'كيف المرفوض']) expect(await find(query), query).to.deep.equal(['البطاقة المرفوضة'])
    expect(await find('التوصيل')).to.deep.equal(['توصيل'])
  })

  it('are found by what an owner says they mean, also misspelt, and by several words for one', async () => {
    const find = finder([{ title: 'Refunds' }, { title: 'When your money comes back' }, { title: 'Delivery' }], { locale: 'en', synonyms: [['refund', 'money back', 'reimbursement'], ['parcel', 'delivery']] })
    expect(await find('reimbursement')).to.include.members(['Refunds', 'When your money comes back'])
    expect(await find('reimbursment')).to.include('Refunds')
    expect((await find('parcel'))[0]).to.equal('Delivery')
    expect((await find('get my money back')).slice(0, 2)).to.have.members(['When your money comes back', 'Refunds'])
  })

  it('are found run together and split', async () => {
    const find = finder([{ title: 'Login trouble' }, { title: 'Change your e-mail' }, { title: 'Other' }], { locale: 'en' })
    expect((await find('log in'))[0]).to.equal('Login trouble')
    expect((await find('email'))[0]).to.equal('Change your e-mail')
  })

  it('are found however their parts are put together', async () => {
    const others = [{ title: 'Parts', body: 'node; order. By mail, fi.' }, { title: 'Numbers', body: '1 2 1 2.1.1 12.1' }]
    const table: [body: string, queries: string[]][] = [
      ['Needs Node.js', ['node.js', 'nodejs', 'node js']], ['Has wi-fi', ['wi-fi', 'wifi', 'wi fi', 'WiFi']], ['Has WiFi', ['wi-fi', 'wifi', 'wi fi']],
      ['By e-mail', ['e-mail', 'email', 'e mail']], ['By email', ['e-mail', 'email', 'e mail']], ['The order-no', ['order-no', 'orderno', 'order no', 'order_no']],
      ['In 1.2.1', ['1.2.1', 'v1.2.1', 'version 1.2.1', '1.2']], ['In v1.2.1', ['1.2.1', 'V1.2.1', '1.2']], ['Costs 2,50', ['2.50', '2,50']],
    ]
    for (const [body, queries] of table) {
      const find = finder([...others, { title: 'Wanted', body }], { locale: 'en' })
      for (const query of queries) expect((await find(query))[0], `${query} in "${body}"`).to.equal('Wanted')
    }
    expect(await finder(others)('1.2.1')).to.deep.equal([])
  })

  it('are found inside of longer ones, and longer ones by their parts', async () => {
    const find = finder([{ title: 'Widerrufsrecht' }, { title: 'Rückgabe' }, { title: 'Versand' }], { locale: 'de' })
    expect((await find('recht'))[0]).to.equal('Widerrufsrecht')
    expect((await find('Rückgaberecht'))[0]).to.equal('Rückgabe')
    expect((await find('widerruf'))[0]).to.equal('Widerrufsrecht')
  })

  it('are found by their aliases as by the title', async () => {
    const find = finder([{ title: 'Wren', aliases: ['portable radio'] }, { title: 'Plover', body: 'Not a portable radio, a kettle. A radio is elsewhere.' }], { locale: 'en' })
    expect((await find('portable radio'))[0]).to.equal('Wren')
  })
})

describe('ranking', () => {
  it('is never decided by words that only hold a sentence together', async () => {
    const find = finder([{ title: 'How do I do what I do?', body: 'How do I. How do I.' }, { title: 'Descale the kettle', body: 'Citric acid.' }], { locale: 'en' })
    expect((await find('how do i descale'))[0]).to.equal('Descale the kettle')
    expect((await find('how do'))[0]).to.equal('How do I do what I do?')
  })

  it('puts the word itself before another ending, that before a slip, and that before a synonym', async () => {
    const find = finder([{ title: 'Reimbursement' }, { title: 'Refind' }, { title: 'Refunded' }, { title: 'Refund' }], { locale: 'en', synonyms: [['refund', 'reimbursement']] })
    expect((await find('refund')).slice(0, 2)).to.deep.equal(['Refund', 'Refunded'])
    expect(await find('refund')).to.include('Reimbursement')
  })

  it('takes an unfinished word for the one that is said more often', async () => {
    const find = finder([{ title: 'Cards', body: 'You can refuse.' }, ...['Money', 'Gifts', 'Orders'].map(title => ({ title, body: 'You get refunds.' }))], { locale: 'en' })
    expect((await find('refu')).slice(0, 3)).to.have.members(['Money', 'Gifts', 'Orders'])
    expect((await find('refus'))[0]).to.equal('Cards')
  })

  it('follows the owner\'s thumb on the scale, within bounds, and else prefers the newer of two alike', async () => {
    const pair = (one: Partial<SearchDocument>, other: Partial<SearchDocument>) => finder([{ title: 'Old lamp', ...one }, { title: 'New lamp', ...other }])('lamp')
    expect(await pair({}, { boost: 2 })).to.deep.equal(['New lamp', 'Old lamp'])
    expect(await pair({ boost: 0.5 }, {})).to.deep.equal(['New lamp', 'Old lamp'])
    expect(await pair({ updatedAt: '2015-01-01' }, { updatedAt: '2026-01-01' })).to.deep.equal(['New lamp', 'Old lamp'])
    for (const boost of [NaN, -1, 0, Infinity]) expect((await pair({ boost }, {})).length).to.equal(2)
  })

  it('finds terms that objects have by nature', async () => {
    const find = finder([{ title: 'The constructor', body: '__proto__ and toString' }, { title: 'Other', body: 'hasOwnProperty' }], { synonyms: [['constructor', '__proto__']] })
    expect(await find('constructor')).to.deep.equal(['The constructor'])
    expect(await find('toString')).to.deep.equal(['The constructor'])
    expect(await find('hasOwnProperty')).to.deep.equal(['Other'])
    expect(await find('valueOf')).to.deep.equal([])
  })

  it('does not know a language by the name of an object\'s property', async () => {
    for (const locale of ['constructor', '__proto__', '', '???']) expect(await finder([{ title: 'Lamp' }], { locale })('lamp')).to.deep.equal(['Lamp'])
  })
})
