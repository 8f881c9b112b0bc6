import type { LitElement } from 'lit'
import { BrowserEvent } from './panel-events.ts'
import { submitInSandbox } from './submit-in-sandbox.ts'

const roots = new WeakSet<EventTarget>()
const connected = new Set<LitElement>()
const types = ['keydown', 'keypress', 'keyup'] as const

// Keys that went down inside. What they did may have put the focus elsewhere before they come up.
const down = new Set<string>()

/**
 * What is typed in there is nobody else's: a page's shortcuts must not eat it, or act on it. They would be heard before any of
 * ours where they listen on the way down, so the key is stopped at the window, and told again inside, from shadow root to
 * shadow root. What the browser does with it is left as it is. Only who listens at the window itself, on the way down, and was
 * there first hears of it. Nothing is listened to once the last element is gone.
 */
export function keepKeysInside(element: LitElement): void {
  const { renderRoot } = element
  if (roots.has(renderRoot)) return
  roots.add(renderRoot)
  submitInSandbox(renderRoot)
  element.addController({
    hostConnected() {
      connected.add(element)
      for (const type of types) addEventListener(type, keepInside, true)
    },
    hostDisconnected() {
      connected.delete(element)
      // One that is only moved keeps its place before all who came to listen later.
      queueMicrotask(() => connected.size || leave())
    },
  })
}

function leave() {
  down.clear()
  for (const type of types) removeEventListener(type, keepInside, true)
}

function keepInside(event: KeyboardEvent) {
  const path = event.composedPath()
  // The outermost of ours: the panel must hear the keys of the view in it.
  const outermost = path.findLast(node => roots.has(node))
  // One that goes down anew came up unheard: a Mac tells of no letter while Command is held, and no browser of another window.
  const isKnown = event.type !== 'keypress' && !event.repeat && down.delete(event.code)
  const isOver = isKnown && event.type === 'keyup'
  if (!outermost || passes(event, path)) return isOver ? event.stopImmediatePropagation() : undefined
  if (event.type === 'keydown') down.add(event.code)
  event.stopImmediatePropagation()
  // What a method of input makes of several keys is no key of ours.
  if (event.isComposing || event.keyCode === 229) return
  for (let target = path[0] as Element | undefined; target;) {
    const root = target.getRootNode() as ShadowRoot
    const again = new Again(event)
    if (!target.dispatchEvent(again)) event.preventDefault()
    target = root === outermost || again.isStopped ? undefined : root.host
  }
}

/** At the launcher the customer is still in the page: only what presses it is kept from others. */
const passes = ({ key }: KeyboardEvent, path: EventTarget[]) =>
  key !== 'Enter' && key !== ' ' && (path[0] as Element).matches('[part~=launcher]')

const told = ['key', 'code', 'location', 'repeat', 'isComposing', 'ctrlKey', 'shiftKey', 'altKey', 'metaKey', 'keyCode', 'charCode', 'which', 'detail', 'view'] as const

/** No event of the keyboard's own kind: Firefox lets each of those out of every shadow root, whatever is asked for. */
class Again extends BrowserEvent {
  isStopped = false

  constructor(event: KeyboardEvent) {
    super(event.type, { bubbles: true, cancelable: true })
    for (const name of told) Object.defineProperty(this, name, { value: event[name] })
    Object.defineProperty(this, 'getModifierState', { value: (key: string) => event.getModifierState(key) })
    if (event.defaultPrevented) this.preventDefault()
  }

  override stopPropagation() {
    this.isStopped = true
    super.stopPropagation()
  }

  override stopImmediatePropagation() {
    this.isStopped = true
    super.stopImmediatePropagation()
  }
}
