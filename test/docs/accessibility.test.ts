// What the statement on accessibility claims is there once for each criterion, and each test it names exists.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, it } from 'node:test'
import { root } from '../house/laws/sources.ts'
import { read } from './blocks.ts'

/** WCAG 2.2, levels A and AA, by number: https://www.w3.org/TR/WCAG22/ */
const criteria = {
  A: '1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2',
  AA: '1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3',
}

const statement = read('docs/accessibility.md')
const cells = (line: string) => line.split('|').slice(1, -1).map(cell => cell.trim())
const rows = statement.split('\n').filter(line => /^\| \d\.\d+\.\d+ /.test(line)).map(cells)
const checks = new Map(statement.split('\n').filter(line => line.includes('](../test/')).map(cells).map(([name = '', , tests = '']) => [name, tests]))

describe('The statement on accessibility', () => {
  it('has every criterion of levels A and AA once, with its level', () => {
    const wanted = Object.entries(criteria).flatMap(([level, numbers]) => numbers.split(' ').map(number => `${number} (${level})`))
    assert.equal(wanted.length, 55)
    const named = rows.map(([criterion = '']) => criterion.replace(/^(\S+) .* (\(A+\))$/, '$1 $2'))
    assert.deepEqual(named.toSorted(), wanted.toSorted())
  })

  it('says of each how it is met, or why it does not apply, and what shows it', () => {
    for (const [criterion = '', how = '', shown = ''] of rows) {
      assert.ok(how.length > 15, criterion)
      if (shown === 'none') assert.match(how, /^Does not apply/, criterion)
      else for (const check of shown.split(', ')) assert.ok(checks.has(check), `${criterion} is shown by “${check}”, which is not in the list`)
    }
  })

  it('names only tests that there are, and no check for nothing', () => {
    const used = new Set(rows.flatMap(([, , shown = '']) => shown.split(', ')))
    for (const [check, tests] of checks) {
      assert.ok(used.has(check), `nothing is shown by “${check}”`)
      for (const part of tests.split('; ')) {
        const file = posix.join('docs', /\]\((\S+)\)/.exec(part)?.[1] ?? '')
        assert.ok(existsSync(join(root, file)), file)
        const titles = [...part.matchAll(/“(.+?)”(?=, “|$)/g)].map(([, title = '']) => title)
        assert.ok(titles.length > 0, check)
        for (const title of titles) assert.ok([`'${title}'`, `: ${title}\``].some(written => read(file).includes(written)), `${file} has no test “${title}”`)
      }
    }
  })
})
