import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { eagerNode, packageViolations } from './laws/packages.ts'
import { readSources } from './laws/sources.ts'

const law = (path: string, text: string) => packageViolations(new Map([[path, text]]))

describe('One package, one owner', () => {
  it('each package is imported only by the file that owns it', () => {
    assert.deepEqual(packageViolations(readSources('src')), [])
  })

  it('is broken by a second user, an unknown package, a package inside, and Node in the browser', () => {
    assert.match(law('src/desk/a.ts', `import { get } from 'idb-keyval'`).join(), /belongs to/)
    assert.match(law('src/desk/a.ts', `import _ from 'lodash'`).join(), /no owner/)
    assert.match(law('src/desk/a.ts', `await import('@orama/stemmers/english')`).join(), /stemmers belongs to/)
    assert.match(law('src/core/issue/a.ts', `import { readFile } from 'node:fs'`).join(), /node:fs belongs to/)
    assert.match(law('src/desk/a.ts', 'await import(`${name}`)').join(), /belongs to/)
    assert.match(law('src/desk/a.ts', `import type { Lexer } from 'marked'`).join(), /belongs to/)
    assert.deepEqual(law('src/core/articles/a.ts', `import type { Token } from 'marked'`), [])
    assert.match(law('src/desk/a.ts', `import { http } from 'msw'`).join(), /no owner/)
    assert.deepEqual(law('src/core/outbox/indexeddb-store.ts', `import { get } from 'idb-keyval'`), [])
    assert.deepEqual(law('src/cli/a.ts', `import { readFile } from 'node:fs/promises'`), [])
  })
})

describe('Nothing of Node’s where there may be none', () => {
  const eager = (path: string, text: string) => eagerNode(new Map([[path, text]]))

  it('is loaded at once by the core, the receiver and its forwarders', () => {
    assert.deepEqual(eagerNode(readSources('src')), [])
  })

  it('is broken by an import that stands at the top of a file', () => {
    assert.equal(eager('src/receiver/a.ts', `import { readFile } from 'node:fs/promises'`).length, 1)
    assert.equal(eager('src/core/support/a.ts', `export { Buffer } from 'buffer'`).length, 1)
    assert.deepEqual(eager('src/receiver/a.ts', `await import('node:fs/promises' as string)`), [])
    assert.deepEqual(eager('src/cli/a.ts', `import { readFile } from 'node:fs/promises'`), [])
  })
})
