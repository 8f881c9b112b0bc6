import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { brotli, closureOf, measure } from './measure.ts'

const built = new Map([
  ['earshot.js', '(()=>{import("./earshot/app.js")})()'],
  ['earshot/app.js', 'import{a as b}from"./base.js";import"./words.js";const c=()=>import("./form.js");export{b,c}'],
  ['earshot/base.js', 'export const a=1;export*from"./deep.js"'],
  ['earshot/deep.js', 'export const d=2'],
  ['earshot/words.js', 'import"./base.js"'],
  ['earshot/form.js', 'import{a}from"./base.js";import("./lazy.js")'],
  ['earshot/lazy.js', 'export default 1'],
])

describe('What arrives with what', () => {
  it('counts all that is imported at once, once, and nothing that is fetched later', () => {
    assert.deepEqual(closureOf(built, ['earshot/app.js']), ['earshot/app.js', 'earshot/base.js', 'earshot/deep.js', 'earshot/words.js'])
    assert.deepEqual(closureOf(built, ['earshot.js', 'earshot/form.js']), ['earshot.js', 'earshot/base.js', 'earshot/deep.js', 'earshot/form.js'])
  })

  it('is exceeded by one byte, and not by none', () => {
    const size = brotli(built.get('earshot/deep.js')!)
    const over = (limit: number) => measure(built, [{ name: 'deep', entries: ['earshot/deep.js'], limit }])[0]!.isOver
    assert.equal(over(size), false)
    assert.equal(over(size - 1), true)
  })

  it('does not count again what was there before', () => {
    const [form] = measure(built, [{ name: 'form', entries: ['earshot/form.js'], beyond: ['earshot/app.js'], limit: 100 }])
    assert.deepEqual(form!.files, ['earshot/form.js'])
  })

  it('says which file was not built', () => {
    assert.throws(() => closureOf(new Map([['a.js', 'import"./b.js"']]), ['a.js']), /dist\/b\.js, wanted by a\.js, was not built/)
  })
})
