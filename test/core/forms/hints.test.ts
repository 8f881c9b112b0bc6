import { expect } from '@open-wc/testing'
import { formWith } from './form-fixtures.ts'

const hintsFor = async (story: string, { locale = 'en', ...more }: { locale?: string; hints?: boolean; expects?: ('number' | 'date')[] } = {}) => {
  const { hints, expects } = more
  const form = await formWith([{ type: 'story', ...(expects && { expects }) }], { ...(hints !== undefined && { hints }) }, { locale })
  return (await form.hints({ kind: 'problem', story })).map(({ code }) => code)
}

describe('friendly remarks on a story', () => {
  const dates: [locale: string, story: string, says: boolean][] = [
    ['en', 'The parcel came on 12/11/2026 and was open', true],
    ['en', 'The parcel came yesterday and was open', true],
    ['en', 'The parcel came last Tuesday and was open', true],
    ['en', 'The parcel came in mid November, open', true],
    ['en', 'The parcel came and it was open already', false],
    ['en', 'A smart decoder marred by satin summary', false],
    ['de', 'Das Paket kam vorgestern und war offen', true],
    ['de', 'Das Paket kam am 3. 5. schon offen an', true],
    ['de', 'Das Paket kam und es war leider offen', false],
    ['fr', 'Le colis est arrivé hier, déjà ouvert', true],
    ['ru', 'Посылка пришла вчера и была открыта', true],
    ['ar', 'وصل الطرد أمس وكان مفتوحًا من الجانب', true],
    ['ar', 'وصل الطرد وكان مفتوحًا من الجانب الآخر', false],
    ['ja', '昨日荷物が届きましたが箱が開いていて中身がありませんでした', true],
    ['ja', '荷物が届きましたが箱が開いていて中身がありませんでした残念', false],
    ['de', 'The parcel came yesterday and was open', true],
  ]
  for (const [locale, story, says] of dates) {
    it(`${locale}: “${story}” ${says ? 'says when' : 'does not say when'}`, async () => {
      expect(await hintsFor(story, { locale, expects: ['date'] })).to.deep.equal(says ? [] : ['no-date'])
    })
  }

  const numbers: [story: string, says: boolean][] = [
    ['My order 4711 has not come so far', true], ['طلبي رقم ٤٧١١ لم يصل حتى الآن', true], ['मेरा ऑर्डर ४७११ अभी तक नहीं आया है', true], ['My order has not come so far', false],
  ]
  for (const [story, says] of numbers) {
    it(`“${story}” ${says ? 'has' : 'lacks'} a number`, async () => {
      expect(await hintsFor(story, { expects: ['number'] })).to.deep.equal(says ? [] : ['no-number'])
    })
  }

  const loud: [story: string, isLoud: boolean][] = [
    ['THE PARCEL CAME AND IT WAS OPEN', true], ['DAS PAKET KAM AN UND WAR SCHON OFFEN', true], ['ΤΟ ΔΕΜΑ ΗΤΑΝ ΗΔΗ ΑΝΟΙΧΤΟ ΟΤΑΝ ΗΡΘΕ', true], ['ПОСЫЛКА ПРИШЛА УЖЕ ОТКРЫТОЙ', true],
    ['The parcel came and it was open', false], ['HELP, my parcel came and it was open', false], ['וואו החבילה הגיעה פתוחה לגמרי אתמול', false], ['荷物が届きましたが箱が開いていました残念です', false],
    ['وصل الطرد وكان مفتوحًا من الجانب', false], ['4711 4712 4713 4714 4715 4716', false], ['NASA 4711 4712 4713 4714', false],
  ]
  for (const [story, isLoud] of loud) {
    it(`“${story}” is ${isLoud ? '' : 'not '}all capitals`, async () => {
      expect(await hintsFor(story)).to.deep.equal(isLoud ? ['only-capitals'] : [])
    })
  }

  it('come only when a story is very long, and say nothing while it is still short', async () => {
    expect(await hintsFor('word '.repeat(299))).to.deep.equal([])
    expect(await hintsFor('word '.repeat(301))).to.deep.equal(['very-long'])
    expect(await hintsFor('My order', { expects: ['number', 'date'] })).to.deep.equal([])
  })

  it('expect no number and no date of a problem unless the owner does', async () => {
    expect(await hintsFor('The parcel came and it was open')).to.deep.equal([])
  })

  it('can be switched off', async () => {
    expect(await hintsFor('THE PARCEL CAME AND IT WAS OPEN', { hints: false, expects: ['number'] })).to.deep.equal([])
  })
})
