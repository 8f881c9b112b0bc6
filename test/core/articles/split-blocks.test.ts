import { expect } from '@open-wc/testing'
import { lex } from '../../../src/core/articles/capped-lexer.ts'
import { splitBlocks } from '../../../src/core/articles/split-blocks.ts'

describe('splitBlocks', () => {
  const whole: [title: string, body: string][] = [
    ['a list with air', '- a\n\n- b\n\n  c\n\n1. d\n\n2) e'],
    ['code with empty lines', '```\na\n\nb\n```'],
    ['code that is never closed', '~~~\na\n\nb\n\nc'],
    ['code that shows a fence', '````\n```\n\na\n```\n\nb\n````'],
    ['indented code', 'a\n\n    b\n\n    c'],
    ['a comment', '<!-- a\n\nb -->'],
    ['preformatted HTML', '<pre>\na\n\nb</pre>'],
  ]
  for (const [title, body] of whole) it(`keeps ${title} in one`, () => expect(splitBlocks(body).map(({ text }) => text)).to.deep.equal([body]))

  it('cuts between paragraphs, headings, quotations and tables, and loses nothing', () => {
    const body = '# a\n\nb\nc\n\n\n> d\n\n| e |\n|-|\n\n```\nf\n\ng\n```\n\nh\n'
    const texts = splitBlocks(body).map(({ text }) => text)
    expect(texts).to.deep.equal(['# a\n\n', 'b\nc\n\n\n', '> d\n\n', '| e |\n|-|\n\n', '```\nf\n\ng\n```\n\n', 'h\n'])
    expect(texts.join('')).to.equal(body)
  })

  it('does not count lines of code, which cost nothing', () => {
    expect(splitBlocks('a\n\n```\nb\n\nc\n```').map(({ lines }) => lines)).to.deep.equal([2, 1])
  })
})

describe('lex', () => {
  it('finds references that are defined in another stretch', () => {
    expect(JSON.stringify(lex('[a] and [b][c]\n\ntext\n\n[a]: https://a.example/\n[c]: https://c.example/'))).to.contain('https://a.example/').and.to.contain('"href":"https://c.example/"')
  })
})
