import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import { run } from '../../src/cli/run.ts'
import { folder } from './folder.ts'

const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0)

async function said(...args: string[]) {
  const lines = { out: '', err: '' }
  const world = { terminal: false, now: () => 0, stop: new AbortController().signal }
  const code = await run(args, { ...world, out: text => void (lines.out += text), err: text => void (lines.err += text) })
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
  const dir = folder(t, { 'en/a.md': '# A\n\n[x](gone.md)', 'de/a.md': '# A', 'en/b.html': '<p>B', 'en/c.txt': 'c', 'en/d.md': '---\ndraft: true\n---\nD' })
  const out = join(dir, 'public')
  const { code, out: report, err } = await said('index', dir, '--out', out)
  assert.equal(code, 0)
  assert.equal(err, 'en/c.txt is neither Markdown nor HTML\nen/d.md is a draft\nen/a.md:3 leads to "gone.md", which is not in the index\n')
  assert.match(report, /^en +2 articles +a first question fetches \d\.\d kB in 2 files \(\d\.\d kB unpacked\)$/m)
  assert.match(report, /^2 files left out: 1 skipped, 1 draft$/m)
  assert.match(report, /^1 warning: 1 link$/m)
  assert.ok(existsSync(join(out, 'index.json')))
  assert.equal((await said('index', dir, '--out', out, '--quiet')).out, '')
})

test('what a first question fetches is what lies there, packed as servers pack it', async t => {
  const dir = folder(t, { 'a.md': '# A\n\nWords' })
  const out = join(dir, 'public')
  const { firstQuestion: { en } } = JSON.parse((await said('index', dir, '--out', out, '--json')).out)
  const texts = readdirSync(out).filter(name => name.endsWith('.json')).map(name => readFileSync(join(out, name)))
  assert.deepEqual(en, { files: texts.length, raw: sum(texts.map(text => text.length)), brotli: sum(texts.map(text => brotliCompressSync(text).length)) })
})

test('--json says the same to machines, in one line', async t => {
  const dir = folder(t, { 'a.md': '# A\n\n[x](gone.md)' })
  const { code, out, err } = await said('index', dir, '--out', join(dir, 'o'), '--json')
  const { index, articles, pictures, warnings, milliseconds } = JSON.parse(out)
  assert.deepEqual([code, err, index, articles, pictures, milliseconds], [0, '', join(dir, 'o', 'index.json'), { en: 1 }, 0, 0])
  assert.deepEqual(warnings, [{ kind: 'link', file: 'a.md', line: 3, message: 'leads to "gone.md", which is not in the index' }])
  assert.equal(out.split('\n').length, 2)
  assert.equal(JSON.parse((await said('index', folder(t, {}), '--out', join(dir, 'p'), '--json')).out).index, null)
})

test('--strict ends with 1 when there is a warning, but not for a draft', async t => {
  const files = { 'a.md': '# A', 'b.md': '---\ndraft: true\n---\nB', 'c.txt': 'c' }
  const code = async (more: Record<string, string>, ...args: string[]) => {
    const dir = folder(t, { ...files, ...more })
    return (await said('index', dir, '--out', join(dir, 'o'), ...args)).code
  }
  assert.deepEqual([await code({}, '--strict'), await code({ 'd.md': '' }, '--strict'), await code({ 'd.md': '' })], [0, 1, 0])
})

test('of many warnings of a kind the first ten are listed, with --verbose all', async t => {
  const dir = folder(t, { 'a.md': `# A\n\n${'[x](gone.md)\n'.repeat(1500)}`, 'b.md': '' })
  const lines = async (...args: string[]) => (await said('index', dir, '--out', join(dir, 'o'), ...args)).err.split('\n').slice(0, -1)
  const short = await lines()
  assert.deepEqual([short.length, short.at(-1), short[0]], [12, 'and 1,490 more (link); --verbose lists all', 'b.md holds no text'])
  assert.equal((await lines('--verbose')).length, 1501)
})

test('a long run says how far it is: on a terminal in one line, elsewhere every five seconds', async t => {
  const files = Object.fromEntries(Array.from({ length: 1200 }, (_, index) => [`${index}.md`, 'x']))
  const dir = folder(t, files)
  const progress = async (terminal: boolean, step: number) => {
    let now = 0
    let err = ''
    await run(['index', dir, '--out', join(dir, 'o')], { out() {}, err: text => void (err += text), terminal, now: () => (now += step), stop: new AbortController().signal })
    return err
  }
  assert.match(await progress(false, 100), /^800 of 1,200 files$/m)
  assert.doesNotMatch(await progress(false, 0.001), /of/)
  const line = await progress(true, 60)
  assert.match(line, /\r1,\d+ of 1,200 articles written\u001b\[K/)
  assert.ok(line.endsWith('\r\u001b[K') && !line.includes('\n'))
})

test('a folder that is not there, or has no help in it, ends with 1 and writes no index', async t => {
  const dir = folder(t, { 'a.txt': 'x' })
  for (const [from, why] of [[join(dir, 'gone'), /ENOENT/], [dir, /holds no Markdown or HTML/]] as const) {
    const { code, err } = await said('index', from, '--out', join(dir, 'out'))
    assert.equal(code, 1)
    assert.match(err, why)
  }
  assert.equal(existsSync(join(dir, 'out/index.json')), false)
  assert.equal((await said('index', dir, '--out', join(dir, 'out'), '--locale', 'x y')).code, 1)
})
