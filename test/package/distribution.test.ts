import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { SourceMap, type SourceMapPayload } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { describe, it } from 'node:test'
import { root } from '../house/laws/sources.ts'

const dist = join(root, 'dist')
const read = (path: string) => readFileSync(join(dist, path), 'utf8')
const scripts = (pattern: string) => globSync(join(dist, pattern)).map(path => relative(dist, path).replaceAll('\\', '/')).sort()

/** Where in the sources something in a built file comes from. */
function originOf(path: string, words: string): { source: string; line: string } {
  const lines = read(path).split('\n')
  const line = lines.findIndex(text => text.includes(words))
  assert.ok(line >= 0, `“${words}” is not in ${path}`)
  const payload = JSON.parse(read(`${path}.map`)) as SourceMapPayload
  const entry = new SourceMap(payload).findEntry(line, lines[line]!.indexOf(words))
  assert.ok('originalSource' in entry, `“${words}” in ${path} leads nowhere`)
  const source = relative(root, join(dist, dirname(path), entry.originalSource)).replaceAll('\\', '/')
  return { source, line: readFileSync(join(root, source), 'utf8').split('\n')[entry.originalLine] ?? '' }
}

describe('The script tag’s files', () => {
  it('have the checksums that integrity.json says, each of them and no others', () => {
    const { version, files } = JSON.parse(read('integrity.json')) as { version: string; files: Record<string, string> }
    assert.equal(version, (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version)
    assert.deepEqual(Object.keys(files), ['earshot.js', ...scripts('earshot/*.js')])
    const wrong = Object.entries(files).filter(([path, hash]) => hash !== `sha384-${createHash('sha384').update(readFileSync(join(dist, path))).digest('base64')}`)
    assert.deepEqual(wrong, [])
  })

  it('lead from what is minified to what was written', () => {
    const places: [path: string, words: string, source: string, written: RegExp][] = [
      ['earshot.js', 'Earshot did not load.', 'src/loader.ts', /console\.warn\('Earshot did not load\./],
      ['earshot/app.js', 'summonIn', 'src/script-tag.ts', /summonIn/],
    ]
    for (const [path, words, source, written] of places) {
      const origin = originOf(path, words)
      assert.equal(origin.source, source)
      assert.match(origin.line, written)
    }
  })
})

describe('Source maps', () => {
  it('are there for every file that names one, with the text of every source', () => {
    const maps = new Set(scripts('**/*.js.map'))
    const problems = scripts('**/*.js').flatMap(path => {
      const named = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(read(path))?.[1]
      if (named === undefined) return []
      const file = join(dirname(path), named)
      const map = maps.has(file) ? JSON.parse(read(file)) as { sources: string[]; sourcesContent?: (string | null)[] } : undefined
      if (!map) return [`${path} names ${named}, which is not there`]
      const empty = map.sources.filter((_, index) => typeof map.sourcesContent?.[index] !== 'string')
      return empty.length ? [`${file} has no text of ${empty.join(', ')}`] : []
    })
    assert.deepEqual(problems, [])
  })

  it('belong to a file each', () => {
    assert.deepEqual(scripts('**/*.js.map').filter(path => !read(path.slice(0, -4)).includes('sourceMappingURL=')), [])
  })
})
