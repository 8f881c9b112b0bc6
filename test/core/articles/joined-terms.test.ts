import { expect } from '@open-wc/testing'
import { joinedTerms } from '../../../src/core/articles/joined-terms.ts'
import { termsOf } from '../../../src/core/articles/terms.ts'

const joined = (text: string) => joinedTerms(text, termsOf(text)).map(({ term, start, end }) => `${term}=${text.slice(start, end)}`).join(' ')

describe('joinedTerms', () => {
  it('reads words in two parts as those who write them in one', () => {
    expect(joined('Wi-Fi, your e-mail; Node.js with order-no. Q&A, USB‑C, covid-19'))
      .to.equal('wifi=Wi-Fi email=e-mail nodejs=Node.js orderno=order-no qa=Q&A usbc=USB‑C covid19=covid-19')
  })

  it('leaves apart what is only next to each other, and what nobody writes in one', () => {
    for (const text of ['wi fi', 'e - mail', 'end. Begin', 'delivery-address', 'x1.2', 'file.tar', 'order_no', '1-2', '1.2.1', "l'eau", 'misunderstanding-no', '-', '']) expect(joined(text), text).to.equal('')
  })
})
