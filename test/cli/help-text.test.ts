import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fields } from '../../src/cli/fields.ts'
import { helpText } from '../../src/cli/help-text.ts'
import { readOptions } from '../../src/cli/options.ts'
import { codes, tableUnder } from '../docs/blocks.ts'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/articles.md'), 'utf8')
const sorted = (names: Iterable<string>) => [...new Set(names)].sort()

test('the options of the help, of the documentation and of the command are the same', () => {
  const told = [...helpText.matchAll(/^ {2}(--[\w-]+(?: [A-Z]+)?)/gm)].map(match => match[1]!)
  assert.deepEqual(sorted(tableUnder(page, 'option').flatMap(([first = '']) => codes(first))), sorted(told))
  for (const option of told) {
    const [name = '', value] = option.split(' ')
    assert.notEqual(typeof readOptions(['index', 'a', '--out', 'b', name, ...(value ? ['x'] : [])]), 'string', option)
  }
  assert.equal(typeof readOptions(['index', 'a', '--out', 'b', '--nothing']), 'string')
})

test('the front matter that the help names is what is read, and the other names are in the documentation', () => {
  const told = /Front matter \([^)]*\): ([^.]+)\./.exec(helpText)?.[1]?.split(/,\s+/) ?? []
  assert.deepEqual(sorted(told), sorted([...fields.map(({ name }) => name), 'draft']))
  const foreign = fields.flatMap(({ name, from }) => from.filter(each => each !== name))
  const table = tableUnder(page, 'theirs').flatMap(([first = '']) => codes(first))
  assert.deepEqual(foreign.filter(each => !table.includes(each)), [])
})

test('every kind of warning is in the documentation', () => {
  const source = readFileSync(join(root, 'src/cli/warning.ts'), 'utf8')
  const kinds = [...(/type WarningKind =([^]+?)\n\n/.exec(source)?.[1] ?? '').matchAll(/'([\w-]+)'/g)].map(match => match[1]!)
  assert.deepEqual(sorted(tableUnder(page, 'kind').flatMap(([first = '']) => codes(first))), sorted(kinds))
})
