import { expect } from '@open-wc/testing'
import { mailTo } from '../../../src/elements/receipt/mail-to.ts'

const read = (letter: string) => ({ to: new URL(letter).pathname, params: new URLSearchParams(letter.slice(letter.indexOf('?')).replaceAll('+', '%2B')) })

describe('the letter to oneself', () => {
  it('says what it was given, whatever is in it', () => {
    const text = 'Reference E-1\n\n50 % & more? #1 + "two" ü 😀'
    const { to, params } = read(mailTo('ada@home.example', 'Your request & E-1', text))
    expect(to).to.equal('ada@home.example')
    expect([...params.keys()]).to.deep.equal(['subject', 'body'])
    expect(params.get('subject')).to.equal('Your request & E-1')
    expect(params.get('body')).to.equal(text.replaceAll('\n', '\r\n'))
  })

  it('adds no other receiver, copy or body, whatever an address or a subject says', () => {
    const { to, params } = read(mailTo('a@b.example?cc=eve@evil.example&body=x', 'S\r\nBcc: eve@evil.example', 'Words'))
    expect(decodeURIComponent(to)).to.equal('a@b.example?cc=eve@evil.example&body=x')
    expect([...params.keys()]).to.deep.equal(['subject', 'body'])
    expect(params.get('body')).to.equal('Words')
  })

  it('is never longer than mail programs take, and is cut between two letters', () => {
    for (const letter of ['a', 'ü', '😀', '\n', '\ud800']) {
      const address = mailTo('', 'S', `Reference E-1 ${letter.repeat(20_000)}`)
      expect(address.length).to.be.within(1_700, 1_800)
      const body = read(address).params.get('body')!
      expect(body).to.match(/^Reference E-1 .*…$/s)
      expect(body).not.to.match(/\p{Cs}/u)
    }
  })
})
