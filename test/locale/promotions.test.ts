import { expect } from '@open-wc/testing'
import { configSchema } from '../../src/desk/config-schema.ts'
import { readSignalSettings } from '../../src/desk/signal-settings.ts'
import { en } from '../../src/locale/en.ts'
import { languages } from '../../src/locale/languages.ts'
import { promotional } from './promotional.ts'

const sentences = (messages: object): string[] =>
  Object.values(messages).flatMap((message: unknown) => (typeof message === 'string' ? [message] : sentences(message as object)))

describe('Nothing we say is a promotion', () => {
  it('in any language', async () => {
    const all = [['en', en] as const, ...await Promise.all(Object.entries(languages).map(async ([name, load]) => [name, await load()] as const))]
    for (const [name, messages] of all) {
      const said = sentences(messages)
      expect(said.length, name).to.be.greaterThan(300)
      expect(promotional[name], `words that sell in ${name}`).to.be.instanceOf(RegExp)
      expect(said.filter(sentence => promotional[name]!.test(sentence) || promotional['any']!.test(sentence)), name).to.deep.equal([])
    }
  })

  it('and a sentence that is one would be found', () => {
    const selling: [string, string][] = [
      ['any', 'Save 20 % today'], ['any', 'Buy now!'], ['en', 'Subscribe to our newsletter'], ['de', 'Nur heute: Rabatt auf alles'], ['ar', 'اشترك الآن'],
      ['fr', 'Offre spéciale'], ['ru', 'Только сегодня скидка'], ['tr', 'İndirim sizi bekliyor'],
    ]
    for (const [name, sentence] of selling) expect(promotional[name]!.test(sentence), sentence).to.equal(true)
  })

  it('and the settings have no place for one: a rule names a sign, a place and an article', () => {
    const { properties } = (configSchema.properties.signals.anyOf[1] as { properties: Record<string, { items?: { properties?: object } }> })
    expect(Object.keys(properties)).to.have.members(['off', 'rules', 'confidence'])
    expect(Object.keys(properties['rules']!.items!.properties!)).to.have.members(['signal', 'where', 'article'])
    const read = readSignalSettings({ text: 'Buy', rules: [{ signal: 'dead-click', article: 'a', text: 'Buy' }] }, () => {})
    expect(Object.keys(read)).to.have.members(['off', 'rules', 'confidence'])
  })
})
