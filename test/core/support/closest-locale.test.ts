import { expect } from '@open-wc/testing'
import { closestLocale } from '../../../src/core/support/closest-locale.ts'

describe('closestLocale', () => {
  const table: [wanted: string, available: string, closest: string | undefined][] = [
    ['de', 'en de fr', 'de'], ['de-AT', 'en de', 'de'], ['de-AT', 'de de-AT', 'de-AT'], ['pt', 'pt-PT pt-BR', 'pt-BR'], ['zh-HK', 'zh-CN zh-TW', 'zh-TW'],
    ['zh-Hant', 'zh-Hans zh-Hant', 'zh-Hant'], ['sr-Latn', 'sr sr-Latn', 'sr-Latn'], ['EN_us', 'en', 'en'], ['ja', 'en de', undefined], ['', 'en', undefined],
    ['not a tag!', 'en', undefined], ['en', '', undefined],
  ]
  for (const [wanted, available, closest] of table) {
    it(`for ${wanted || 'nobody'} out of ${available || 'nothing'}: ${closest ?? 'none'}`, () => {
      expect(closestLocale(available.split(' ').filter(Boolean), wanted)).to.equal(closest)
    })
  }
})
