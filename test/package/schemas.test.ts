import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { Validator } from '@cfworker/json-schema'
import { root } from '../house/laws/sources.ts'
import { follow, referencesOf, schemaProblems } from './json-schema.ts'

const read = (name: string) => JSON.parse(readFileSync(join(root, 'dist', name), 'utf8')) as Record<string, unknown>
const validator = (schema: Record<string, unknown>) => new Validator(schema as ConstructorParameters<typeof Validator>[0], '2020-12')

const issue = {
  version: 1, id: '0193a5c4-0000-7000-8000-000000000000', createdAt: '2026-11-21T10:00:00.000Z', kind: 'problem', form: 'problem',
  story: 'The parcel was open', observations: [{ text: 'The box is too big', topic: 'delivery' }],
  environment: { viewport: [1280, 720] }, somethingNew: { kept: true },
}

describe('The published schemas', () => {
  for (const name of ['issue.schema.json', 'config.schema.json', 'form.schema.json']) {
    it(`${name} is a JSON Schema of 2020-12 whose parts hold together`, () => {
      const schema = read(name)
      assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema')
      assert.deepEqual(schemaProblems(schema), [])
    })
  }

  it('takes an issue, with fields nobody knows, and refuses what is none', () => {
    const { validate } = wrap(read('issue.schema.json'))
    assert.equal(validate(issue), true)
    for (const change of [{ kind: 'complaint' }, { version: 2 }, { id: undefined }, { story: 'x'.repeat(10_001) }, { observations: 'none' }, { createdAt: null }]) {
      assert.equal(validate(JSON.parse(JSON.stringify({ ...issue, ...change }))), false, JSON.stringify(change).slice(0, 60))
    }
  })

  it('takes settings as the readme has them, and refuses wrong values', () => {
    const { validate } = wrap(read('config.schema.json'))
    assert.equal(validate({ endpoint: '/issues', articles: '/help/index.json', placement: 'top-end', theme: { accent: '#000' } }), true)
    assert.equal(validate({ placement: 'middle' }), false)
    assert.equal(validate({ endpoint: 7 }), false)
  })

  it('takes a form, and refuses what could never be shown', () => {
    const { validate } = wrap(read('form.schema.json'))
    const form = { id: 'refund', kind: 'problem', title: { en: 'Refund', de: 'Erstattung' }, fields: ['story', { type: 'choice', name: 'why', options: [1, { value: 'late', label: { en: 'Late' } }], showIf: { field: 'story', answered: true } }] }
    assert.equal(validate(form), true)
    const wrong = [{ id: 5 }, { kind: 'gap' }, { scale: 'marks' }, { fields: [{ type: 'password' }] }, { fields: [{ name: 'x' }] }, { title: 5 }, { fields: [{ type: 'text', name: 'x', showIf: { field: 'y' } }] }]
    for (const change of wrong) assert.equal(validate({ ...form, ...change }), false, JSON.stringify(change))
  })

  it('openapi.json describes the protocol, and every reference in it leads somewhere', () => {
    const openapi = read('openapi.json')
    assert.match(String(openapi.openapi), /^3\.1\./)
    assert.ok(Object.keys(openapi.paths as object).length >= 3)
    const lost = referencesOf(openapi).filter(reference => reference.startsWith('#') && follow(openapi, reference) === undefined)
    assert.deepEqual(lost, [])
  })

  it('would be found out if they did not hold together', () => {
    assert.deepEqual(schemaProblems({ type: 'text' }), ['#: there is no type text'])
    assert.deepEqual(schemaProblems({ properties: { a: { $ref: '#/$defs/a' } } }), ['#/properties/a: #/$defs/a leads nowhere'])
    assert.deepEqual(schemaProblems({ items: { pattern: '(' } }), ['#/items: the pattern does not compile'])
    assert.deepEqual(schemaProblems({ anyOf: [3] }), ['#/anyOf/0 is not a schema'])
    assert.deepEqual(schemaProblems({ $ref: '#/$defs/a', $defs: { a: true } }), [])
  })
})

function wrap(schema: Record<string, unknown>) {
  const checker = validator(schema)
  return { validate: (value: unknown) => checker.validate(value).valid }
}
