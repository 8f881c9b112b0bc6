import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { arrowViolations, barrelViolations, cycleViolations } from './laws/arrows.ts'
import { readSources } from './laws/sources.ts'

const arrows = (files: Record<string, string>) => arrowViolations(new Map(Object.entries(files)))
const forbids = (path: string, text: string, pattern: RegExp) => assert.match(arrows({ [path]: text }).join('\n'), pattern)
const allows = (path: string, text: string) => assert.deepEqual(arrows({ [path]: text }), [])

describe('Arrows point inward', () => {
  it('no file of the house imports what its room may not', () => {
    assert.deepEqual(arrowViolations(readSources('src')), [])
  })

  it('no imports go round in a circle', () => {
    assert.deepEqual(cycleViolations(readSources('src')), [])
  })

  it('no file inside a room only passes others on', () => {
    assert.deepEqual(barrelViolations(readSources('src')), [])
  })
})

describe('The law of arrows, broken on purpose', () => {
  it('sees the core reach for the desk, statically, lazily and for a type', () => {
    forbids('src/core/issue/a.ts', `import { desk } from '../../desk/desk.ts'`, /core\/issue and may not import src\/desk/)
    forbids('src/core/issue/a.ts', `await import('../../desk/desk.ts')`, /lazy/)
    forbids('src/core/issue/a.ts', `import type { Desk } from '../../desk/desk.ts'`, /type/)
    forbids('src/core/issue/a.ts', `let a: import('../../desk/desk.ts').Desk`, /type/)
    forbids('src/core/issue/a.ts', `export { desk } from '../../desk/desk.ts'`, /run time/)
  })

  it('lets the outbox have transport types, and nothing that runs', () => {
    allows('src/core/outbox/a.ts', `import type { Transport } from '../transports/transport.ts'`)
    allows('src/core/outbox/a.ts', `import { type Transport } from '../transports/transport.ts'`)
    forbids('src/core/outbox/a.ts', `import { http } from '../transports/http.ts'`, /run time/)
    forbids('src/core/outbox/a.ts', `import { http, type Transport } from '../transports/http.ts'`, /run time/)
  })

  it('keeps transports out of the outbox, siblings apart, and the core free of words', () => {
    forbids('src/core/transports/a.ts', `import '../outbox/outbox.ts'`, /may not/)
    forbids('src/elements/help/a.ts', `import '../article/article.ts'`, /may not/)
    forbids('src/desk/a.ts', `import { en } from '../locale/en.ts'`, /may not/)
    forbids('src/elements/help/a.ts', `import { search } from '../../core/articles/search.ts'`, /may not/)
    forbids('src/elements/help/a.ts', `import { page } from '../../page/page.ts'`, /may not/)
    assert.deepEqual(arrowViolations(new Map([
      ['src/elements/help/a.ts', `import('./later.ts')`],
      ['src/elements/help/later.ts', `import { page } from '../../page/page.ts'`],
    ])), [], 'what is fetched later brings its own')
    allows('src/elements/help/a.ts', `import('../../page/page.ts'); import { b } from './b.ts'; import { t } from '../shared/t.ts'`)
  })

  it('lets shared element code see the shelf, and no other part of the desk at run time', () => {
    allows('src/elements/shared/a.ts', `import { shelf } from '../../desk/shelf.ts'; import type { Desk } from '../../desk/desk.ts'`)
    forbids('src/elements/shared/a.ts', `import { createDesk } from '../../desk/create-desk.ts'`, /may not/)
  })

  it('sees a file that lies in no room', () => {
    forbids('src/elsewhere/a.ts', `import './b.ts'`, /in no room/)
    forbids('src/desk/a.ts', `import '../elsewhere/b.ts'`, /in no room/)
  })

  it('sees a circle of three, a lazy one too, and lets types go round', () => {
    const circle = (kind: string) => cycleViolations(new Map([
      ['src/desk/a.ts', `import './b.ts'`],
      ['src/desk/b.ts', `import './c.ts'`],
      ['src/desk/c.ts', kind],
    ]))
    assert.deepEqual(circle(`import './a.ts'`), ['circle: src/desk/a.ts → src/desk/b.ts → src/desk/c.ts → src/desk/a.ts'])
    assert.equal(circle(`await import('./a.ts')`).length, 1)
    assert.deepEqual(circle(`import type { A } from './a.ts'`), [])
  })

  it('sees a barrel, and not a file that adds something of its own', () => {
    const barrels = (text: string) => barrelViolations(new Map([['src/desk/index.ts', text]]))
    assert.equal(barrels(`export { a } from './a.ts'\nexport type { B } from './b.ts'`).length, 1)
    assert.equal(barrels(`export * from './a.ts'\nexport const b = 1`).length, 1)
    assert.deepEqual(barrels(`export type { B } from './b.ts'\nexport const b = 1`), [])
    assert.deepEqual(barrelViolations(new Map([['src/index.ts', `export * from './a.ts'`]])), [])
  })
})
