// docs/sources.md: what people paste works as it stands, and every source that exists has its section.
import assert from 'node:assert/strict'
import { basename } from 'node:path'
import { globSync } from 'node:fs'
import { describe, it } from 'node:test'
import { sourceFrom } from '../../src/core/articles/source-from.ts'
import { inline } from '../../src/core/articles/sources/inline.ts'
import { root } from '../house/laws/sources.ts'
import { blocksOf, codes, read, tableUnder } from './blocks.ts'

const path = 'docs/sources.md'
const text = read(path)

/** Names of sources the settings know: a wrong one is told with all of them. */
function known(): string[] {
  let message = ''
  sourceFrom({ source: '-'.repeat(40) }, { onProblem: problem => (message = problem.message) })
  return /there are (.+)$/.exec(message)![1]!.split(', ')
}

describe('The page about sources', () => {
  it('has settings that work as they stand', () => {
    const problems: unknown[] = []
    const examples = blocksOf(path, text).filter(({ language }) => language === 'json')
    for (const { place, text } of examples) {
      const { articles } = JSON.parse(text) as { articles: unknown }
      sourceFrom(articles, { base: 'https://shop.example/', page: () => inline([]), onProblem: problem => problems.push({ place, ...problem }) })
    }
    assert.deepEqual(problems, [])
    assert.ok(examples.length >= known().length)
  })

  it('has a row and a section for every source, and for nothing else', () => {
    const rows = tableUnder(text, 'Name').map(([name]) => codes(name!)[0]!)
    assert.deepEqual(rows.toSorted(), known().toSorted())
    for (const name of known()) assert.match(text, new RegExp(`^## ${name}$`, 'm'))
    const files = globSync('src/core/articles/sources/*.ts', { cwd: root }).map(file => basename(file, '.ts'))
    for (const file of files) assert.ok(known().includes(file) || ['built-index', 'inline', 'combine'].includes(file), `${file} cannot be named in settings`)
  })
})
