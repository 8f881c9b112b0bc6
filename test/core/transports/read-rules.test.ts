import { expect } from '@open-wc/testing'
import type { EarshotError } from '../../../src/core/support/errors.ts'
import { readRules } from '../../../src/core/transports/read-rules.ts'
import { readWhen } from '../../../src/core/transports/read-when.ts'

const refused = (read: () => unknown) => {
  try {
    read()
  } catch (error) {
    const { code, message, details } = error as EarshotError
    return { code, message, path: details['path'] }
  }
  throw new Error('Expected a refusal')
}

describe('the reader of a condition', () => {
  it('takes every key there is, as a copy', () => {
    const when = { kind: ['problem', 'idea'], form: 'survey', topic: 'checkout', audience: 'sales', language: 'de', level: 2, leaving: true }
    expect(readWhen(when)).to.deep.equal(when)
    expect(readWhen(when) === when).to.equal(false)
    expect(readWhen({ kind: undefined })).to.deep.equal({})
  })

  it('names the nearest key for one that nobody knows', () => {
    const { code, message, path } = refused(() => readWhen({ audiance: 'sales' }, ['rules', 0, 'when']))
    expect([code, path]).to.deep.equal(['route/unknown-key', '/rules/0/when/audiance'])
    expect(message).to.contain('did you mean "audience"?')
  })

  it('names them all where none is near', () => {
    expect(refused(() => readWhen({ zzzzzzzzzz: 1 })).message).to.contain('kind, form, topic')
  })

  for (const [what, when] of [
    ['a number for a kind', { kind: 5 }], ['an empty kind', { kind: '' }], ['an empty list', { topic: [] }], ['a list with a hole in it', { topic: ['a', null] }],
    ['half a level', { level: 1.5 }], ['level 0', { level: 0 }], ['a level in words', { level: '2' }], ['a text for leaving', { leaving: 'yes' }],
    ['no object at all', 'kind'], ['a list', []], ['nothing', null], ['a polluting key', JSON.parse('{ "__proto__": { "kind": "x" } }')],
  ] as [string, unknown][])
    it(`refuses ${what}`, () => expect(refused(() => readWhen(when)).code).to.match(/^route\/(wrong-value|unknown-key)$/))
})

describe('the reader of rules', () => {
  it('takes one name or several, each once', () => {
    const rules = [{ when: { kind: 'idea' }, to: 'github' }, { to: ['slack', 'github', 'slack'], observations: true }]
    expect(readRules(rules, ['github', 'slack'])).to.deep.equal([
      { when: { kind: 'idea' }, to: ['github'] },
      { to: ['slack', 'github'], observations: true },
    ])
  })

  it('says which way was meant', () => {
    const { code, message, path } = refused(() => readRules([{ to: 'githup' }], ['github']))
    expect([code, path]).to.deep.equal(['route/unknown-way', '/0/to'])
    expect(message).to.contain('did you mean "github"?')
  })

  for (const [what, rules, code, path] of [
    ['no list', {}, 'wrong-value', ''], ['a rule that is none', ['github'], 'wrong-value', '/0'], ['a rule without a way', [{}], 'wrong-value', '/0/to'],
    ['an empty list of ways', [{ to: [] }], 'wrong-value', '/0/to'], ['a way that is no name', [{ to: [7] }], 'wrong-value', '/0/to'],
    ['an unknown key', [{ to: 'github', wen: {} }], 'unknown-key', '/0/wen'], ['a wrong flag', [{ to: 'github', observations: 'yes' }], 'wrong-value', '/0/observations'],
    ['a wrong condition', [{ to: 'github' }, { to: 'github', when: { level: -1 } }], 'wrong-value', '/1/when/level'],
  ] as const)
    it(`refuses ${what}, and says where`, () => {
      const found = refused(() => readRules(rules, ['github']))
      expect([found.code, found.path]).to.deep.equal([`route/${code}`, path])
    })
})
