// The events of the panel, apart from those of issues, which come with the views that need them.
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
  interface GlobalEventHandlersEventMap {
    'earshot-open': EarshotOpenEvent
    'earshot-close': EarshotCloseEvent
  }
}
