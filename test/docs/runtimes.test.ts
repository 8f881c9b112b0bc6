// The servers in docs/runtimes.md are those of demo/servers, which test/runtimes starts.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { importsOf } from '../house/laws/imports.ts'
import { root } from '../house/laws/sources.ts'
import { filesOf, servers } from '../runtimes/servers/install.ts'
import { blocksOf, read } from './blocks.ts'

const page = 'docs/runtimes.md'
const sources = filesOf().filter(path => !path.endsWith('.json'))
const inFolder = (path: string) => read(join(servers, path).slice(root.length + 1))

describe('The page about runtimes', () => {
  it('has every file of every example server, word for word', () => {
    const named = blocksOf(page, read(page)).filter(({ name }) => name)
    assert.deepEqual(named.map(({ name }) => name).sort(), sources)
    for (const { place, name, text } of named) assert.equal(text, inFolder(name), `${place}: ${name}`)
  })

  it('installs with each server what it imports, and no more', () => {
    for (const folder of new Set(sources.map(path => path.split('/')[0]!))) {
      const { dependencies } = JSON.parse(inFolder(`${folder}/package.json`)) as { dependencies: Record<string, string> }
      const imported = sources.filter(path => path.startsWith(`${folder}/`) && path.endsWith('.js'))
        .flatMap(path => importsOf(path, inFolder(path))).filter(({ isPackage, to }) => isPackage && to !== 'earshot').map(({ to }) => to)
      // Asked for by the receiver itself: for PostgreSQL, and for a bucket.
      const asked = folder === 'cloudflare' ? ['aws4fetch'] : ['pg']
      const needed = folder === 'next' ? [...asked, 'react', 'react-dom'] : asked
      assert.deepEqual(Object.keys(dependencies).sort(), [...new Set([...imported, ...needed])].sort(), folder)
    }
  })
})
