import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { run } from '../../src/cli/run.ts'
import { folder } from './folder.ts'

async function said(...args: string[]) {
  const lines = { out: '', err: '' }
  const code = await run(args, { out: text => void (lines.out += text), err: text => void (lines.err += text) })
  return { code, ...lines }
}

test('earshot --help, and earshot alone, say how it is used', async () => {
  for (const args of [['--help'], ['-h'], [], ['index', '--help']]) {
    const { code, out, err } = await said(...args)
    assert.deepEqual([code, err], [0, ''])
    assert.match(out, /^earshot index DIR --out DIR/)
  }
})

test('what it does not know it refuses with 2, saying why', async () => {
  const table: [args: string[], why: RegExp][] = [
    [['idnex', 'a', '--out', 'b'], /no command "idnex"/], [['index'], /index what/], [['index', 'a'], /--out/], [['index', 'a', 'b', '--out', 'c'], /one folder/],
    [['index', 'a', '--outt', 'b'], /--outt/], [['--out', 'b'], /no command/],
  ]
  for (const [args, why] of table) {
    const { code, out, err } = await said(...args)
    assert.deepEqual([code, out], [2, ''])
    assert.match(err, why)
  }
})

test('earshot index writes an index and reports what it did, warnings with file and line', async t => {
  const dir = folder(t, { 'en/a.md': '# A\n\n[x](gone.md)', 'de/a.md': '# A', 'en/b.html': '<p>' })
  const out = join(dir, 'public')
  const { code, out: report, err } = await said('index', dir, '--out', out)
  assert.equal(code, 0)
  assert.equal(err, 'en/b.html is not Markdown\nen/a.md:3 leads to "gone.md", which is not in the index\n')
  assert.match(report, /^en +1 article .*kB/m)
  assert.match(report, /^2 warnings: 1 skipped, 1 link$/m)
  assert.ok(existsSync(join(out, 'index.json')))
  assert.equal((await said('index', dir, '--out', out, '--quiet')).out, '')
})

test('a folder that is not there, or has no help in it, ends with 1 and writes no index', async t => {
  const dir = folder(t, { 'a.txt': 'x' })
  for (const [from, why] of [[join(dir, 'gone'), /ENOENT/], [dir, /holds no Markdown/]] as const) {
    const { code, err } = await said('index', from, '--out', join(dir, 'out'))
    assert.equal(code, 1)
    assert.match(err, why)
  }
  assert.equal(existsSync(join(dir, 'out/index.json')), false)
  assert.equal((await said('index', dir, '--out', join(dir, 'out'), '--locale', 'x y')).code, 1)
})
