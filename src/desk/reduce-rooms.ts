import type { RoomEvent } from './event.ts'
import { personFirst } from './person-first.ts'
import { changed } from './reduce.ts'
import type { DeskState } from './state.ts'

/** What the rooms behind the desk change in its state: answers, articles, submissions, what is kept. Pure, like `reduceDesk`. */
export function reduceRooms(state: DeskState, event: RoomEvent): Partial<DeskState> | undefined {
  switch (event.type) {
    // An answer overtaken by a newer query is dropped.
    case 'foundSome': {
      if (event.query !== state.search.query) return undefined
      const { results, sources } = event
      // As long as nothing was found, what the last query found stays: an empty list would only flash.
      return { search: { query: event.query, status: 'busy', results: results.length ? results : state.search.results, sources } }
    }
    case 'found': {
      if (event.query !== state.search.query) return undefined
      const { query, results, topics } = event
      const { sources } = state.search
      return { search: { query, status: 'ready', results, ...(sources && { sources }), ...(topics?.length && { topics }) } }
    }
    case 'suggested':
      // What was offered for a sign of trouble stays within reach.
      return { suggestions: state.foreseen ? [state.foreseen, ...event.results.filter(({ id }) => id !== state.foreseen!.id)] : event.results }
    case 'reading':
      return { reader: { id: event.id, status: 'busy' } }
    case 'read':
      return state.reader?.id === event.id ? { reader: { ...state.reader, status: 'ready', article: event.article } } : undefined
    case 'readFailed':
      return state.reader?.id === event.id ? { reader: { id: event.id, status: event.status } } : undefined
    case 'judged':
      return state.reader?.id === event.id ? { reader: { ...state.reader, helpful: event.helpful } } : undefined
    case 'submission': {
      const submissions = changed(state.submissions, event.submission.id, Object.freeze(event.submission))
      return { submissions, ...(personFirst({ ...state, submissions }) && { personFirst: true }) }
    }
    case 'withdrawn':
      return { submissions: changed(state.submissions, event.id, undefined) }
    case 'travelled':
      return { journey: event.journey, ...(personFirst({ ...state, journey: event.journey }) && { personFirst: true }) }
    case 'gapsAsked':
      return { shareGaps: event.share }
    case 'begunElsewhere':
      return { elsewhere: changed(state.elsewhere ?? new Map(), event.form, event.elsewhere) }
    case 'claimOffered':
      return { claim: event.claim }
    case 'claimed':
      return { claim: undefined }
    case 'stored':
      return event.storage === state.storage ? undefined : { storage: event.storage }
    case 'forgot':
      return { drafts: new Map(), elsewhere: new Map(), submissions: new Map(), messages: new Map(), journey: {}, storage: 'unknown', trail: [], view: { name: 'home' }, personFirst: false, shareGaps: undefined, claim: undefined, threads: new Map(), unread: new Map(), closing: undefined, contact: undefined, queue: undefined }
  }
}
