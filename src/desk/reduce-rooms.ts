import type { RoomEvent } from './event.ts'
import { changed } from './reduce.ts'
import type { DeskState } from './state.ts'

/** What the rooms behind the desk change in its state: answers, articles, submissions, what is kept. Pure, like `reduceDesk`. */
export function reduceRooms(state: DeskState, event: RoomEvent): Partial<DeskState> | undefined {
  switch (event.type) {
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
    case 'submission':
      return { submissions: changed(state.submissions, event.submission.id, Object.freeze(event.submission)) }
    case 'travelled':
      return { journey: event.journey }
    case 'stored':
      return event.storage === state.storage ? undefined : { storage: event.storage }
    case 'forgot':
      return { drafts: new Map(), submissions: new Map(), journey: {}, storage: 'unknown', trail: [], view: { name: 'home' } }
  }
}
