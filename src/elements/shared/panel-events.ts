// The events of the panel and its home, apart from those of issues, which come with the views that need them.
export class EarshotSearchEvent extends Event {
  readonly query: string
  /** How many articles were found. */
  readonly count: number
  constructor(query: string, count: number) {
    super('earshot-search', { bubbles: true, composed: true })
    this.query = query
    this.count = count
  }
}

/** About one element only, so it does not bubble: ancestors with the same event would hear it by mistake. */
export class EarshotOpenEvent extends Event {
  constructor() {
    super('earshot-open')
  }
}

/** About one element only, so it does not bubble. */
export class EarshotCloseEvent extends Event {
  constructor() {
    super('earshot-close')
  }
}

declare global {
  interface HTMLElementEventMap {
    'earshot-search': EarshotSearchEvent
    'earshot-open': EarshotOpenEvent
    'earshot-close': EarshotCloseEvent
  }
}
