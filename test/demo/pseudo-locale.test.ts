import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { mirror, pseudoLocales, stretch } from '../../demo/pseudo-locale.ts'
import { configChecks } from '../../src/core/settings/setting-checks.ts'
import { checkConfig } from '../../src/desk/check-config.ts'
import type { Settings } from '../../src/desk/config.ts'
import { provideAllWords } from '../../src/elements/shared/all-words.ts'
import { say } from '../../src/elements/shared/words.ts'
import { en, type MessageKey } from '../../src/locale/en.ts'
import type { Message } from '../../src/locale/message.ts'

const keys = Object.keys(en) as MessageKey[]
const sentences = (message: Message): string[] => (typeof message === 'string' ? [message] : Object.values(message))
const blanks = (message: Message) => [...new Set(sentences(message).join(' ').match(/\{\w+\}/g))].sort()

describe('A language nobody speaks', () => {
  it('is longer by half or more, whole in its brackets, and keeps its blanks', () => {
    assert.equal(stretch('{count} articles'), '⟦{count} âŕţîçļéš lôñĝ⟧')
    for (const key of keys) {
      const made = pseudoLocales['en-XA'].messages[key]
      assert.deepEqual(blanks(made), blanks(en[key]), key)
      for (const sentence of sentences(made)) assert.match(sentence, /^⟦.*⟧$/s)
      const [before, after] = [sentences(en[key])[0]!, sentences(made)[0]!]
      assert.ok(after.length >= before.replaceAll(/\{\w+\}/g, '').length * 1.4, `${key}: ${after}`)
    }
  })

  it('is written from right to left word by word, so that its lines break where words end', () => {
    assert.equal(mirror('Ask {name} now'), '\u200f\u202eAsk\u202c\u200f {name} \u200f\u202enow\u202c\u200f')
    for (const key of keys) assert.deepEqual(blanks(pseudoLocales['ar-XB'].messages[key]), blanks(en[key]), key)
  })
})

describe('Every sentence', () => {
  it('can be said otherwise by an owner, in any language', () => {
    provideAllWords()
    for (const locale of ['en', 'de', 'ar']) {
      const messages = Object.fromEntries(keys.map(key => [key, `own ${key}`]))
      assert.ok(configChecks.messages!(messages))
      const settings: Settings = checkConfig({ locale, messages }, 'en', undefined, problem => assert.fail(problem.message))
      for (const key of keys) assert.equal(say(key, { count: 2 }, settings), `own ${key}`)
    }
  })

  it('is ours where an owner says nothing', () => {
    const settings = checkConfig({ messages: { help: 'Ask us' } }, 'en', undefined, problem => assert.fail(problem.message))
    assert.equal(say('help', {}, settings), 'Ask us')
    assert.equal(say('send', {}, settings), en.send)
  })
})
