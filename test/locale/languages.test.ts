import { expect } from '@open-wc/testing'
import { ar } from '../../src/locale/ar.ts'
import { de } from '../../src/locale/de.ts'
import { en, type MessageKey, type Messages } from '../../src/locale/en.ts'
import { findLanguage } from '../../src/locale/find-language.ts'
import { languages } from '../../src/locale/languages.ts'
import { phrase, type Message } from '../../src/locale/message.ts'

const forms = (message: Message): string[] => (typeof message === 'string' ? [message] : Object.values(message))
const blanks = (message: Message) => [...new Set(forms(message).join(' ').match(/\{\w+\}/g))].sort()
const keys = Object.keys(en) as MessageKey[]

// A sign, a pattern of blanks, or a word that the language shares with English.
const anywhere: MessageKey[] = ['article.code', 'people.chat', 'mark.sign', 'point.named', 'point.link', 'findings.in']
const alike: Readonly<Record<string, readonly MessageKey[]>> = {
  ca: ['article.no', 'closing.no'],
  da: ['send', 'reply.send'],
  es: ['article.no', 'closing.no'],
  id: ['enclosed.file'],
  it: ['article.no', 'closing.no', 'finding.secret'],
  nb: ['send', 'reply.send'],
}

for (const [name, load] of Object.entries(languages)) {
  describe(`the language ${name}`, () => {
    let messages: Messages
    before(async () => {
      messages = await load()
    })

    it('has exactly the sentences English has', () => {
      expect(Object.keys(messages).sort()).to.deep.equal([...keys].sort())
    })

    it('leaves the same blanks in each sentence', () => {
      for (const key of keys) expect(blanks(messages[key]), key).to.deep.equal(blanks(en[key]))
    })

    it('has a plural wherever English has one, in every category its grammar knows', () => {
      const wanted = new Intl.PluralRules(name).resolvedOptions().pluralCategories.filter(category => category !== 'other')
      for (const key of keys.filter(key => typeof en[key] !== 'string')) {
        expect(messages[key], key).to.include.all.keys('other', ...wanted)
      }
    })

    it('says nothing in English by oversight', () => {
      const same = keys.filter(key => JSON.stringify(messages[key]) === JSON.stringify(en[key]))
      expect(same.filter(key => !anywhere.includes(key) && !alike[name]?.includes(key))).to.deep.equal([])
    })
  })
}

describe('a count in a sentence', () => {
  const count = (messages: typeof ar, locale: string) =>
    [0, 1, 2, 3, 11, 100].map(count => phrase(messages['search.count'], { count }, locale))

  it('is right in Arabic for none, one, two, a few, many and a hundred', () => {
    // The engines do not agree on the digits of plain `ar`.
    expect(count(ar, 'ar-u-nu-latn')).to.deep.equal(['لا مقالات', 'مقال واحد', 'مقالان', '3 مقالات', '11 مقالًا', '100 مقال'])
  })

  it('is right in German and in English', () => {
    expect(count(de, 'de')).to.deep.equal(['0 Artikel', '1 Artikel', '2 Artikel', '3 Artikel', '11 Artikel', '100 Artikel'])
    expect(count(en, 'en')).to.deep.equal(['0 articles', '1 article', '2 articles', '3 articles', '11 articles', '100 articles'])
  })
})

describe('a name in a sentence', () => {
  it('is set apart where the sentence runs the other way, and nowhere else', () => {
    expect(phrase(ar['receipt.reference'], { reference: 'E-17' }, 'ar')).to.contain('\u2068E-17\u2069')
    expect(phrase(de['receipt.reference'], { reference: 'E-17' }, 'de')).to.equal('Vorgang E-17')
  })
})

describe('the languages', () => {
  it('are found by any tag of theirs, and English needs none', () => {
    const found = (tag: string) => findLanguage(tag, { 'ar': 1, 'de': 1, 'nb': 1, 'he': 1, 'zh-hans': 1, 'zh-hant': 1 })
    expect(['ar-EG', 'DE', 'de-Latn-AT', 'iw', 'nn-NO', 'no'].map(found)).to.deep.equal(['ar', 'de', 'de', 'he', 'nb', 'nb'])
    expect(['zh', 'zh-CN', 'zh-TW', 'zh-Hant', 'zh-HK'].map(found)).to.deep.equal(['zh-hans', 'zh-hans', 'zh-hant', 'zh-hant', 'zh-hant'])
    expect(['en-GB', 'tlh', '__proto__', 'constructor', ''].map(found)).to.deep.equal(Array(5).fill(undefined))
  })

  it('arrive when they are asked for', async () => {
    expect((await languages.ar!()).help).to.equal(ar.help)
    expect((await languages.de!()).help).to.equal(de.help)
  })
})
