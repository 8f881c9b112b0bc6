import type { Thread } from '../core/issue/thread.ts'
import { personFirst } from './person-first.ts'
import { changed, type Reducer } from './reduce.ts'
import type { DeskState, MessageState } from './state.ts'

/** `messageSettled`: it was taken back; or the backend has it, and `thread` is that of its issue as it is kept here. */
export type MessageNews = { type: 'messageMoved'; message: MessageState } | { type: 'messageSettled'; id: string; thread?: Thread | undefined }

/** What becomes of messages to issues. Pure, like the other reducers. */
export const reduceMessages: Reducer<MessageNews> = (state, event) => {
  const before = state.messages ?? new Map<string, MessageState>()
  if (event.type === 'messageSettled') {
    const settled = before.get(event.id)
    if (!settled) return undefined
    const messages = changed(before, event.id, undefined)
    return { messages, ...(event.thread && { threads: withMessage(state, settled, event.thread) }) }
  }
  const messages = changed(before, event.message.id, Object.freeze(event.message))
  const after = { ...state, messages }
  return { messages, ...(personFirst(after) && { personFirst: true }) }
}

/** It stands in its thread from the moment on in which it is no longer on its way. */
function withMessage({ threads = new Map() }: DeskState, { to, message }: MessageState, kept: Thread): ReadonlyMap<string, Thread> {
  const thread = threads.get(to) ?? kept
  const messages = thread.messages.some(({ id }) => id === message.id) ? thread.messages : [...thread.messages, message]
  return changed(threads, to, Object.freeze({ ...thread, messages }))
}
