import { expect } from '@open-wc/testing'
import type { Issue } from '../../../src/core/issue/issue.ts'
import { fits, type When } from '../../../src/core/transports/when.ts'
import { issue as plain } from './fixtures.ts'

const issue: Issue = {
  ...plain, form: 'survey', topic: 'checkout', audience: 'sales', leaving: true,
  environment: { locale: 'de-AT' }, escalation: { of: 'a', rung: 'lead', level: 2 },
}

describe('a condition for issues', () => {
  for (const [what, when, expected] of [
    ['nothing means every issue', {}, true],
    ['a kind', { kind: 'problem' }, true],
    ['another kind', { kind: 'idea' }, false],
    ['one of several kinds is enough', { kind: ['idea', 'problem'] }, true],
    ['all that is there must fit', { kind: 'problem', audience: 'workshop' }, false],
    ['a form, a topic and a department', { form: 'survey', topic: 'checkout', audience: 'sales' }, true],
    ['a language means its regions, too', { language: 'de' }, true],
    ['a language in any case', { language: 'DE-at' }, true],
    ['a region means no other one', { language: 'de-DE' }, false],
    ['the beginning of a word is no language', { language: 'd' }, false],
    ['at least a level', { level: 2 }, true],
    ['a higher level', { level: 3 }, false],
    ['somebody who thinks of leaving', { leaving: true }, true],
    ['somebody who does not', { leaving: false }, false],
  ] as [string, When, boolean][])
    it(what, () => expect(fits(issue, when)).to.equal(expected))

  it('takes an issue that was never taken further for level 1, and one that says nothing of leaving for staying', () => {
    expect([fits(plain, { level: 1 }), fits(plain, { level: 2 }), fits(plain, { leaving: false })]).to.deep.equal([true, false, true])
  })

  it('asks an issue without a language for none', () => {
    expect([fits(plain, { language: 'de' }), fits(plain, { topic: 'checkout' })]).to.deep.equal([false, false])
  })
})
