import { expect } from '@open-wc/testing'
import { firstOf, firsts, type Before } from '../../../src/core/escalation/first-of.ts'
import type { Ladder, Rung } from '../../../src/core/escalation/ladder.ts'

const now = 100 * 3_600_000
const hoursAgo = (hours: number) => now - hours * 3_600_000
const rung = (over: Partial<Rung>): Rung => ({ id: 'lead', name: 'Mira', kind: 'phone', ...over })
const before = (tried: Record<string, number> = {}, identified = false): Before => ({ tried: new Map(Object.entries(tried)), identified })

describe('What comes before a rung', () => {
  const table: [title: string, rung: Rung, before: Before, first: object | undefined][] = [
    ['nothing, where nothing is said', rung({}), before(), undefined],
    ['nothing, where everyone may', rung({ for: 'everyone' }), before(), undefined],
    ['to be signed in', rung({ for: 'identified' }), before(), { identified: true }],
    ['nothing for whom the site has signed in', rung({ for: 'identified' }), before({}, true), undefined],
    ['to look for help', rung({ after: { tried: 'help' } }), before(), { tried: 'help' }],
    ['nothing, once help was looked for', rung({ after: { tried: 'help' } }), before({ help: -Infinity }), undefined],
    ['to write, where only hours are named', rung({ after: { hours: 4 } }), before(), { tried: 'message' }],
    ['hours after a message', rung({ after: { hours: 4 } }), before({ message: hoursAgo(1) }), { tried: 'message', from: hoursAgo(-3) }],
    ['nothing once they have passed', rung({ after: { tried: 'message', hours: 4 } }), before({ message: hoursAgo(4) }), undefined],
    ['another rung', rung({ after: { tried: 'team', hours: 24 } }), before({ message: hoursAgo(48) }), { tried: 'team' }],
    ['both', rung({ for: 'identified', after: { tried: 'team' } }), before(), { identified: true, tried: 'team' }],
    ['only to be signed in, where the rest is done', rung({ for: 'identified', after: { tried: 'team' } }), before({ team: hoursAgo(1) }), { identified: true }],
  ]
  for (const [title, who, behind, first] of table) it(`is ${title}`, () => expect(firstOf(who, behind, now)).to.deep.equal(first))
})

describe('A ladder on which nobody is offered', () => {
  const offered = (ladder: Ladder) => firsts(ladder, before(), now).map(first => first === undefined)

  it('offers the lowest rung all the same', () => {
    expect(offered([rung({ after: { tried: 'help' } }), rung({ after: { tried: 'message' } })])).to.deep.equal([true, false])
  })

  it('offers the lowest that is for everyone', () => {
    expect(offered([rung({ for: 'identified' }), rung({ after: { tried: 'message' } })])).to.deep.equal([false, true])
  })

  it('offers the lowest, where all are for whom the site has signed in', () => {
    expect(offered([rung({ for: 'identified' }), rung({ for: 'identified' })])).to.deep.equal([true, false])
  })

  it('offers nobody where there is nobody', () => {
    expect(offered([])).to.deep.equal([])
  })
})
