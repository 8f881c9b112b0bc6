import { expect } from '@open-wc/testing'
import { parseMarkdown } from '../../../src/core/articles/markdown.ts'
import { textsOf } from '../../../src/core/articles/text-of.ts'

describe('textsOf', () => {
  it('gives the words of everything in an article, the headings apart', () => {
    const blocks = parseMarkdown('# A *b*\n\nc [d](e) `f`<br>g\n\n- h\n\n  > i\n\n| j | k |\n|-|-|\n| l | m |\n\n```\nn\n```\n\n![o](p.png)\n\n<details><summary>q</summary>r</details>\n\n---')
    expect(textsOf(blocks)).to.deep.equal({ headings: ['A b'], texts: ['c d f g', 'h', 'i', 'j · k', 'l · m', 'n', 'o', 'q', 'r'] })
  })
})
