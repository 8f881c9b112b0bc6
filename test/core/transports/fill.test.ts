import { expect } from '@open-wc/testing'
import type { Issue } from '../../../src/core/issue/issue.ts'
import { at, expectFields, expectWhole, fill } from '../../../src/core/transports/fill.ts'
import { issue as plain } from './fixtures.ts'

const issue: Issue = { ...plain, contact: { email: 'a@mail.example', name: '' }, observations: [{ text: 'too loud' }], identity: { token: 'secret' }, repeats: 0 }

describe('a field of a service’s', () => {
  it('is filled by a path, from lists, too, with anything but nothing', () => {
    const fields = { a: 'contact.email', b: 'observations.0.text', c: 'contact.name', d: 'repeats', e: 'contact.phone', f: 'observations.7.text' }
    expect(fill(fields, issue)).to.deep.equal([['a', 'a@mail.example'], ['b', 'too loud'], ['c', ''], ['d', 0]])
  })

  it('is filled by a function, and left out where that has nothing', () => {
    expect(fill({ a: ({ kind }) => kind, b: () => undefined, c: () => null }, issue)).to.deep.equal([['a', 'problem']])
  })

  it('gets the whole issue as data without the token of the site', () => {
    const [[, whole]] = fill({ a: '$issue' }, issue) as [[string, Issue]]
    expect([whole.id, 'identity' in whole, issue.identity?.token]).to.deep.equal([issue.id, false, 'secret'])
  })

  it('finds nothing that is not the issue’s own', () => {
    for (const path of ['constructor', '__proto__', 'toString.name', 'observations.length.x', 'story.length', 'contact.constructor.name', 'observations.at'])
      expect(at(issue, path), path).to.equal(undefined)
  })

  it('may have any name', () => {
    const fields = JSON.parse('{ "__proto__": "id", "constructor": "kind" }') as Record<string, string>
    expect(fill(fields, issue)).to.deep.equal([['__proto__', issue.id], ['constructor', 'problem']])
  })
})

describe('a map of fields', () => {
  for (const wrong of [undefined, null, [], 'story', { a: '' }, { a: '.x' }, { a: 'x.' }, { a: '$everything' }, { a: null }])
    it(`is none: ${JSON.stringify(wrong)}`, () => {
      expect(() => expectFields('fields', wrong)).to.throw().with.property('code', 'transport/wrong-option')
    })

  it('has to take all of an issue somewhere', () => {
    expect(() => expectWhole('fields', { story: 'story' })).to.throw().with.property('code', 'transport/wrong-option')
    for (const from of ['$text', '$issue', () => 'x']) expectWhole('fields', { story: 'story', all: from })
  })
})
