import type { Contact } from '../core/issue/issue.ts'
import type { Thread } from '../core/issue/thread.ts'
import { changed, type Reducer } from './reduce.ts'
import type { Closing } from './state.ts'

export type ThreadEvent =
  | { type: 'threadRead'; thread: Thread }
  | { type: 'unreadCounted'; unread: ReadonlyMap<string, number> }
  | { type: 'closingFound'; closing: Closing | undefined }
  | { type: 'contactPreferred'; contact: Contact | undefined }

/** What comes of the threads of this device's requests. Pure, like the other reducers. */
export const reduceThreads: Reducer<ThreadEvent> = (state, event) => {
  switch (event.type) {
    case 'threadRead':
      return { threads: changed(state.threads ?? new Map(), event.thread.id, Object.freeze(event.thread)) }
    case 'unreadCounted': {
      const { unread } = state
      return same(unread, event.unread) ? undefined : { unread: event.unread }
    }
    case 'closingFound': {
      // One question at a time; and one that is looked at stays as it is.
      if (event.closing && (state.ask || isSame(state.closing, event.closing))) return undefined
      return state.closing || event.closing ? { closing: event.closing } : undefined
    }
    case 'contactPreferred':
      return { contact: event.contact }
  }
}

const same = (before: ReadonlyMap<string, number> = new Map(), now: ReadonlyMap<string, number>) =>
  before.size === now.size && [...now].every(([id, count]) => before.get(id) === count)

const isSame = (before: Closing | undefined, { type, issue, message }: Closing) =>
  before?.type === type && before.issue === issue && before.message.id === message.id
