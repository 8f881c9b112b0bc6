import { isOurs } from '../left-alone.ts'
import { hearFirst } from './hear-first.ts'

// In milliseconds.
const rest = 400

/** A double click is one to us: its second half must not press what lies there. Over at once when somebody points anew. */
export function swallowRest(): () => void {
  const over = new AbortController()
  const stop = (event: Event) => {
    if (event.composedPath().some(node => isOurs(node as Partial<Element>))) return
    event.stopImmediatePropagation()
    event.preventDefault()
  }
  hearFirst(['pointerdown', 'mousedown', 'mouseup', 'click', 'dblclick'], stop, over.signal)
  setTimeout(() => over.abort(), rest)
  return () => over.abort()
}
