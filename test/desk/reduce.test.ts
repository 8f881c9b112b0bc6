import { expect } from '@open-wc/testing'
import type { DeskEvent, RoomEvent } from '../../src/desk/event.ts'
import { firstState, next, reduceDesk } from '../../src/desk/reduce.ts'
import { reduceRooms } from '../../src/desk/reduce-rooms.ts'
import type { DeskState } from '../../src/desk/state.ts'

const reduce = (state: DeskState, event: DeskEvent | RoomEvent): DeskState => {
  const after = next(state, event as DeskEvent, reduceDesk)
  return after === state ? next(state, event as RoomEvent, reduceRooms) : after
}
const after = (...events: (DeskEvent | RoomEvent)[]) => events.reduce(reduce, firstState)
const result = { id: 'a', title: 'A', excerpt: { text: '', marks: [] }, source: 'inline', score: 1 }

describe('the state of a desk', () => {
  it('is frozen, and stays the same object when nothing changed', () => {
    expect(Object.isFrozen(firstState)).to.equal(true)
    expect(Object.isFrozen(after({ type: 'opened' }))).to.equal(true)
    expect(after({ type: 'closed' })).to.equal(firstState)
  })

  it('opens where it was left', () => {
    const state = after({ type: 'opened', view: { name: 'people' } }, { type: 'closed' }, { type: 'opened' })
    expect(state.open).to.equal(true)
    expect(state.view.name).to.equal('people')
  })

  it('goes back the way it came, and home at the end of it', () => {
    const state = after({ type: 'opened' }, { type: 'opened', view: { name: 'article', id: 'a' } }, { type: 'opened', view: { name: 'people' } })
    const back = reduce(state, { type: 'wentBack' })
    expect(back.view).to.deep.equal({ name: 'article', id: 'a' })
    expect(reduce(back, { type: 'wentBack' }).view).to.deep.equal({ name: 'home' })
    expect(after({ type: 'wentBack' }).view).to.deep.equal({ name: 'home' })
  })

  it('counts one step for a query that is being typed', () => {
    const state = after(
      { type: 'opened', view: { name: 'results', query: 'l' } },
      { type: 'opened', view: { name: 'results', query: 'la' } },
      { type: 'opened', view: { name: 'results', query: 'lam' } },
    )
    expect(state.trail).to.deep.equal([{ name: 'home' }])
  })

  it('does not lead back from a receipt into the form that was sent', () => {
    const state = after({ type: 'opened', view: { name: 'form', form: 'problem' } }, { type: 'opened', view: { name: 'receipt', id: '1' } })
    expect(state.trail).to.deep.equal([{ name: 'home' }])
  })

  it('drops an answer that was overtaken by a newer query', () => {
    const state = after({ type: 'searched', query: 'lam' }, { type: 'searched', query: 'lamp' }, { type: 'found', query: 'lam', results: [result] })
    expect(state.search).to.deep.equal({ query: 'lamp', status: 'busy', results: [] })
  })

  it('keeps showing the last results while the next ones are looked for', () => {
    const state = after({ type: 'searched', query: 'l' }, { type: 'found', query: 'l', results: [result] }, { type: 'searched', query: 'la' })
    expect(state.search.results).to.deep.equal([result])
  })

  it('forgets everything kept, and says it no longer knows its storage', () => {
    const state = after(
      { type: 'edited', form: 'problem', draft: { kind: 'problem', story: 'x' } },
      { type: 'stored', storage: 'durable' },
      { type: 'travelled', journey: { searches: [{ query: 'q', count: 0 }] } },
      { type: 'forgot' },
    )
    expect(state.drafts.size).to.equal(0)
    expect(state.journey).to.deep.equal({})
    expect(state.storage).to.equal('unknown')
  })
})
