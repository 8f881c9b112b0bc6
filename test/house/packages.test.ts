import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { doubleOwnerViolations, packageViolations } from './laws/packages.ts'
import { readSources } from './laws/sources.ts'

const law = (path: string, text: string) => packageViolations(new Map([[path, text]]))

describe('One package, one owner', () => {
  it('each package is imported only by the file that owns it', () => {
    assert.deepEqual(packageViolations(readSources('src')), [])
  })

  it('no package has two owners', () => {
    assert.deepEqual(doubleOwnerViolations(readSources('src')), [])
  })

  it('is broken by a second user, an unknown package, a package inside, and Node in the browser', () => {
    assert.match(law('src/desk/a.ts', `import { get } from 'idb-keyval'`).join(), /belongs to/)
    assert.match(law('src/desk/a.ts', `import _ from 'lodash'`).join(), /no owner/)
    assert.match(law('src/desk/a.ts', `await import('minisearch/dist/es')`).join(), /minisearch belongs to/)
    assert.match(law('src/core/issue/a.ts', `import { readFile } from 'node:fs'`).join(), /Node only/)
    assert.match(law('src/desk/a.ts', 'await import(`${name}`)').join(), /no owner/)
    assert.match(law('src/desk/a.ts', `import { http } from 'msw'`).join(), /no owner/)
    assert.deepEqual(law('src/core/outbox/indexeddb-store.ts', `import { get } from 'idb-keyval'`), [])
    assert.deepEqual(law('src/cli/a.ts', `import { readFile } from 'node:fs/promises'`), [])
    const two = new Map([['src/a.ts', `import 'marked'`], ['src/b.ts', `import 'marked'`]])
    assert.deepEqual(doubleOwnerViolations(two), ['marked is imported by src/a.ts, src/b.ts'])
  })
})
