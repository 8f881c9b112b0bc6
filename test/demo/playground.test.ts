import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import { valueAt, withValue } from '../../demo/playground/at-path.js'
import { firstRecipe, readRecipe } from '../../demo/playground/recipe.js'
import { fromFragment, toFragment } from '../../demo/playground/share.js'

const packed = (text: string) => `1.${deflateRawSync(text).toString('base64url')}`

describe('an address of the playground', () => {
  it('holds all that was chosen, and says so again', async () => {
    const recipe = { ...firstRecipe(), page: 'bank', dark: true, theme: 'warm', config: { locale: 'ar', messages: { help: 'مساعدة & <b>' } } }
    const fragment = await toFragment(recipe)
    assert.match(fragment ?? '', /^1\.[\w-]+$/)
    assert.deepEqual(await fromFragment(fragment!), { recipe })
  })

  it('is not written when it would be too long for one', async () => {
    const noise = Array.from({ length: 9_000 }, (_, index) => String.fromCharCode(0x4e00 + ((index * 7_919) % 20_000))).join('')
    assert.equal(await toFragment({ ...firstRecipe(), config: { messages: { help: noise } } }), undefined)
  })

  it('says what is wrong with one nobody could have made here, and never throws', async () => {
    const whole = (await toFragment(firstRecipe()))!
    const cases: [string, RegExp][] = [
      ['choices', /nothing this page has written/], [`1.${'A'.repeat(40_000)}`, /too long/], [packed(JSON.stringify({ config: { a: 'a'.repeat(5_000_000) } })), /more settings than anybody/],
      [whole.slice(0, -9), /damaged/], ['1.%%%', /damaged/], ['1.', /damaged/], [packed('{'), /damaged/], [packed('null'), /damaged/], [packed('[]'), /damaged/],
      [packed('{"config":[]}'), /damaged/], [packed('{"config":"x"}'), /damaged/],
    ]
    for (const [fragment, problem] of cases) {
      const answer = await fromFragment(fragment)
      assert.equal(answer.recipe, undefined, fragment.slice(0, 40))
      assert.match(answer.problem ?? '', problem, fragment.slice(0, 40))
    }
    assert.deepEqual(await fromFragment(''), {})
  })

  it('is taken for nothing it does not say: a page, a theme or a folder of another kind becomes the usual one', () => {
    const { config, ...rest } = readRecipe({ config: { locale: 7 }, page: '../..', width: 'wide', dark: 'yes', theme: '../../evil', base: 9, sealed: 1 })!
    const { config: _, ...usual } = firstRecipe()
    assert.deepEqual(rest, usual)
    assert.deepEqual(config, { locale: 7 }, 'the settings themselves are the library’s to judge')
  })
})

describe('a place in the settings', () => {
  it('is read, set, and taken out with what is empty then; nothing is changed in place', () => {
    const before = Object.freeze({ theme: Object.freeze({ accent: 'red' }), ladder: Object.freeze([{ id: 'a' }, { id: 'b' }]) })
    assert.equal(valueAt(before, '/theme/accent'), 'red')
    assert.equal(valueAt(before, '/theme/accent/deeper'), undefined)
    assert.equal(valueAt(before, '/constructor/name'), undefined)
    assert.deepEqual(withValue(before, '/theme/accent', undefined), { ladder: before.ladder })
    assert.deepEqual(withValue(before, '/ladder/1/name', 'Bee'), { theme: before.theme, ladder: [{ id: 'a' }, { id: 'b', name: 'Bee' }] })
    assert.deepEqual(withValue({}, '/forms/0', { id: 'problem' }), { forms: [{ id: 'problem' }] })
    assert.deepEqual(Object.keys(withValue({ a: 1, b: 2, c: 3 }, '/b', 9)), ['a', 'b', 'c'])
  })

  it('inside of what is no object replaces it', () => {
    assert.deepEqual(withValue({ theme: 'dark' }, '/theme/accent', 'red'), { theme: { accent: 'red' } })
    assert.deepEqual(withValue({ messages: null }, '/messages/help', 'Hi'), { messages: { help: 'Hi' } })
  })
})
