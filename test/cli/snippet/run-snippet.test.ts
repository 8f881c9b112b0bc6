import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { runSnippet } from '../../../src/cli/snippet/run-snippet.ts'
import { folder } from '../folder.ts'

const build = (t: TestContext) => folder(t, {
  'integrity.json': JSON.stringify({ version: '1.2.3', files: { 'earshot.js': 'sha384-one', 'earshot/app.js': 'sha384-two' } }),
  'earshot.js': 'import(at("./earshot/app.js"))\n//# sourceMappingURL=earshot.js.map\n', 'earshot.js.map': '{}', 'earshot/app.js': 'y', 'earshot/app.js.map': '{}', 'themes/warm.css': 'v', 'THIRD-PARTY-LICENSES.txt': 'z', 'index.js': 'not for pages',
})

async function said(dist: string, ...args: string[]) {
  const lines = { out: '', err: '' }
  const code = await runSnippet(args, { out: text => void (lines.out += text), err: text => void (lines.err += text) }, join(dist, 'integrity.json'))
  return { code, ...lines }
}

test('earshot snippet prints the tag for an address, checked unless one says otherwise', async t => {
  const dist = build(t)
  assert.deepEqual(await said(dist, 'snippet', '--base', '/e/', '--set', 'endpoint=/issues?a=b', '--set', 'without-launcher'), {
    code: 0, err: '', out: '<script async src="/e/earshot.js" integrity="sha384-one" crossorigin="anonymous" data-endpoint="/issues?a=b" data-without-launcher></script>\n',
  })
  assert.equal((await said(dist, 'snippet', '--base', '/e/', '--no-integrity')).out, '<script async src="/e/earshot.js"></script>\n')
  assert.match((await said(dist, 'snippet', '--base', '/e/', '--import-map', '--nonce', 'abc')).out, /^<script type="importmap" nonce="abc">\{"integrity":\{"\/e\/earshot\/app\.js":"sha384-two"\}\}<\/script>\n<script async /)
})

test('earshot copy puts a version into a folder of its own, beside those that are there', async t => {
  const dist = build(t)
  const to = folder(t, { '1.0.0/earshot.js': 'older' })
  const { code, out, err } = await said(dist, 'copy', to, '--base', '/static/1.2.3/')
  assert.equal(code, 0)
  assert.equal(err, `Copied 2 files of 1.2.3 to ${join(to, '1.2.3')}\n`)
  assert.match(out, /src="\/static\/1\.2\.3\/earshot\.js" integrity="sha384-one"/)
  assert.equal(readFileSync(join(to, '1.2.3/earshot/app.js'), 'utf8'), 'y')
  for (const name of ['earshot.js.map', 'earshot/app.js.map', 'themes/warm.css', 'THIRD-PARTY-LICENSES.txt', 'integrity.json']) assert.ok(existsSync(join(to, '1.2.3', name)), name)
  assert.ok(!existsSync(join(to, '1.2.3/index.js')))
  assert.equal(readFileSync(join(to, '1.0.0/earshot.js'), 'utf8'), 'older')
})

test('earshot copy --flat lays everything beside each other, and the script still finds its parts', async t => {
  const dist = build(t)
  const to = folder(t, {})
  const { code, out } = await said(dist, 'copy', to, '--flat', '--base', 'https://cdn.example/assets', '--import-map')
  assert.equal(code, 0)
  const script = readFileSync(join(to, 'earshot.js'), 'utf8')
  assert.equal(script, 'import(at("./app.js"))\n')
  const hashOf = (text: string) => `sha384-${createHash('sha384').update(text).digest('base64')}`
  assert.ok(out.includes(`src="https://cdn.example/assets/earshot.js" integrity="${hashOf(script)}"`), out)
  assert.ok(out.includes(`"https://cdn.example/assets/app.js":"${hashOf('y')}"`), out)
  assert.deepEqual(readdirSync(to).sort(), ['THIRD-PARTY-LICENSES.txt', 'app.js', 'earshot.js', 'integrity.json'])
})

test('what it does not know it refuses with 2, saying why; what it cannot read with 1', async t => {
  const dist = build(t)
  const table: [args: string[], why: RegExp][] = [
    [['snippet'], /--base/], [['copy'], /copy where to/], [['snippet', '--base', '/', '--set', 'endpiont=/x'], /no setting "endpiont"; did you mean "endpoint"/],
    [['snippet', 'x', '--base', '/'], /what to do with "x"/], [['snippet', '--base', '/', '--bas'], /--bas/], [['snippet', '--base', '/', '--import-map', '--no-integrity'], /leave out/], [['snippet', '--base', '/', '--flat'], /copy DIR --flat/],
  ]
  for (const [args, why] of table) {
    const { code, out, err } = await said(dist, ...args)
    assert.deepEqual([code, out], [2, ''], err)
    assert.match(err, why)
  }
  const gone = await said(join(dist, 'nowhere'), 'snippet', '--base', '/')
  assert.deepEqual([gone.code, gone.out], [1, ''])
  assert.match((await said(dist, 'snippet', '--help')).out, /^earshot snippet --base URL/)
})
