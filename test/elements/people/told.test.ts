import { expect } from '@open-wc/testing'
import type { Rung } from '../../../src/core/escalation/ladder.ts'
import type { RungNews } from '../../../src/core/issue/rung-news.ts'
import type { Config } from '../../../src/desk/config.ts'
import type { EarshotPeople } from '../../../src/elements/people/people.ts'
import { byRole, find } from '../find.ts'
import { seen, soon, stage } from '../element-fixtures.ts'

const people = (ladder: Rung[], config: Config = {}, props: Partial<EarshotPeople> = {}) =>
  stage<EarshotPeople>('earshot-people', props, { ladder, ...config })

const receipt = { id: 'x', reference: 'E-1', acceptedAt: '2026-11-21T12:00:00.000Z' }

/** A backend that says something of the rungs as soon as it is let. */
function telling(rungs: Record<string, RungNews>) {
  let tell = () => {}
  const told = new Promise<void>(resolve => (tell = resolve))
  return { transport: { send: async () => receipt, people: async () => (await told, rungs) } as unknown as NonNullable<Config['transport']>, tell: () => tell() }
}

const weekday = '(Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day'

/** There on one day only, three days from now: neither today nor in a week, whatever the zone. */
const inThreeDays = (timeZone: string): Rung => {
  const day = ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'][(new Date().getUTCDay() + 3) % 7]
  return { id: 'lead', name: 'Mira', kind: 'phone', to: '+49 30 1234', hours: `${day} 11:00-13:00`, timeZone }
}

describe('What is told of a person', () => {
  it('says when they are back in the customer’s own time, and that it is theirs only where clocks differ there', async () => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone
    const far = here === 'Pacific/Kiritimati' ? 'Pacific/Pago_Pago' : 'Pacific/Kiritimati'
    for (const [zone, own] of [[here, false], [far, true]] as const) {
      const { element } = await people([inThreeDays(zone)])
      await soon(() => new RegExp(`Back ${weekday}`).test(seen(element)), 'when they are back')
      expect(seen(element).includes('your time'), zone).to.equal(own)
      element.remove()
    }
  })

  it('names the day in the customer’s language', async () => {
    const { element } = await people([inThreeDays('Europe/Berlin')], { locale: 'de' })
    await soon(() => /Wieder erreichbar: (Sonn|Mon|Diens|Donners|Frei|Sams)?(tag|Mittwoch)/.test(seen(element)), 'the day in German')
  })

  it('keeps to what the owner says until it is known what was measured, and then says that it was', async () => {
    const { transport, tell } = telling({ team: { medianHours: 3.2, sample: 12 } })
    const { element } = await people([{ id: 'team', name: 'The team', kind: 'message', answersWithin: 48, measured: true }], { transport })
    await soon(() => seen(element).includes('You will hear by'), 'the owner’s word')
    expect(seen(element)).not.to.contain('measured')
    tell()
    await soon(() => seen(element).includes('Usually it takes 3 hours, measured over the last 28 days.'), 'the measured time')
  })

  it('tells who is there and who waits once it is known, and nothing moves for it', async () => {
    const { transport, tell } = telling({ desk: { onDuty: 2, waiting: 3 }, night: { onDuty: 0 } })
    const { element } = await people([
      { id: 'desk', name: 'The desk', kind: 'phone', to: '112' },
      { id: 'night', name: 'The night', kind: 'phone', to: '113' },
      { id: 'shop', name: 'The shop', kind: 'visit', to: 'https://maps.example/' },
    ], { transport })
    await soon(() => seen(element).includes('Open now'), 'the hours')
    const last = await find(element, 'link', 'Open the page')
    const { top } = last.getBoundingClientRect()
    expect(seen(element)).not.to.contain('there.')
    tell()
    await soon(() => seen(element).includes('2 people are there. 3 customers are waiting.'), 'who is there')
    expect(seen(element)).to.contain('Nobody is at their desk just now.')
    expect(last.getBoundingClientRect().top).to.equal(top)
    expect(byRole(element, 'link', 'Open the page')[0] === last).to.equal(true)
  })

  it('shows the address although the backend never says a word', async () => {
    const { transport } = telling({})
    const { element } = await people([{ id: 'desk', name: 'The desk', kind: 'phone', to: '112' }], { transport })
    await find(element, 'link', 'Call 112')
  })

  it('names what has to come first, keeps that way shut, and another one open', async () => {
    const { element } = await people([
      { id: 'team', name: 'The team', kind: 'message' },
      { id: 'lead', name: 'Mira', kind: 'phone', to: '112', after: { tried: 'help' } },
      { id: 'owner', name: 'Jo', kind: 'email', to: 'jo@shop.example', after: { tried: 'lead', hours: 48 } },
      { id: 'club', name: 'The club', kind: 'link', to: 'https://club.example/', for: 'identified' },
    ])
    await soon(() => seen(element).includes('signed in'), 'what comes first')
    expect(seen(element)).to.contain('Offered once you have looked for an answer here.').and.to.contain('Offered once Mira has had your request.')
      .and.to.contain('Offered once you are signed in.')
    expect(byRole(element, 'link')).to.have.length(0)
    expect(byRole(element, 'button').map(button => button.textContent?.trim())).to.deep.equal(['Write a message', 'Search for help'])
    await expect(element).to.be.accessible()
  })

  it('names the languages they speak', async () => {
    const { element } = await people([{ id: 'lead', name: 'Mira', kind: 'phone', to: '112', languages: ['de', 'en'] }])
    await soon(() => seen(element).includes('Speaks German and English'), 'the languages')
  })

  it('shows a face without telling whoever keeps it where it is shown, and none where the address is none', async () => {
    const face = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA='
    const { element } = await people([
      { id: 'a', name: 'A', kind: 'phone', to: '112', avatar: '/faces/a.png' },
      { id: 'b', name: 'B', kind: 'phone', to: '113', avatar: `javascript:${face}` },
    ])
    await soon(() => element.renderRoot.querySelector('img'), 'a face')
    const faces = [...element.renderRoot.querySelectorAll('img')]
    expect(faces.map(({ alt, loading, referrerPolicy }) => [alt, loading, referrerPolicy])).to.deep.equal([['', 'lazy', 'no-referrer']])
    faces[0]!.dispatchEvent(new Event('error'))
    expect(faces[0]!.checkVisibility()).to.equal(false)
  })

  it('leads outside of the house only where the ladder has no further step', async () => {
    const outside = [{ name: 'Ombudsman', to: 'https://ombudsman.example/' }]
    const one: Rung = { id: 'team', name: 'The team', kind: 'message' }
    const alone = await people([one], { outside })
    expect((await find(alone.element, 'link', 'Ombudsman')).getAttribute('href')).to.equal('https://ombudsman.example/')
    alone.element.remove()
    const { element, desk } = await people([one, { id: 'lead', name: 'Mira', kind: 'phone', to: '112' }], { outside })
    await find(element, 'heading', 'Mira')
    expect(byRole(element, 'link', 'Ombudsman')).to.have.length(0)
    await (await desk.submit({ kind: 'problem', story: 'Torn', escalation: { of: 'x', rung: 'lead', level: 2 } })).receipt
    await find(element, 'link', 'Ombudsman')
  })
})

