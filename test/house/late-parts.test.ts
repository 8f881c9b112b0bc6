import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { latePartViolations } from './laws/late-parts.ts'
import { readSources } from './laws/sources.ts'

const count = (text: string) => latePartViolations(new Map([['src/page/a.ts', text]])).length

describe('A part that does not come', () => {
  it('has an answer wherever one is fetched in passing', () => {
    const sources = new Map([...readSources('src')].filter(([path]) => !/^src\/(receiver|cli)\//.test(path)))
    assert.deepEqual(latePartViolations(sources), [])
  })

  it('is nobody’s where only its coming is spoken of', () => {
    assert.equal(count('void import("./a.ts")'), 1)
    assert.equal(count('void import("./a.ts").then(({ a }) => a())'), 1)
    assert.equal(count('const open = (x: string) => void import("./a.ts").then(({ a }) => a(x)).finally(done)'), 1)
  })

  it('is nobody’s where it is fetched in a method that is spoken of alone', () => {
    const draws = (call: string, fetched = '(await import("./a.ts")).a()') => count(`class A { async #draw() { ${fetched} } look() { ${call} } }`)
    assert.equal(draws('void this.#draw()'), 1)
    assert.equal(draws('void this.#draw().then(done)'), 1)
    assert.equal(count('const draw = async () => { const { a } = await import("./a.ts"); a() }; void draw()'), 1)
    assert.equal(draws('void this.#draw().catch(tell)'), 0)
    assert.equal(draws('void this.#draw()', 'await import("./a.ts").then(({ a }) => a(), () => {})'), 0)
    assert.equal(draws('void this.#draw()', 'try { await import("./a.ts") } catch { tell() }'), 0)
  })

  it('is answered for by a second function, or a catch', () => {
    assert.equal(count('void import("./a.ts").then(({ a }) => a(), () => {})'), 0)
    assert.equal(count('void import("./a.ts").then(({ a }) => a()).catch(tell)'), 0)
    assert.equal(count('await import("./a.ts"); const a = import("./a.ts"); void other().then(x)'), 0)
  })
})
