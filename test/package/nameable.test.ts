// Who wraps a function of ours has to write down what it takes and gives.
import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { root } from '../house/laws/sources.ts'
import { declarationsOf, unnamed } from './nameable.ts'

const types = join(root, 'dist', 'types').replaceAll('\\', '/')

describe('The types of the package', () => {
  it('can all be imported from it, wherever a signature uses them', () => {
    const door = `${types}/index.d.ts`
    // An element's class is at the door of that element.
    const elements = globSync(`${types}/elements/*/define.d.ts`)
    assert.ok(elements.length > 5)
    assert.deepEqual(unnamed(declarationsOf([door, ...elements]), door, elements, file => file.startsWith(types)), [])
  })

  const texts = new Map([
    ['/a/index.d.ts', `
      export { seal } from './seal'
      export type { Desk } from './desk'
    `],
    ['/a/seal.d.ts', `
      export interface Options { clock: Clock }
      interface Clock { now(): number }
      type Both = Options | undefined
      export declare function seal(options: Both): void
    `],
    ['/a/desk.d.ts', `
      import type { Kept } from './kept'
      export declare class Desk { private room: Kept; protected other: Kept; list<T>(like: T): Promise<T>; last: import('./last').Last }
    `],
    ['/a/kept.d.ts', 'export interface Kept { id: string }'],
    ['/a/last.d.ts', 'export interface Last { id: string }'],
  ])
  const lost = (more: string) => {
    const all = new Map([...texts, ['/a/index.d.ts', texts.get('/a/index.d.ts')! + more]])
    return unnamed(declarationsOf(['/a/index.d.ts'], all), '/a/index.d.ts', [], file => file.startsWith('/a/'))
  }

  it('are told where one cannot, with the way to it; what is private is nobody’s', () => {
    assert.deepEqual(lost(''), ['seal → Both → Options', 'seal → Both → Options → Clock', 'Desk → Last'])
    assert.deepEqual(lost(`export type { Options } from './seal'; export type * from './last'`), ['seal → Both → Options → Clock'])
  })
})
