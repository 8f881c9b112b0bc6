import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Draft } from '../../../src/core/issue/draft.ts'
import { codesIn } from '../../../src/receiver/spam/codes.ts'
import type { SpamOptions } from '../../../src/receiver/spam/settings.ts'
import { needsProof, suspicionsOf } from '../../../src/receiver/spam/suspicions-of.ts'
import { newIssue } from '../requests.ts'

const found = (draft: Partial<Draft>, options?: SpamOptions) => suspicionsOf(newIssue(draft), options)

describe('What looks like spam in an issue itself', () => {
  it('is a field that no person sees, filled in', () => {
    assert.deepEqual(found({ filling: { trap: true } }), ['trap'])
    assert.deepEqual(found({ filling: { trap: false } }), [])
  })

  it('is a story written in less than two seconds, or in less than the owner says', () => {
    assert.deepEqual(found({ filling: { seconds: 1.9 } }), ['too-fast'])
    assert.deepEqual(found({ filling: { seconds: 0, trap: true } }), ['trap', 'too-fast'])
    assert.deepEqual(found({ filling: { seconds: 2 } }), [])
    assert.deepEqual(found({ filling: { seconds: 4 } }, { minimumSeconds: 5 }), ['too-fast'])
    assert.deepEqual(found({ filling: { seconds: 0 } }, { minimumSeconds: 0 }), [])
  })

  it('is nothing that people do: a tap, a word, a draft of three days, a call written down, a question nobody answered, a test of the line', () => {
    const people: Partial<Draft>[] = [
      { kind: 'rating', story: '', rating: { scale: 'csat', value: 5, max: 5 }, filling: { seconds: 0.3 } },
      { kind: 'rating', rating: { scale: 'csat', value: 5, max: 5 } },
      { kind: 'praise', story: 'Great!', filling: { seconds: 1 } },
      { kind: 'problem', story: 'Broken.', outcome: 'Please send me a new one of these', answers: { order: '1234567890 of last Tuesday' }, filling: { seconds: 1.4 } },
      { kind: 'problem' },
      { kind: 'problem', filling: {} },
      { kind: 'problem', filling: { seconds: 60 } },
      { kind: 'problem', filedBy: { role: 'staff', channel: 'phone' }, filling: { seconds: 0.1 } },
      { kind: 'gap', story: '', answers: { searches: [{ query: 'lamp', count: 0 }] } },
      { kind: 'question', synthetic: true, filling: { seconds: 0 } },
    ]
    for (const draft of people) assert.deepEqual(found(draft), [], JSON.stringify(draft))
  })

  it('asks nobody for a proof who is not heard, whom the site vouches for, or who tests the line', () => {
    assert.equal(needsProof(newIssue(), false), true)
    assert.equal(needsProof(newIssue(), true), false)
    assert.equal(needsProof(newIssue({ kind: 'gap', story: '' }), false), false)
    assert.equal(needsProof(newIssue({ synthetic: true }), false), false)
  })

  it('is said in codes that are short and plain, each once, and not too many', () => {
    assert.deepEqual(codesIn(['akismet', 'akismet', 'Two words', '', '-x', 7, null, '<b>', 'x'.repeat(41), 'x'.repeat(40)]), ['akismet', 'x'.repeat(40)])
    assert.equal(codesIn(Array.from({ length: 30 }, (_, index) => `code-${index}`)).length, 10)
    for (const wrong of [undefined, null, 'akismet', {}, 3]) assert.deepEqual(codesIn(wrong), [])
  })
})
