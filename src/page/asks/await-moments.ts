import type { Clock } from '../../core/support/clock.ts'
import type { Ask } from '../../desk/config.ts'
import { watchCalm } from './calm.ts'
import { moments, type Scene } from './moments.ts'

// So long after a moment that was not calm it is looked again, in milliseconds.
const again = 1_000

/**
 * Waits until everything an ask waits for has happened and the page is calm; then `ready` is called with its id, and again a second
 * later as long as it answers no. The first that is asked ends the waiting. Nothing is read of the page but what the asks name.
 */
export function awaitMoments(asks: readonly Ask[], ready: (id: string) => boolean, clock: Clock, view: Window = window): () => void {
  const end = new AbortController()
  const scene: Scene = { view, clock, ended: end.signal }
  const isCalm = watchCalm(scene)
  const waiting = new Map<Ask, () => void>()
  end.signal.addEventListener('abort', () => waiting.forEach(cancel => cancel()))

  const tryAsk = (ask: Ask) => {
    if (end.signal.aborted) return
    if (isCalm() && isThere(ask, view) && ready(ask.id)) end.abort()
    else waiting.set(ask, clock.after(again, () => tryAsk(ask)))
  }
  for (const ask of asks) {
    const { when } = ask
    const left = new Set((Object.keys(moments) as (keyof typeof moments)[]).filter(name => when[name] !== undefined && when[name] !== false))
    for (const name of [...left])
      moments[name]!(when, scene, () => {
        if (left.delete(name) && left.size === 0) tryAsk(ask)
      })
    // What the desk knows has happened already.
    if (left.size === 0) tryAsk(ask)
  }
  return () => end.abort()
}

/** What the question is about is in the page, and what it names is in view. */
function isThere({ about, where }: Ask, { document, innerHeight, innerWidth }: Window): boolean {
  if (about && !document.getElementById(about)) return false
  if (!where?.selector) return true
  try {
    return [...document.querySelectorAll(where.selector)].some(element => {
      const { left, top, right, bottom } = element.getBoundingClientRect()
      return right > left && bottom > top && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth
    })
  } catch {
    // No selector: nothing fits it.
    return false
  }
}
