import { expect } from '@open-wc/testing'
import { configSchema } from '../../src/desk/config-schema.ts'
import { readSignalSettings } from '../../src/desk/signal-settings.ts'
import { en } from '../../src/locale/en.ts'
import { languages } from '../../src/locale/languages.ts'

// What a shop says when it wants to sell: no sentence of ours may sound like it, in any language.
const promotional = new RegExp(
  [
    String.raw`\b(?:discount|coupon|voucher|promo\w*|special offer|limited|hurry|deal|sale|buy|upgrade|newsletter|subscribe|free trial|save \d|best price|don.t miss|exclusive|recommended for you|you may also like|bestseller)\b`,
    String.raw`\b(?:rabatt|gutschein|angebot|sonder\w*|aktion|sparen|kaufen|jetzt bestellen|newsletter|abonnieren|gratis|nur heute|exklusiv|empfehlung für sie|bestseller|günstig)\b`,
    'خصم|قسيمة|عرض خاص|(?<!\\p{L})عروض|تخفيض|اشتر|لفترة محدودة|النشرة|اشترك|مجان|حصري',
    '[%€$£]|!',
  ].join('|'),
  'iu',
)

const sentences = (messages: object): string[] =>
  Object.values(messages).flatMap((message: unknown) => (typeof message === 'string' ? [message] : sentences(message as object)))

describe('Nothing we say is a promotion', () => {
  it('in any language', async () => {
    const all = [en, ...await Promise.all(Object.values(languages).map(load => load()))].flatMap(sentences)
    expect(all.length).to.be.greaterThan(300)
    expect(all.filter(sentence => promotional.test(sentence))).to.deep.equal([])
  })

  it('and a sentence that is one would be found', () => {
    for (const sentence of ['Save 20 % today', 'Subscribe to our newsletter', 'Nur heute: Rabatt auf alles', 'اشترك الآن', 'Buy now!']) expect(promotional.test(sentence), sentence).to.equal(true)
  })

  it('and the settings have no place for one: a rule names a sign, a place and an article', () => {
    const { properties } = (configSchema.properties.signals.anyOf[1] as { properties: Record<string, { items?: { properties?: object } }> })
    expect(Object.keys(properties)).to.have.members(['off', 'rules', 'confidence'])
    expect(Object.keys(properties['rules']!.items!.properties!)).to.have.members(['signal', 'where', 'article'])
    const read = readSignalSettings({ text: 'Buy', rules: [{ signal: 'dead-click', article: 'a', text: 'Buy' }] }, () => {})
    expect(Object.keys(read)).to.have.members(['off', 'rules', 'confidence'])
  })
})
