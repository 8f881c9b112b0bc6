import type { Article, SearchResult } from '../core/articles/article.ts'
import type { SourceState, TopicShelf } from '../core/articles/source.ts'
import type { RungKind } from '../core/escalation/ladder.ts'
import type { Draft } from '../core/issue/draft.ts'
import type { Contact, Issue, Journey } from '../core/issue/issue.ts'
import type { Receipt } from '../core/issue/receipt.ts'
import type { RungNews } from '../core/issue/rung-news.ts'
import type { Message, Thread } from '../core/issue/thread.ts'
import type { Failure, OutboxStatus } from '../core/outbox/record.ts'
import type { Problem } from '../core/support/errors.ts'
import type { Ask, SignalType } from './config.ts'
import type { View } from './view.ts'

/** One issue on its way, as the customer may be told. */
export interface SubmissionState {
  readonly id: string
  /** As it was sealed. */
  readonly issue: Issue
  readonly status: OutboxStatus
  /** False: only in this page's memory. The customer must be told. */
  readonly durable: boolean
  readonly attempts: number
  /** Milliseconds since 1970 of the next attempt. */
  readonly dueAt?: number
  readonly receipt?: Receipt
  readonly failure?: Failure
}

export interface SearchState {
  readonly query: string
  readonly status: 'idle' | 'busy' | 'ready' | 'failed'
  readonly results: readonly SearchResult[]
  /** How each source is doing, where there are several. */
  readonly sources?: readonly SourceState[]
  /** Where nothing was found: what the articles are about, the nearest first. */
  readonly topics?: readonly TopicShelf[]
}

/** A sign of trouble, as far as it may be told. */
export interface Signal {
  readonly type: SignalType
  /** ISO 8601. */
  readonly at: string
  /** The element in trouble: a selector, and the text a customer sees on it (never what they typed). */
  readonly element?: { readonly selector?: string; readonly text?: string }
}

export interface Offer {
  readonly signal: Signal
  readonly article: SearchResult
  /** Why this article, for the developer's eyes. */
  readonly reason: string
}

/** A request of another device, whose address was opened here. */
export interface ClaimOffer { readonly link: string; readonly reference: string; readonly summary?: string }

/** What became of an offer: `expired` by itself, `prevented` by the page. */
export type OfferAnswer = 'accepted' | 'declined' | 'expired' | 'prevented'

/** `dismissed` by the customer; `passed` when it went away by itself. */
export type AskAnswer = 'answered' | 'dismissed' | 'passed'

/** A question of the owner's as it is asked: in the customer's language, and about which settled request, if about one. */
export interface Asked extends Ask { readonly question?: string; readonly parent?: string }

/** A draft of the same form that was begun on another page. */
export interface Elsewhere { readonly title?: string; readonly url: string; /** Milliseconds since 1970. */ readonly at: number }

export interface ReaderState {
  readonly id: string
  readonly status: 'busy' | 'ready' | 'missing' | 'failed'
  readonly article?: Article
  /** The customer's own answer to "Did this help?". */
  readonly helpful?: boolean
}

/** The truth, frozen. Elements show it; verbs change it. */
export interface DeskState {
  readonly open: boolean
  readonly view: View
  /** Views behind this one, oldest first. */
  readonly trail: readonly View[]
  readonly search: SearchState
  readonly reader?: ReaderState
  readonly suggestions: readonly SearchResult[]
  /** The article offered for a sign of trouble, while it is offered. */
  readonly offer?: Offer | undefined
  /** What was offered last: first among the suggestions, unless the customer said no. */
  readonly foreseen?: SearchResult | undefined
  /** By form id. After the very first letter the `kind` follows a moment later, with the rest of the desk. */
  readonly drafts: ReadonlyMap<string, Draft>
  /** By form id, where this page has no draft. */
  readonly elsewhere?: ReadonlyMap<string, Elsewhere>
  /** The question that is asked now; never while there is an offer. */
  readonly ask?: Asked | undefined
  /** Waits for the customer to say that it is theirs. */
  readonly claim?: ClaimOffer | undefined
  /** By issue id. */
  readonly submissions: ReadonlyMap<string, SubmissionState>
  /** Absent where nothing waits, and until it was looked for. */
  readonly queue?: QueueState | undefined
  readonly journey: Journey
  /** What has changed in threads since this page was opened, by issue id. */
  readonly threads?: ReadonlyMap<string, Thread>
  /** How many messages of the staff's the customer has not seen, by issue id; only where there are any. */
  readonly unread?: ReadonlyMap<string, number>
  /** Messages on their way, by their own id: as submissions, with what was written. */
  readonly messages?: ReadonlyMap<string, MessageState>
  /** Something changed because of this customer, and they have not been told yet; or whether it holds is to be asked. */
  readonly closing?: Closing | undefined
  /** How the customer wants to be answered: asked once and kept. */
  readonly contact?: Contact | undefined
  /** True once somebody should step in: a search found nothing, an article did not help, or this is not the first contact. */
  readonly personFirst?: boolean
  /** `ask`: the customer may be asked, once, whether questions without an answer may be told to the owner. */
  readonly shareGaps?: 'ask' | 'yes' | 'no' | undefined
  /** `unknown` until the first interaction: nothing is stored, or asked of the storage, before. */
  readonly storage: 'unknown' | 'durable' | 'memory'
  /** Wrong settings and broken parts, in the order they were met. */
  readonly problems: readonly Problem[]
}

