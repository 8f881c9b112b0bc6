import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { filesIn } from '../../../src/receiver/files/files-in.ts'

const key = 'ab12'.padEnd(64, '0')
const bytes = Uint8Array.from({ length: 3_000 }, (_, i) => i % 256)

describe('files in a folder', () => {
  const root = mkdtempSync(join(tmpdir(), 'earshot-files-'))
  after(() => rmSync(root, { recursive: true }))
  const folder = (name: string) => join(root, name, 'made', 'when', 'missing')

  it('gives back what was put, byte for byte, also to another process', async () => {
    await filesIn(folder('a')).put(key, bytes, 'image/png')
    const again = await filesIn(folder('a') + '/').get(key)
    assert.deepEqual([...again!], [...bytes])
  })

  it('spreads files over folders, for nobody else to read, and leaves nothing half written beside them', async () => {
    await filesIn(folder('b')).put(key, bytes, 'image/png')
    const leaf = join(folder('b'), 'ab', '12')
    assert.deepEqual(readdirSync(leaf), [key])
    assert.deepEqual([statSync(join(leaf, key)).mode & 0o777, statSync(leaf).mode & 0o777], [0o600, 0o700])
  })

  it('has nothing under a key that nobody put, and does not show what was only begun', async () => {
    const store = filesIn(folder('c'))
    assert.equal(await store.get(key), undefined)
    await store.put(key, bytes, 'image/png')
    const other = key.replace(/0$/, '1')
    writeFileSync(join(folder('c'), 'ab', '12', `${other}.part`), 'half')
    assert.equal(await store.get(other), undefined)
    await store.remove(other)
    assert.deepEqual(readdirSync(join(folder('c'), 'ab', '12')), [key])
  })

  it('takes a file away, and does not mind when it is gone already', async () => {
    const store = filesIn(folder('d'))
    await store.put(key, bytes, 'image/png')
    await Promise.all([store.remove(key), store.remove(key)])
    assert.equal(await store.get(key), undefined)
    await store.remove('f'.repeat(64))
  })

  it('takes nothing for a key that could lead out of the folder', async () => {
    const store = filesIn(folder('e'))
    for (const wrong of ['../../../etc/passwd', '', 'AB'.repeat(32), `${key}/x`, `${key}\n`, `../${key}`]) {
      for (const attempt of [() => store.put(wrong, bytes, ''), () => store.get(wrong), () => store.remove(wrong)]) {
        await assert.rejects(attempt, { code: 'receiver/no-key' })
      }
    }
    assert.equal(existsSync(folder('e')), false)
  })

  it('says so when it cannot write or read', async () => {
    const file = join(root, 'a-file')
    writeFileSync(file, '')
    await assert.rejects(filesIn(file).put(key, bytes, ''), { code: /ENOTDIR|EEXIST/ })
    await assert.rejects(filesIn(file).get(key), { code: 'ENOTDIR' })
  })
})
