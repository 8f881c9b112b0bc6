import type { Draft } from '../core/issue/draft.ts'
import type { RungState } from './state.ts'

/** What the owner's chat is opened with: who is asked for, and the story so far, so that nothing is typed again. */
export interface Handover {
  readonly rung: RungState
  /** What was written, searched and read, without what looks personal. It has no attachments. */
  readonly draft: Draft
  /** The same as text, for chats that take nothing else. */
  readonly text: string
}
