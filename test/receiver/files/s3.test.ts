import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { s3, type S3Options } from '../../../src/receiver/files/s3.ts'
import { keys, startS3 } from './s3-server.ts'

const key = 'ab12'.padEnd(64, '0')
const bytes = Uint8Array.from({ length: 3_000 }, (_, i) => i % 256)

describe('files in a store that speaks S3', () => {
  let server: Awaited<ReturnType<typeof startS3>>
  before(async () => { server = await startS3() })
  after(() => server.stop())
  beforeEach(() => {
    server.mood = 'accept'
    server.kept.clear()
  })
  const open = (more: Partial<S3Options> = {}) => s3({ endpoint: server.endpoint, region: 'eu-test-1', bucket: 'pictures', ...keys, ...more })

  it('gives back what was put, byte for byte, with signatures that the other side checks', async () => {
    const store = open()
    await store.put(key, bytes, 'image/png')
    assert.deepEqual([...server.kept].map(([key, { type }]) => [key, type]), [[key, 'image/png']])
    assert.deepEqual([...(await store.get(key))!], [...bytes])
    await store.remove(key)
    assert.equal(await store.get(key), undefined)
    await store.remove(key)
  })

  it('puts a prefix before the keys, and finds a bucket that the endpoint names', async () => {
    await open({ prefix: 'earshot/' }).put(key, bytes, 'image/png')
    await open({ endpoint: `${server.endpoint}/pictures/` , bucket: '' }).put(key, bytes, 'image/png')
    assert.deepEqual([...server.kept.keys()], [`earshot/${key}`, key])
  })

  it('says what the other side refused, and nothing of what it was asked with', async () => {
    const store = open({ secretAccessKey: 'another-secret' })
    await assert.rejects(store.put(key, bytes, 'image/png'), (error: Error & { code?: string }) => {
      assert.equal(error.code, 'receiver/files-failed')
      assert.match(error.message, /403 SignatureDoesNotMatch/)
      assert.doesNotMatch(error.message, /another-secret|Credential|secret words/)
      return true
    })
    await assert.rejects(open({ region: 'mars' }).get(key), /AuthorizationHeaderMalformed/)
    assert.equal(server.kept.size, 0)
  })

  it('does not take a bucket that is missing for a file that is missing', async () => {
    const store = open({ bucket: 'nowhere' })
    await assert.rejects(store.put(key, bytes, 'image/png'), { code: 'receiver/files-failed' })
    await assert.rejects(store.get(key), { code: 'receiver/files-failed' })
  })

  it('rejects when the store is down, silent, gone, or sends elsewhere', async () => {
    server.mood = 'down'
    await assert.rejects(open().put(key, bytes, 'image/png'), /503 SlowDown/)
    server.mood = 'redirect'
    await assert.rejects(open().put(key, bytes, 'image/png'))
    server.mood = 'hang'
    await assert.rejects(open({ timeout: 20 }).get(key), { code: 'receiver/files-slow' })
    await assert.rejects(open({ endpoint: 'http://127.0.0.1:9' }).remove(key))
  })

  it('refuses endpoints that are none, and keys that are none', async () => {
    for (const endpoint of ['', '/files', 'ftp://a.example', 'https://user:pass@a.example']) {
      assert.throws(() => open({ endpoint }), { code: 'receiver/no-endpoint' })
    }
    await assert.rejects(async () => open().get('../secrets'), { code: 'receiver/no-key' })
  })
})
