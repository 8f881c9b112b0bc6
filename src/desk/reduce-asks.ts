import type { Reducer } from './reduce.ts'
import type { Asked } from './state.ts'

export type AskEvent = { type: 'asked'; ask: Asked } | { type: 'askAnswered' }

/** One question at a time, and none over the panel or an offer. Pure, like the other reducers. */
export const reduceAsks: Reducer<AskEvent> = (state, event) => {
  if (event.type === 'asked') return state.open || state.offer || state.ask || state.closing ? undefined : { ask: event.ask }
  return state.ask && { ask: undefined }
}
