import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { Linter } from 'eslint'
import { container, containerJson } from '../../../demo/recipes/google-tag-manager/make-container.ts'
import { root } from '../../house/laws/sources.ts'

const folder = join(root, 'demo/recipes/google-tag-manager')
const { tag, trigger, variable } = container().containerVersion
/** The triggers that every container has. */
const builtIn = ['2147479553']

describe('The container for Google Tag Manager', () => {
  it('is what its maker writes', () => {
    assert.equal(readFileSync(join(folder, 'container.json'), 'utf8'), containerJson())
  })

  it('names only triggers and variables that it has, each number once', () => {
    const triggers = [...trigger.map(({ triggerId }) => triggerId), ...builtIn]
    for (const { firingTriggerId } of tag) assert.deepEqual(firingTriggerId.filter(id => !triggers.includes(id)), [])
    const names = variable.map(({ name }) => name)
    const used = [...containerJson().matchAll(/\{\{([^}]+)\}\}/g)].map(([, name]) => name!).filter(name => name !== '_event')
    assert.deepEqual([...new Set(used)].sort(), [...names].sort())
    for (const ids of [tag.map(({ tagId }) => tagId), variable.map(({ variableId }) => variableId)]) assert.equal(new Set(ids).size, ids.length)
  })

  it('writes every parameter as the import reads it: a kind, a key, a text', () => {
    const parameters = [...tag, ...variable].flatMap(({ parameter }) => parameter)
    for (const { type, key, value } of parameters) {
      assert.ok(['TEMPLATE', 'BOOLEAN'].includes(type))
      assert.deepEqual([typeof key, typeof value], ['string', 'string'])
    }
  })

  it('has code in the language that Tag Manager takes, ECMAScript 5', () => {
    for (const { name, parameter } of tag) {
      const [, code] = /^<script>([\s\S]*)<\/script>\s*$/.exec(parameter[0]!.value)!
      const found = new Linter({ configType: 'flat' }).verify(code!, [{ languageOptions: { ecmaVersion: 5, sourceType: 'script' } }])
      assert.deepEqual(found.map(({ message, line }) => `${name}:${line} ${message}`), [])
    }
  })

  it('asks for consent with the second tag only: the first keeps nothing before', () => {
    assert.match(tag[0]!.parameter[0]!.value, /consent: 'required'/)
    assert.deepEqual(tag.map(({ consentSettings }) => consentSettings.consentStatus), ['NOT_NEEDED', 'NEEDED'])
  })
})
