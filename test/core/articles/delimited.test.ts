import { expect } from '@open-wc/testing'
import { closing, fromDelimited, opening } from '../../../src/core/articles/delimited.ts'
import { htmlSnippet, snippet } from '../../../src/core/articles/snippet.ts'

const marked = ({ text, marks }: ReturnType<typeof fromDelimited>) => marks.map(({ start, end }) => text.slice(start, end))
const on = (word: string) => opening + word + closing

describe('excerpts that services mark', () => {
  it('become texts with ranges', () => {
    const found = fromDelimited(`A ${on('refund')}  follows\n${on('the')} return`)
    expect(found.text).to.equal('A refund follows the return')
    expect(marked(found)).to.deep.equal(['refund', 'the'])
  })

  it('survive signs that do not match, are empty, or nest', () => {
    for (const text of [`${closing}a${opening}b`, `${opening}${closing}ab`, `${opening}${opening}ab${closing}${closing}`, `ab${opening}`]) {
      const found = fromDelimited(text)
      expect(found.text).to.equal('ab')
      expect(found.marks.every(({ start, end }) => start < end && end <= 2)).to.equal(true)
    }
  })

  it('are shortened around what matched, between words, never through a letter', () => {
    const found = fromDelimited(`${'before '.repeat(60)}${on('refund')} ${'🙃'.repeat(300)}`)
    expect(marked(found)).to.deep.equal(['refund'])
    expect(found.text).to.match(/^… before .*refund 🙃+ …$/u)
    expect(found.text.length).to.be.at.most(250)
    expect(/\p{Cs}/u.test(found.text)).to.equal(false)
    expect(fromDelimited(`${on('refund')} ${'a'.repeat(300)}`).text).to.match(/^refund a+ …$/)
  })

  it('lose their markup, also where a service cut through a tag', () => {
    expect(snippet(`class="x">The <b>${on('refund')}</b> &amp; more</p>`)).to.deep.equal({ text: 'The refund & more', marks: [{ start: 4, end: 10 }] })
    expect(marked(snippet(`## The ${on('refund')}\n\nIs **${on('soon')}** [here](https://x.example)`))).to.deep.equal(['soon'])
    expect(marked(snippet(`## The ${on('refund')}\n\nIs soon`))).to.deep.equal(['refund'])
    expect(snippet('Use <Input> & 3 < 4').text).to.include('& 3 < 4')
  })

  it('are read from tags where a service knows no other way', () => {
    const found = htmlSnippet('The <em class="h">refund</em> <script>alert(1)</script>&lt;em&gt;soon&lt;/em&gt;', 'em')
    expect(found.text).to.equal('The refund <em>soon</em>')
    expect(marked(found)).to.deep.equal(['refund'])
  })
})
