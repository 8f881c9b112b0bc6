import { expect } from '@open-wc/testing'
import { readLadder } from '../../../src/core/escalation/read-ladder.ts'
import type { Problem } from '../../../src/core/support/errors.ts'

function read(given: unknown) {
  const problems: Problem[] = []
  const ladder = readLadder(given, problem => problems.push(problem))
  return { ladder, told: problems.map(({ code, path }) => `${code} ${path}`), messages: problems.map(({ message }) => message) }
}
const team = { id: 'team', name: 'The team', kind: 'message' }

describe('A ladder as it is read', () => {
  it('stays as it is where nothing is wrong', () => {
    const whole = {
      ...team, to: 'x', avatar: '/a.png', hours: 'Mo 09:00-10:00', timeZone: 'UTC', holidays: ['2026-12-24'], answersWithin: 4, languages: ['de', 'pt-BR'], topics: ['a'],
      measured: true, exceptions: [{ date: '2026-12-31', hours: '09:00-12:00' }, { date: '2027-01-01' }], for: 'identified', after: { tried: 'help', hours: 0 },
    }
    expect(read([whole])).to.deep.equal({ ladder: [whole], told: [], messages: [] })
  })

  const nobodys: [title: string, given: unknown][] = [
    ['nothing', undefined], ['no list', { team }], ['an empty list', []], ['a rung of nothing', [null]], ['a name only', [{ name: 'Mira', kind: 'phone' }]],
    ['an empty name', [{ id: 'a', name: ' ', kind: 'phone' }]], ['a number for an id', [{ id: 5, name: 'Mira', kind: 'phone' }]], ['a list in a list', [[team]]],
  ]
  for (const [title, given] of nobodys) it(`has nobody in ${title}`, () => expect(read(given).ladder).to.deep.equal([]))

  it('keeps all whom it can read beside one whom it cannot', () => {
    const { ladder, told } = read([null, team, 'Mira'])
    expect(ladder.map(({ id }) => id)).to.deep.equal(['team'])
    expect(told).to.deep.equal(['ladder/not-a-rung /ladder/0', 'ladder/not-a-rung /ladder/2'])
  })

  it('reaches one of a kind nobody knows by a message, and says which was meant', () => {
    const { ladder, told, messages } = read([{ id: 'a', name: 'Mira', kind: 'fone' }, { id: 'b', name: 'Ada' }])
    expect(ladder.map(({ kind }) => kind)).to.deep.equal(['message', 'message'])
    expect(told).to.deep.equal(['ladder/unknown-kind /ladder/0/kind', 'ladder/unknown-kind /ladder/1/kind'])
    expect(messages[0]).to.contain('did you mean "phone"?')
  })

  it('tells rungs of the same id apart, and loses none', () => {
    const { ladder, told } = read([team, { ...team, name: 'Mira' }, { ...team, id: 'team-2', name: 'Ada' }])
    expect(ladder.map(({ id, name }) => [id, name])).to.deep.equal([['team', 'The team'], ['team-2', 'Mira'], ['team-2-2', 'Ada']])
    expect(told).to.deep.equal(['ladder/same-id /ladder/1/id', 'ladder/same-id /ladder/2/id'])
  })

  it('leaves out what cannot be what was meant, field by field', () => {
    const wrong = {
      to: 5, avatar: [], hours: { mo: 9 }, timeZone: 1, holidays: '2026-12-24', answersWithin: '4', languages: ['deutsch!'], topics: [1],
      measured: 'yes', exceptions: [{ hours: '09:00-10:00' }], for: 'members', after: { tried: 3 },
    }
    const { ladder, told } = read([{ ...team, ...wrong, colour: 'red' }])
    expect(ladder).to.deep.equal([team])
    expect(told).to.deep.equal(Object.keys(wrong).map(key => `ladder/wrong-value /ladder/0/${key}`))
  })

  it('uses a hundred rungs of a million', () => {
    const { ladder, told } = read(Array.from({ length: 1_000_000 }, (_, index) => ({ ...team, id: `r${index}` })))
    expect(ladder.length).to.equal(100)
    expect(told).to.deep.equal(['ladder/too-many /ladder'])
  })

  it('has a short name for one whose name has a million letters', () => {
    expect(read([{ ...team, name: 'x'.repeat(1_000_000) }]).ladder[0]!.name.length).to.equal(200)
  })

  it('offers at once what waits for a rung that is not there', () => {
    const { ladder, told, messages } = read([team, { id: 'lead', name: 'Mira', kind: 'phone', after: { tried: 'taem' } }])
    expect(ladder[1]).not.to.have.property('after')
    expect(told).to.deep.equal(['ladder/unknown-after /ladder/1/after'])
    expect(messages[0]).to.contain('did you mean "team"?')
  })

  it('offers at once what waits for itself, alone or in a circle, but not what waits for those', () => {
    const waiting = (id: string, tried: string) => ({ id, name: id, kind: 'phone', after: { tried } })
    const { ladder, told } = read([waiting('a', 'a'), waiting('b', 'c'), waiting('c', 'd'), waiting('d', 'b'), waiting('e', 'b'), waiting('f', 'help')])
    expect(told).to.deep.equal([0, 1, 2, 3].map(index => `ladder/circular-after /ladder/${index}/after`))
    expect(ladder.map(({ after }) => after?.tried)).to.deep.equal([undefined, undefined, undefined, undefined, 'b', 'help'])
  })
})
