import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readRepository } from '../house/laws/sources.ts'
import { read } from './blocks.ts'

const listed = [...read('docs/errors.md').matchAll(/^\| `([a-z-]+\/[a-z-]+)` \|/gm)].map(([, code]) => code!)
const rooms = new Set(listed.map(code => code.split('/')[0]!))
const sources = [...readRepository()].filter(([path]) => /^src\/.*\.ts$/.test(path))

describe('the page of errors', () => {
  it('has every code that stands in the source, once, and no other', () => {
    const written = new Set(sources.flatMap(([, text]) => [...text.matchAll(/['`"]([a-z]+(?:-[a-z]+)*)\/([a-z]+(?:-[a-z]+)*)['`"]/g)]
      .filter(([, room]) => rooms.has(room!)).map(([, room, what]) => `${room}/${what}`)))
    assert.deepEqual([...listed].sort(), [...written].sort())
  })

  it('knows every room that codes come from', () => {
    const thrown = sources.flatMap(([, text]) => [...text.matchAll(/(?:EarshotError|TransportError)\(\s*'([a-z-]+)\/|\bcode: '([a-z-]+)\//g)])
    assert.ok(thrown.length > 100)
    assert.deepEqual([...new Set(thrown.map(([, error, problem]) => error ?? problem!))].filter(room => !rooms.has(room)), [])
  })
})
