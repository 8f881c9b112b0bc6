import { expect } from '@open-wc/testing'
import { parseHours } from '../../../src/core/escalation/opening-hours.ts'
import { EarshotError } from '../../../src/core/support/errors.ts'

/** `Mo 540-1050` for every span, Monday first. */
function read(text: string): string {
  const week = parseHours(text)
  return [1, 2, 3, 4, 5, 6, 0].flatMap(day => (week[day] ?? []).map(({ from, to }) => `${['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'][day]} ${from}-${to}`)).join(', ')
}

describe('parseHours', () => {
  const readable: [text: string, spans: string][] = [
    ['Mo-We 09:00-17:30', 'Mo 540-1050, Tu 540-1050, We 540-1050'],
    ['Mo 09:00-17:30; Sa 10:00-14:00', 'Mo 540-1050, Sa 600-840'],
    ['Mo,We 09:00-12:00,13:00-17:00', 'Mo 540-720, Mo 780-1020, We 540-720, We 780-1020'],
    ['Fr-Sa 20:00-02:00', 'Fr 1200-1560, Sa 1200-1560'],
    ['Sa-Mo 8:00-9:00', 'Mo 480-540, Sa 480-540, Su 480-540'],
    ['Mo 00:00-24:00', 'Mo 0-1440'],
    ['Mo', 'Mo 0-1440'],
    ['Mo-Tu 09:00-10:00; Tu off', 'Mo 540-600'],
    ['mo 09:00 – 10:00 ;', 'Mo 540-600'],
    ['Tu, Th 16:00-20:00', 'Tu 960-1200, Th 960-1200'],
    ['09:00-10:00; Tu-Su closed', 'Mo 540-600'],
  ]
  for (const [text, spans] of readable) it(`reads "${text}"`, () => expect(read(text)).to.equal(spans))

  it('reads "24/7" as every day from midnight to midnight', () => {
    expect(parseHours('24/7').map(spans => spans.map(({ from, to }) => [from, to]))).to.deep.equal(Array(7).fill([[0, 1440]]))
  })

  const unreadable: [text: string, part: string][] = [
    ['', ''], ['whenever', 'whenever'], ['Mo-Fr 9-17', '9-17'], ['Mo 25:00-26:00', '25:00-26:00'], ['Mo 09:00-09:00', '09:00-09:00'],
    ['Mo 09:60-10:00', '09:60-10:00'], ['Xx 09:00-10:00', 'xx'], ['Mo-We-Fr 09:00-10:00', 'mo-we-fr'], ['Mo 09:00-10:00; PH off', 'ph'],
    ['Mo 09:00-10:00 Tu 09:00-10:00', 'Mo 09:00-10:00 Tu 09:00-10:00'], ['Mo 09:00', '09:00'], ['Mo 09:00-24:01', '09:00-24:01'],
  ]
  for (const [text, part] of unreadable) {
    it(`says what it expected instead of "${text}", and which part it could not read`, () => {
      let thrown: unknown
      try {
        parseHours(text)
      } catch (error) {
        thrown = error
      }
      expect(thrown).to.be.instanceOf(EarshotError)
      expect((thrown as EarshotError).code).to.equal('ladder/bad-hours')
      expect((thrown as EarshotError).details).to.deep.equal({ hours: text, part })
      expect((thrown as EarshotError).message).to.contain('Mo-Fr 09:00-17:30')
    })
  }
})
