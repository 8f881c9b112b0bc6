import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { sweeper } from '../../src/cli/sweeper.ts'
import { folder } from './folder.ts'

test('what a run has replaced is deleted after ten minutes, unless it is needed again; what it did not make never', async t => {
  const out = folder(t, { 'a.1.json': '', 'a.2.json': '', 'b.1.json': '', 'older.json': '' })
  let now = 0
  const sweep = sweeper(out, () => now)
  const build = async (minutes: number, ...files: string[]) => {
    now = minutes * 60_000
    await sweep(new Map(files.map(file => [file, 0])))
    return readdirSync(out).sort()
  }
  assert.equal((await build(0, 'a.1.json', 'b.1.json')).length, 4)
  assert.equal((await build(1, 'a.2.json')).length, 4)
  assert.equal((await build(9, 'a.2.json', 'b.1.json')).length, 4)
  assert.deepEqual(await build(11, 'a.2.json', 'b.1.json'), ['a.2.json', 'b.1.json', 'older.json'])
  assert.deepEqual(await build(30, 'a.2.json'), ['a.2.json', 'b.1.json', 'older.json'])
  assert.deepEqual(await build(41, 'a.2.json'), ['a.2.json', 'older.json'])
})
