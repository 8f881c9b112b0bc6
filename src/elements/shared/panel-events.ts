// The events of the panel, apart from those of issues, which come with the views that need them.
/** The browser's own, also where MooTools has put one of another kind in its place. */
export const BrowserEvent = Object.getPrototypeOf(MessageEvent) as typeof Event

/** About one element only, so it does not bubble: ancestors with the same event would hear it by mistake. */
export class EarshotOpenEvent extends BrowserEvent {
  constructor() {
    super('earshot-open')
  }
}

/** About one element only, so it does not bubble. */
export class EarshotCloseEvent extends BrowserEvent {
  constructor() {
    super('earshot-close')
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'earshot-open': EarshotOpenEvent
    'earshot-close': EarshotCloseEvent
  }
}
