import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Issue } from '../../../src/core/issue/issue.ts'
import { EarshotError } from '../../../src/core/support/errors.ts'
import type { Forwarding } from '../../../src/receiver/forwarding/forwarder.ts'
import { planForwards } from '../../../src/receiver/forwarding/plan-forwards.ts'
import { readForwarding } from '../../../src/receiver/forwarding/read-forwarding.ts'
import { createReceiver } from '../../../src/receiver/receiver.ts'
import { newIssue } from '../requests.ts'
import { fakeForwarder } from './fake-forwarder.ts'

const to = { github: fakeForwarder().forwarder, slack: fakeForwarder().forwarder }
const plan = (issue: Issue, rules: unknown) =>
  planForwards(readForwarding({ to, rules: rules as Forwarding['rules'] & object }), issue).map(({ forwarder, observation }) => forwarder + (observation ?? ''))

describe('Rules of passing on', () => {
  it('name who gets what', () => {
    const issue = newIssue({ kind: 'idea', topic: 'lamps', audience: 'workshop', environment: { locale: 'de-AT' } })
    assert.deepEqual(plan(issue, [{ when: { audience: 'workshop' }, to: 'github' }, { when: { kind: 'problem' }, to: 'slack' }]), ['github'])
    assert.deepEqual(plan(issue, [{ when: { language: 'de', topic: ['chairs', 'lamps'] }, to: ['github', 'slack'] }]), ['github', 'slack'])
    assert.deepEqual(plan(issue, [{ when: { level: 2 }, to: 'github' }]), [])
  })

  it('send to nobody twice what two of them mean', () => {
    assert.deepEqual(plan(newIssue(), [{ to: 'github' }, { when: { kind: 'problem' }, to: ['slack', 'github'] }]), ['github', 'slack'])
  })

  it('split side remarks off for whoever they are for, beside the whole issue', () => {
    const issue = newIssue({ observations: [{ text: 'wet' }, { text: 'loose', audience: 'workshop' }, { text: 'torn', audience: 'workshop' }] })
    assert.deepEqual(plan(issue, [{ when: { audience: 'workshop' }, to: 'github', observations: true }]), ['github2', 'github3'])
    assert.deepEqual(plan(issue, [{ to: 'github', observations: true }, { to: 'github' }]), ['github1', 'github2', 'github3', 'github'])
  })

  it('mean what no article answered only where they say so', () => {
    const gap = newIssue({ kind: 'gap' })
    assert.deepEqual(plan(gap, [{ to: 'slack' }]), [])
    assert.deepEqual(plan(gap, [{ when: { kind: ['gap', 'idea'] }, to: 'slack' }]), ['slack'])
  })

  it('may be none: everything to everybody, or an empty list: nothing', () => {
    assert.deepEqual(planForwards(readForwarding({ to }), newIssue()).map(({ forwarder }) => forwarder), ['github', 'slack'])
    assert.deepEqual(plan(newIssue(), []), [])
  })

  const wrong: [what: string, forwarding: unknown, code: string, path: string][] = [
    ['a forwarder that is not there', { to, rules: [{ to: 'githup' }] }, 'route/unknown-way', '/forwarding/rules/0/to'],
    ['a rule without one', { to, rules: [{ when: {} }] }, 'route/wrong-value', '/forwarding/rules/0/to'],
    ['an unknown key of a rule', { to, rules: [{ to: 'slack', wen: {} }] }, 'route/unknown-key', '/forwarding/rules/0/wen'],
    ['an unknown key of a condition', { to, rules: [{ to: 'slack', when: { departement: 'x' } }] }, 'route/unknown-key', '/forwarding/rules/0/when/departement'],
    ['a condition of the wrong type', { to, rules: [{ to: 'slack', when: { level: 'two' } }] }, 'route/wrong-value', '/forwarding/rules/0/when/level'],
    ['rules that are no list', { to, rules: { to: 'slack' } }, 'route/wrong-value', '/forwarding/rules'],
    ['a forwarder that cannot send', { to: { slack: {} } }, 'route/wrong-value', '/forwarding/to/slack'],
    ['no forwarders', {}, 'route/wrong-value', '/forwarding/to'],
    ['a name that no address could have', { to: { 'a/b': to.slack } }, 'route/wrong-value', '/forwarding/to'],
    ['an unknown setting', { to, retries: 3 }, 'route/unknown-key', '/forwarding/retries'],
    ['a time that is none', { to, timeout: 0 }, 'route/wrong-value', '/forwarding/timeout'],
  ]
  for (const [what, forwarding, code, path] of wrong) {
    it(`are refused at the start: ${what}`, () => {
      assert.throws(() => createReceiver({ query: async () => ({ rows: [] }), forwarding: forwarding as Forwarding }), (error: unknown) => {
        assert.ok(error instanceof EarshotError, String(error))
        assert.deepEqual([error.code, error.details['path']], [code, path])
        return true
      })
    })
  }
})
