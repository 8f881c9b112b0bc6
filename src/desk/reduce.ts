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

/** The next state. Pure: the same state and event give the same answer, and a state nothing changed in is the same object. */
export function reduce(state: DeskState, event: DeskEvent): DeskState {
  const change = changeFor(state, event)
  return change ? Object.freeze({ ...state, ...change }) : state
}

function changeFor(state: DeskState, event: DeskEvent): Partial<DeskState> | undefined {
  switch (event.type) {
    case 'opened':
      return { open: true, ...(event.view && goTo(state, event.view)) }
    case 'closed':
      return state.open ? { open: false } : undefined
    case 'wentBack':
      return { view: state.trail.at(-1) ?? home, trail: state.trail.slice(0, -1) }
    case 'searched':
      return { search: { query: event.query, status: event.query ? 'busy' : 'idle', results: event.query ? state.search.results : [] } }
    case 'found':
      // An answer overtaken by a newer query is dropped.
      return event.query === state.search.query ? { search: { query: event.query, status: 'ready', results: event.results } } : undefined
    case 'searchFailed':
      return event.query === state.search.query ? { search: { query: event.query, status: 'failed', results: [] } } : undefined
    case 'suggested':
      return { suggestions: event.results }
    case 'reading':
      return { reader: { id: event.id, status: 'busy' } }
    case 'read':
      return state.reader?.id === event.id ? { reader: { ...state.reader, status: 'ready', article: event.article } } : undefined
    case 'readFailed':
      return state.reader?.id === event.id ? { reader: { id: event.id, status: event.status } } : undefined
    case 'judged':
      return state.reader?.id === event.id ? { reader: { ...state.reader, helpful: event.helpful } } : undefined
    case 'edited':
      return { drafts: changed(state.drafts, event.form, event.draft) }
    case 'submission':
      return { submissions: changed(state.submissions, event.submission.id, Object.freeze(event.submission)) }
    case 'gone':
      return { submissions: changed(state.submissions, event.id, undefined) }
    case 'travelled':
      return { journey: event.journey }
    case 'stored':
      return event.storage === state.storage ? undefined : { storage: event.storage }
    case 'problem':
      return { problems: [...state.problems, event.problem] }
    case 'forgot':
      return { drafts: new Map(), submissions: new Map(), journey: {}, storage: 'unknown', trail: [], view: home }
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

function changed<K, V>(map: ReadonlyMap<K, V>, key: K, value: V | undefined): ReadonlyMap<K, V> {
  const next = new Map(map)
  if (value === undefined) next.delete(key)
  else next.set(key, value)
  return next
}