/**
 * Why what waits has not arrived. `sending`: nothing went wrong, it is on its way · `consent`: the site has not told of the customer's ·
 * `offline` · `unreachable`: nobody answers ·
 * `blocked`: nobody answers, though this page's own server does, so that something in between seems to be in the way ·
 * `busy`: asked to come later · `failing`: an error on the backend's side · `foreign`: what answers is not the backend ·
 * `identity`: it does not accept who the customer is · `setup`: there is no endpoint, or nothing is there · `refused`: a person has to act.
 */
export type QueueReason = 'sending' | 'consent' | 'offline' | 'unreachable' | 'blocked' | 'busy' | 'failing' | 'foreign' | 'identity' | 'setup' | 'refused'

/** What waits on this device, issues and messages, of whichever tab or page. */
export interface QueueState {
  /** How many will go by themselves. */
  readonly count: number
  /** How many wait for the customer to act. */
  readonly refused: number
  /** Milliseconds since 1970, by this device's clock: since when the oldest waits. */
  readonly since: number
  readonly reason: QueueReason
  /** Milliseconds since 1970; absent where one is tried now. */
  readonly nextTry?: number
}

/** A message on its way, as the customer may be told. */
export interface MessageState extends Omit<SubmissionState, 'issue' | 'receipt'> {
  /** The id of the issue that it follows. */
  readonly to: string
  readonly message: Message
}

/** The end of the loop: `changed` shows the owner's note once; `holds` asks, days later, whether it stayed solved. */
export interface Closing { readonly type: 'changed' | 'holds'; readonly issue: string; readonly summary?: string; readonly message: Message }

/** Where a case can go from here. */
export interface NextLevel {
  readonly issue: string
  /** The next rung; absent at the top of the ladder. */
  readonly rung?: RungState
  /** At the top: the owner's addresses outside of the house. */
  readonly outside: readonly { readonly name: string; readonly to: string; readonly note?: string }[]
  /** Why it is offered: the promise was broken. Absent where it is only the customer's wish. */
  readonly because?: 'late' | 'not-solved' | 'reopened' | 'bad-rating'
  /** The issue that took it further already. */
  readonly taken?: string
}

/** One of this device's issues, for the list of requests. */
export interface Request {
  readonly id: string
  readonly issue: Issue
  readonly status: OutboxStatus
  readonly durable: boolean
  readonly receipt?: Receipt
  readonly thread?: Thread
  readonly failure?: Failure
  readonly dueAt?: number
  /** Messages of the staff's that were not seen yet. */
  readonly unread?: number
}

/** A rung with what can be said of it now. */
export interface RungState {
  readonly id: string
  readonly name: string
  readonly kind: RungKind
  readonly to?: string
  readonly avatar?: string
  readonly open: boolean
  /** Milliseconds since 1970; absent when open, or when it never opens again. */
  readonly opensAt?: number
  /** Where its hours are meant, as an IANA name; absent where it has none. */
  readonly timeZone?: string
  /** Milliseconds since 1970: when to expect an answer to something sent now. */
  readonly answerBy?: number
  /** That time was measured by the receiver, of so many answers; else the owner says so. */
  readonly measured?: number
  readonly languages?: readonly string[]
  readonly topics?: readonly string[]
  /** Not offered yet, or not to this customer: what has to come first. It is still told, never hidden. */
  readonly first?: { readonly tried?: string; /** Milliseconds since 1970. */ readonly from?: number; readonly identified?: true }
  /** People at their desk and customers waiting, as the receiver says now; absent: nobody knows. */
  readonly news?: RungNews
}
