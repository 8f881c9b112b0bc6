import type { Article, SearchResult } from '../core/articles/article.ts'
import type { SourceState, TopicShelf } from '../core/articles/source.ts'
import type { Draft } from '../core/issue/draft.ts'
import type { Journey } from '../core/issue/issue.ts'
import type { Problem } from '../core/support/errors.ts'
import type { ClaimOffer, DeskState, Elsewhere, SubmissionState } from './state.ts'
import type { View } from './view.ts'

/** What happens at the desk itself, told in the past tense. */
export type DeskEvent =
  | { type: 'opened'; view?: View | undefined }
  | { type: 'closed' }
  | { type: 'wentBack' }
  | { type: 'searched'; query: string }
  | { type: 'searchFailed'; query: string }
  | { type: 'edited'; form: string; draft: Draft | undefined }
  | { type: 'problem'; problem: Problem }

/** What the rooms behind it tell the desk. */
export type RoomEvent =
  | { type: 'foundSome'; query: string; results: readonly SearchResult[]; sources: readonly SourceState[] }
  | { type: 'found'; query: string; results: readonly SearchResult[]; topics?: readonly TopicShelf[] | undefined }
  | { type: 'suggested'; results: readonly SearchResult[] }
  | { type: 'reading'; id: string }
  | { type: 'read'; id: string; article: Article }
  | { type: 'readFailed'; id: string; status: 'missing' | 'failed' }
  | { type: 'judged'; id: string; helpful: boolean }
  | { type: 'submission'; submission: SubmissionState }
  | { type: 'withdrawn'; id: string }
  | { type: 'travelled'; journey: Journey }
  | { type: 'gapsAsked'; share: DeskState['shareGaps'] }
  | { type: 'begunElsewhere'; form: string; elsewhere: Elsewhere | undefined }
  | { type: 'claimOffered'; claim: ClaimOffer }
  | { type: 'claimed' }
  | { type: 'stored'; storage: DeskState['storage'] }
  | { type: 'forgot' }
