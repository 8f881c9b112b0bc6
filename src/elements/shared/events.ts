import type { Issue } from '../../core/issue/issue.ts'
import type { Draft } from '../../core/issue/draft.ts'
import type { Receipt } from '../../core/issue/receipt.ts'
import type { Failure } from '../../core/outbox/record.ts'
import type { Signal } from '../../desk/state.ts'
import { BrowserEvent } from './panel-events.ts'

const happened = { bubbles: true, composed: true } as const
const mayBeStopped = { ...happened, cancelable: true } as const

/** Before an issue is sealed. `issue` may still be changed; `preventDefault()` stops it and the draft stays. */
export class EarshotSubmitEvent extends BrowserEvent {
  readonly issue: Draft
  constructor(issue: Draft) {
    super('earshot-submit', mayBeStopped)
    this.issue = issue
  }
}

/** Before a case is taken one rung up the ladder; `preventDefault()` stops it. */
export class EarshotEscalateEvent extends BrowserEvent {
  readonly issue: Issue
  constructor(issue: Issue) {
    super('earshot-escalate', mayBeStopped)
    this.issue = issue
  }
}

/** The backend has the issue. */
export class EarshotAcceptedEvent extends BrowserEvent {
  readonly issue: Issue
  readonly receipt: Receipt
  constructor(issue: Issue, receipt: Receipt) {
    super('earshot-accepted', happened)
    this.issue = issue
    this.receipt = receipt
  }
}

/** The issue is kept on the device and waits. `durable` is false when it is only in this page's memory. */
export class EarshotQueuedEvent extends BrowserEvent {
  readonly issue: Issue
  readonly durable: boolean
  constructor(issue: Issue, durable: boolean) {
    super('earshot-queued', happened)
    this.issue = issue
    this.durable = durable
  }
}

/** The backend will not take the issue as it is; the customer sees it and can change it. */
export class EarshotRefusedEvent extends BrowserEvent {
  readonly issue: Issue
  readonly failure: Failure | undefined
  constructor(issue: Issue, failure: Failure | undefined) {
    super('earshot-refused', happened)
    this.issue = issue
    this.failure = failure
  }
}

export class EarshotSearchEvent extends BrowserEvent {
  readonly query: string
  /** How many articles were found. */
  readonly count: number
  constructor(query: string, count: number) {
    super('earshot-search', happened)
    this.query = query
    this.count = count
  }
}

/** An article was opened to be read. The name `id` is the article's. */
export class EarshotArticleEvent extends BrowserEvent {
  readonly id: string
  constructor(id: string) {
    super('earshot-article', happened)
    this.id = id
  }
}

/** Before an article is offered for a sign of trouble; `preventDefault()` keeps it silent. `article` is its id. */
export class EarshotSignalEvent extends BrowserEvent {
  readonly signal: Signal
  readonly article: string
  constructor(signal: Signal, article: string) {
    super('earshot-signal', mayBeStopped)
    this.signal = signal
    this.article = article
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'earshot-submit': EarshotSubmitEvent
    'earshot-escalate': EarshotEscalateEvent
    'earshot-accepted': EarshotAcceptedEvent
    'earshot-queued': EarshotQueuedEvent
    'earshot-refused': EarshotRefusedEvent
    'earshot-search': EarshotSearchEvent
    'earshot-article': EarshotArticleEvent
    'earshot-signal': EarshotSignalEvent
  }
}
