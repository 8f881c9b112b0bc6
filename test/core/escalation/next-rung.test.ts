import { expect } from '@open-wc/testing'
import type { Ladder } from '../../../src/core/escalation/ladder.ts'
import { nextRung } from '../../../src/core/escalation/next-rung.ts'

const ladder: Ladder = [
  { id: 'form', name: 'The team', kind: 'message' },
  { id: 'lead', name: 'Ada', kind: 'phone' },
  { id: 'owner', name: 'Grace', kind: 'email' },
]

describe('nextRung', () => {
  const table: [from: string | undefined, to: string | undefined][] = [[undefined, 'form'], ['form', 'lead'], ['lead', 'owner'], ['owner', undefined], ['gone', 'form']]
  for (const [from, to] of table) it(`leads from ${from ?? 'nobody'} to ${to ?? 'nobody'}`, () => expect(nextRung(ladder, from)?.id).to.equal(to))

  it('leads nowhere on an empty ladder', () => {
    expect(nextRung([], undefined)).to.equal(undefined)
  })

  it('passes over whoever is not offered yet, but sends nobody away', () => {
    expect(nextRung(ladder, 'form', ({ id }) => id !== 'lead')?.id).to.equal('owner')
    expect(nextRung(ladder, 'form', () => false)?.id).to.equal('lead')
    expect(nextRung(ladder, 'owner', () => false)).to.equal(undefined)
  })
})
