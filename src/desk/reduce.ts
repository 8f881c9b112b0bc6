import type { DeskEvent } from './event.ts'
import type { DeskState } from './state.ts'
import type { View } from './view.ts'

const home: View = { name: 'home' }

/** Before anything happened. */
export const firstState: DeskState = Object.freeze<DeskState>({
  open: false,
  view: home,
  trail: [],
  search: { query: '', status: 'idle', results: [] },
  suggestions: [],
  drafts: new Map(),
  submissions: new Map(),
  journey: {},
  storage: 'unknown',
  problems: [],
})

/** What an event changes, or undefined. Every reducer is pure: the same state and event give the same answer. */
export type Reducer<E> = (state: DeskState, event: E) => Partial<DeskState> | undefined

/** The next state: frozen, and the same object when nothing changed. */
export function next<E>(state: DeskState, event: E, reducer: Reducer<E>): DeskState {
  const change = reducer(state, event)
  return change ? Object.freeze({ ...state, ...change }) : state
}

/** What the customer does at the desk itself. The rest is in `reduce-rooms.ts`, fetched with the rooms. */
export const reduceDesk: Reducer<DeskEvent> = (state, event) => {
  switch (event.type) {
    case 'opened':
      return { open: true, ...(event.view && goTo(state, event.view)) }
    case 'closed':
      return state.open ? { open: false } : undefined
    case 'wentBack':
      return { view: state.trail.at(-1) ?? home, trail: state.trail.slice(0, -1) }
    case 'searched':
      return { search: { query: event.query, status: event.query ? 'busy' : 'idle', results: event.query ? state.search.results : [] } }
    case 'searchFailed':
      return event.query === state.search.query ? { search: { query: event.query, status: 'failed', results: [] } } : undefined
    case 'edited':
      return { drafts: changed(state.drafts, event.form, event.draft) }
    case 'problem':
      return { problems: [...state.problems, event.problem] }
  }
}

/** Home is where the trail begins; the same view twice is one step. */
function goTo(state: DeskState, view: View): Partial<DeskState> | undefined {
  if (JSON.stringify(view) === JSON.stringify(state.view)) return undefined
  if (view.name === 'home') return { view, trail: [] }
  // Another query in the results, or a receipt after its form, replaces what it follows: "back" must not lead there.
  const replaces = (view.name === 'results' && state.view.name === 'results') || (view.name === 'receipt' && state.view.name === 'form')
  return { view, trail: replaces ? state.trail : [...state.trail, state.view] }
}

/** A copy of the map in which one entry is other, or gone. */
export function changed<K, V>(map: ReadonlyMap<K, V>, key: K, value: V | undefined): ReadonlyMap<K, V> {
  const next = new Map(map)
  if (value === undefined) next.delete(key)
  else next.set(key, value)
  return next
}
