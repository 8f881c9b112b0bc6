import { personFirst } from './person-first.ts'
import { changed, type Reducer } from './reduce.ts'
import type { MessageState } from './state.ts'

/** `messageSettled`: the backend has it and its thread shows it, or it was taken back. */
export type MessageNews = { type: 'messageMoved'; message: MessageState } | { type: 'messageSettled'; id: string }

/** What becomes of messages to issues. Pure, like the other reducers. */
export const reduceMessages: Reducer<MessageNews> = (state, event) => {
  const before = state.messages ?? new Map<string, MessageState>()
  if (event.type === 'messageSettled') return before.has(event.id) ? { messages: changed(before, event.id, undefined) } : undefined
  const messages = changed(before, event.message.id, Object.freeze(event.message))
  const after = { ...state, messages }
  return { messages, ...(personFirst(after) && { personFirst: true }) }
}
