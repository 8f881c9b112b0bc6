import { expect } from '@open-wc/testing'
import type { Block } from '../../../src/core/articles/document.ts'
import { parseMarkdown } from '../../../src/core/articles/markdown.ts'

const many = 1_000_000
const fill = (part: string, length = many) => part.repeat(Math.ceil(length / part.length))
const stairs = (line: (depth: number) => string, depth: number) => Array.from({ length: depth }, (_, index) => line(index)).join('\n')

function depthOf(blocks: unknown): number {
  if (typeof blocks !== 'object' || blocks === null) return 0
  return 1 + Object.values(blocks).reduce<number>((deepest, each) => Math.max(deepest, depthOf(each)), 0)
}

describe('parseMarkdown, with what nobody would write', () => {
  // Above half a megabyte a body is plain text, so each is tried below that too.
  const bodies: [title: string, body: string][] = [
    ...(['[', '![', '*', '_a', '**a_', '`', '<', '<a ', '<!--', '>', '> ', '- ', '~', '\\', '&', '# ', '|', '[a](', '- a\n', '|a|b|\n|-|-|\n', 'a@', '1. ', '\n ', '<sup>', '<a href="', '<div><b \'', '<details>\n\n', '<details><summary>', '<p><img src=a '] as const)
      .flatMap((part): [string, string][] => [[`a megabyte of ${JSON.stringify(part)}`, fill(part)], [`400 kB of ${JSON.stringify(part)}`, fill(part, 400_000)]]),
    ['a thousand paragraphs full of marks', fill(`${'_a *b '.repeat(60)}\n\n`, 400_000)],
    ['400 kB of prose', fill('Some [link](https://a.example) and *emphasis* in a text that goes on.\n\n', 400_000)],
    ['400 kB of short paragraphs', fill('a\n\n', 400_000)],
    ['quotations 10,000 deep', stairs(depth => `${'>'.repeat(depth % 10_000)} a`, 300) + `\n\n${'>'.repeat(10_000)} a`],
    ['a list 700 deep', stairs(depth => `${'  '.repeat(depth)}- a`, 700)],
    ['emphasis 10,000 deep', `${'*_'.repeat(10_000)}a${'_*'.repeat(10_000)}`],
    ['links in links', `${'['.repeat(5000)}a${'](b)'.repeat(5000)}`],
    ['a quotation of lists of quotations', '> - '.repeat(3000) + 'a'],
  ]
  for (const [title, body] of bodies) {
    it(`comes back from ${title}`, () => {
      const blocks: Block[] = parseMarkdown(body)
      expect(depthOf(blocks)).to.be.lessThan(400)
    }).timeout(30_000)
  }

  it('survives NUL, lone surrogates and names of Object', () => {
    for (const body of ['\0', '\ud800', '[a]: b\n\n[__proto__] [constructor]', '[x][__proto__]', '| __proto__ |\n|-|\n| constructor |', '```__proto__\na\n```']) {
      expect(Array.isArray(parseMarkdown(body))).to.equal(true)
    }
    expect(Object.keys(Object.prototype)).to.deep.equal([])
  })
})
