import type { Signal } from '../../desk/state.ts'

/** Before an article is offered for a sign of trouble; `preventDefault()` keeps it silent. */
export class EarshotSignalEvent extends Event {
  readonly signal: Signal
  /** The id of the article that is about to be offered. */
  readonly article: string
  constructor(signal: Signal, article: string) {
    super('earshot-signal', { bubbles: true, composed: true, cancelable: true })
    this.signal = signal
    this.article = article
  }
}

declare global {
  interface GlobalEventHandlersEventMap { 'earshot-signal': EarshotSignalEvent }
}