describe('A ladder that is not as it should be', () => {
  const long = 'm'.repeat(1_000_000)

  it('leads to a person all the same, and breaks no layout', async () => {
    const { element } = await people([
      { id: 'a', name: long, kind: 'phone', to: '112', hours: 'Mo-Fr 09:00-17:00', timeZone: 'Nowhere/Atall' },
      { id: 'b', name: 'B', kind: 'email', to: 'b@shop.example', hours: 'Mo 09:00-12:00,11:00-17:00' },
      { id: 'c', name: 'C', kind: 'pigeon' as never, hours: 'whenever' },
      { id: 'd', name: 'D', kind: 'visit', to: long },
      null as never, 7 as never, { id: 'e' } as never,
    ], { outside: [{ name: long, to: 'mailto:o@shop.example', note: long }] })
    await find(element, 'heading', 'C')
    expect((await find(element, 'link', 'Call 112')).getAttribute('href')).to.equal('tel:112')
    expect(byRole(element, 'button', 'Write a message')).to.have.length.of.at.least(1)
    expect(element.scrollWidth, 'width').to.be.at.most(element.clientWidth)
  })

  it('names who was declared, without hours, where the desk cannot say more', async () => {
    const { element, desk } = await people([])
    const stuck = Object.assign(Object.create(desk) as typeof desk, {
      settings: { ...desk.settings, ladder: [{ id: 'a', name: 'Mira', kind: 'phone', to: '112', hours: 'Mo-Su' }, { name: 5 }, null] },
      people: () => Promise.reject(new Error('Not in this test')),
    })
    element.desk = stuck
    await find(element, 'link', 'Call 112')
    expect(seen(element)).not.to.contain('Open now').and.not.to.contain('Closed')
    expect(byRole(element, 'button', 'Write a message')).to.have.length(1)
  })
})
