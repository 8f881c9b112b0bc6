import assert from 'node:assert/strict'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { run } from '../../src/cli/run.ts'
import { polling, watchFolder, type Watcher } from '../../src/cli/watch-folder.ts'
import { folder } from './folder.ts'

/** What comes one after the other, and can be waited for. */
function mailbox<T>(test: TestContext) {
  const waiting: ((each: T) => void)[] = []
  const kept: T[] = []
  const put = (each: T) => { const next = waiting.shift(); if (next) next(each); else kept.push(each) }
  const take = () => new Promise<T>((done, fail) => {
    const first = kept.shift()
    if (first !== undefined) return done(first)
    const timer = setTimeout(() => fail(new Error('nothing came')), 30_000)
    test.after(() => clearTimeout(timer))
    waiting.push(each => { clearTimeout(timer); done(each) })
  })
  return { put, take }
}

test('earshot index --watch makes the index anew for each change, says what it was, and stops when it is told to', async t => {
  const dir = folder(t, { 'a.md': '# A', 'b.md': '# B\n\n[x](gone.md)' })
  const stop = new AbortController()
  const said = mailbox<string>(t)
  let err = ''
  const running = run(['index', dir, '--out', join(dir, 'out'), '--watch'], { out: said.put, err: text => void (err += text), terminal: false, now: () => 0, stop: stop.signal })
  // A system may tell of one change twice, with time between.
  const heard = async (line: RegExp) => { while (!line.test(await said.take())); }
  assert.match(await said.take(), /^en +2 articles[^]*Watching .*; stop with Ctrl\+C\.\n$/)
  writeFileSync(join(dir, 'a.md'), '# A, changed')
  await heard(/^a\.md: 2 articles, 1 warning, in 0\.0 s\n$/)
  mkdirSync(join(dir, 'more'))
  writeFileSync(join(dir, 'more/c.md'), '# C')
  await heard(/: 3 articles, 1 warning,/)
  rmSync(join(dir, 'b.md'))
  await heard(/^b\.md: 2 articles in 0\.0 s\n$/)
  stop.abort()
  assert.equal(await running, 0)
  assert.match(err, /^b\.md:3 leads to "gone\.md"/)
})

/** A watcher that is told what to say. */
function told() {
  const handle = { changed: (_: string) => {}, failed: (_: unknown) => {}, closed: 0 }
  const watcher: Watcher = (_, changed, failed) => {
    Object.assign(handle, { changed, failed })
    return { close: () => void handle.closed++ }
  }
  return { handle, watcher }
}

async function watching(t: TestContext, dir: string, watcher: Watcher) {
  const stop = new AbortController()
  const builds = mailbox<string[]>(t)
  const lines: string[] = []
  const done = watchFolder(dir, join(dir, 'out'), async changed => builds.put(changed), { err: text => void lines.push(text), stop: stop.signal }, watcher)
  await builds.take()
  return { builds, lines, end: () => (stop.abort(), done) }
}

test('many changes at once are one, and what is never read, or was written by the command itself, is none', async t => {
  const { handle, watcher } = told()
  const { builds, end } = await watching(t, folder(t, {}), watcher)
  for (const file of ['out/index.json', '.git/HEAD', 'node_modules/x/a.md', 'b.md', 'a.md', 'b.md']) handle.changed(file)
  assert.deepEqual(await builds.take(), ['a.md', 'b.md'])
  await end()
  assert.equal(handle.closed, 1)
})

test('what changes while the index is made is made again afterwards, never two at once', async t => {
  const { handle, watcher } = told()
  const stop = new AbortController()
  const builds = mailbox<string[]>(t)
  let at = 0
  const done = watchFolder(folder(t, {}), '/nowhere', async changed => {
    assert.equal(at++, 0)
    if (changed.length < 2) handle.changed(`${changed.length}.md`)
    await new Promise(setImmediate)
    at--
    builds.put(changed)
  }, { err() {}, stop: stop.signal }, watcher)
  assert.deepEqual([await builds.take(), await builds.take()], [[], ['0.md']])
  stop.abort()
  await done
})

test('where the system cannot watch, it says so and looks by itself', async t => {
  const dir = folder(t, { 'a.md': 'a' })
  const { handle, watcher } = told()
  for (const broken of [(() => { throw new Error('no recursion here') }) as Watcher, watcher]) {
    const { builds, lines, end } = await watching(t, dir, broken)
    if (broken === watcher) handle.failed(new Error('no recursion here'))
    assert.deepEqual(lines, ['earshot: changes cannot be watched here (no recursion here); looking for them every second\n'])
    // The first look may come after the first change: it is written until it is seen.
    const timer = setInterval(() => writeFileSync(join(dir, 'a.md'), `${performance.now()}`), 300)
    assert.deepEqual(await builds.take(), ['a.md'])
    clearInterval(timer)
    await end()
  }
})

test('looking by itself sees what is new, changed and gone, and nothing else', async t => {
  const dir = folder(t, { 'a.md': 'a', 'same.md': 'same' })
  const seen = mailbox<string>(t)
  const { close } = polling(dir, seen.put, () => {})
  t.after(close)
  const timer = setInterval(() => writeFileSync(join(dir, 'a.md'), `${performance.now()}`), 300)
  assert.equal(await seen.take(), 'a.md')
  clearInterval(timer)
  rmSync(join(dir, 'a.md'))
  writeFileSync(join(dir, 'z.md'), 'z')
  const found = new Set<string>()
  while (found.size < 2) found.add(await seen.take())
  assert.deepEqual([...found].sort(), ['a.md', 'z.md'])
})
