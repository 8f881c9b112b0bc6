import { expect } from '@open-wc/testing'
import { checkRung } from '../../../src/core/escalation/check-rung.ts'
import type { Rung, RungKind } from '../../../src/core/escalation/ladder.ts'

const check = (over: Partial<Rung>) => checkRung({ id: 'team', name: 'The team', kind: 'phone', to: '+49 30 1234', ...over }, '/ladder/1').map(({ code, path }) => `${code} ${path}`)

describe('checkRung', () => {
  it('has nothing to say about a good rung', () => {
    expect(check({ hours: 'Mo-Fr 09:00-17:00', timeZone: 'Asia/Tokyo', holidays: ['2026-12-25', '2028-02-29'], answersWithin: 4 })).to.deep.equal([])
  })

  it('names hours it cannot read, and where they are', () => {
    expect(check({ hours: 'nine to five' })).to.deep.equal(['ladder/bad-hours /ladder/1/hours'])
  })

  it('names a zone nobody knows', () => {
    expect(check({ hours: '24/7', timeZone: 'Berlin' })).to.deep.equal(['ladder/bad-time-zone /ladder/1/timeZone'])
  })

  it('names each day that is none', () => {
    expect(check({ holidays: ['2026-12-25', '25.12.2026', '2026-02-30'] })).to.deep.equal([
      'ladder/bad-holiday /ladder/1/holidays/1', 'ladder/bad-holiday /ladder/1/holidays/2',
    ])
  })

  it('names a zone nobody knows also where there are no hours yet', () => {
    expect(check({ timeZone: 'Mars/Olympus' })).to.deep.equal(['ladder/bad-time-zone /ladder/1/timeZone'])
  })

  it('names days with other hours that are none, and hours of theirs that it cannot read', () => {
    expect(check({ exceptions: [{ date: '2026-12-24', hours: '09:00-12:00' }, { date: 'Christmas' }, { date: '2026-12-31', hours: 'noonish' }, { date: '2027-01-01' }] })).to.deep.equal([
      'ladder/bad-exception /ladder/1/exceptions/1/date', 'ladder/bad-hours /ladder/1/exceptions/2/hours',
    ])
  })

  it('refuses hours of a million letters without reading them', () => {
    expect(check({ hours: 'Mo 09:00-10:00;'.repeat(70_000) })).to.deep.equal(['ladder/bad-hours /ladder/1/hours'])
  })

  const overlapping: [hours: string, overlaps: boolean][] = [
    ['Mo-Fr 09:00-12:00,13:00-17:00', false], ['Mo-Fr 09:00-12:00,12:00-17:00', false], ['Mo-Fr 09:00-13:00,12:00-17:00', true], ['24/7', false],
    ['24/7; Mo 09:00-10:00', true], ['Fr 22:00-04:00; Sa 03:00-09:00', true], ['Fr 22:00-04:00; Sa 04:00-09:00', false], ['Sa 22:00-04:00; Su 03:00-09:00', true],
    ['Mo 09:00-17:00; Mo 09:00-17:00', true], ['Mo 08:00-20:00; Tu 09:00-10:00; Mo 10:00-11:00', true], ['Mo-Su off', false],
  ]
  for (const [hours, overlaps] of overlapping) {
    it(`${overlaps ? 'names' : 'has nothing to say of'} "${hours}"`, () => {
      expect(check({ hours })).to.deep.equal(overlaps ? ['ladder/overlapping-hours /ladder/1/hours'] : [])
    })
  }

  const addresses: [kind: RungKind, to: string | undefined, wrong: 'no' | 'foreign' | undefined][] = [
    ['phone', '+49 30 1234', undefined], ['phone', 'tel:112', undefined], ['phone', undefined, 'no'], ['phone', 'javascript:alert(1)', 'foreign'], ['phone', 'mira@shop.example', 'foreign'],
    ['email', 'mira@shop.example', undefined], ['email', 'mailto:mira@shop.example', undefined], ['email', '', 'no'], ['email', 'https://shop.example', 'foreign'],
    ['link', 'https://shop.example/help', undefined], ['link', '/help', undefined], ['link', undefined, 'no'], ['link', 'javascript:alert(1)', 'foreign'], ['link', 'data:text/html,x', 'foreign'],
    ['visit', undefined, undefined], ['visit', 'https://maps.example/shop', undefined], ['visit', 'file:///etc', 'foreign'],
    ['chat', undefined, 'no'], ['chat', 'https://chat.example', undefined], ['chat', 'tel:112', 'foreign'],
    ['message', undefined, undefined], ['callback', undefined, undefined],
  ]
  for (const [kind, to, wrong] of addresses) {
    it(`${wrong ? `says that "${to ?? ''}" does not lead to` : `is content with "${to ?? ''}" for`} a rung of kind ${kind}`, () => {
      const { to: _, ...rest } = { id: 'a', name: 'A', kind, to }
      const codes = checkRung({ ...rest, ...(to !== undefined && { to }) }, '/ladder/0').map(({ code }) => code)
      expect(codes).to.deep.equal(wrong ? [`ladder/${wrong}-address`] : [])
    })
  }

  it('wants no address for a chat that the owner’s own code opens', () => {
    expect(checkRung({ id: 'a', name: 'A', kind: 'chat' }, '/ladder/0', true)).to.deep.equal([])
  })
})
